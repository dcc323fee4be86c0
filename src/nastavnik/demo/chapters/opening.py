"""The school opens: staff, territory, classes, families, grown-ups who offer help."""

from datetime import date

from nastavnik.demo import cast
from nastavnik.demo.people import bring_adult, bring_children, give_role
from nastavnik.demo.school import School
from nastavnik.domain.organisations import actions as organisations
from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.enums import RoleCode

OPENED = 150  # days before today
LETTERHEAD = """Администрация Заозёрского городского округа
Муниципальное бюджетное общеобразовательное учреждение
«Школа № 17» (вымышленная)
000000, г. Заозёрск, ул. Озёрная, д. 17"""
REGION, MUNICIPALITY = "Приозёрная область (вымышленная)", "Заозёрский городской округ"

# An invented operator: the region «00» is nobody's.
OPERATOR = {
    "inn": "0000000017",
    "ogrn": "0000000000017",
    "legal_address": "000000, г. Заозёрск, ул. Озёрная, д. 17 (вымышленный)",
    "consents_email": "consents@school17.example",
    "video_services": "video.school17.example",
    "publication_places": "сайт школы school17.example\nстенд на первом этаже",
}


def tell(school: School) -> None:
    timeline = school.timeline
    timeline.on(timeline.day(OPENED), lambda: _open(school), hour=9)
    timeline.on(timeline.day(OPENED), lambda: _staff(school), hour=10)
    timeline.on(timeline.day(OPENED - 1), lambda: _families(school), hour=11)
    timeline.on(timeline.day(OPENED - 1), lambda: _grown_ups(school), hour=12)


def _open(school: School) -> None:
    surname, given_name, patronymic = cast.COORDINATOR.parts
    born = date(cast.COORDINATOR.born, 5, 17)
    coordinator = people.open_organisation(
        coordinator=people.NewPerson(surname, given_name, patronymic, born, post=cast.COORDINATOR.post),
        kind=OrganisationKind.SCHOOL,
        title="Муниципальное бюджетное общеобразовательное учреждение «Школа № 17 с углублённым изучением "
        "естественно-научных предметов» города Заозёрска (вымышленная)",
        short_title="Школа № 17 (вымышленная)",
        municipality=MUNICIPALITY,
        region=REGION,
        city="Заозёрск",
        letterhead=LETTERHEAD,
        on=school.timeline.day(OPENED),
        is_demo=True,
    )
    school.organisation, school.coordinator = coordinator.organisation, people.ensure_user(coordinator)
    organisations.edit_organisation(school.organisation, OPERATOR, version=school.organisation.version, by=None)
    school.year = organisations.ensure_academic_year(
        school.organisation, on=school.timeline.today, by=school.coordinator
    )


def _staff(school: School) -> None:
    on, by = school.timeline.day(OPENED), school.coordinator
    staff = (
        (cast.HEAD, RoleCode.HEAD),
        (cast.CLASS_TEACHER, RoleCode.TEACHER),
        (cast.PSYCHOLOGIST, RoleCode.PSYCHOLOGIST),
        (cast.ADMINISTRATOR, RoleCode.ADMINISTRATOR),
    )
    for adult, role in staff:
        user = give_role(bring_adult(school.organisation, adult, by=by), role, on=on, by=by)
        if role == RoleCode.HEAD:
            school.head = user
        if role == RoleCode.TEACHER:
            school.teacher = user
    municipality = school.organisation.territory
    people.open_territory_account(municipality, role=RoleCode.MUNICIPAL_OPERATOR, starts_on=on)
    people.open_territory_account(municipality.parent, role=RoleCode.REGIONAL_OPERATOR, starts_on=on)
    organisations.add_holiday(
        school.organisation,
        title="Каникулы",
        starts_on=school.timeline.day(58),
        ends_on=school.timeline.day(52),
        by=by,
    )


def _families(school: School) -> None:
    # Whose parent has a question to answer today comes first: the demo's guardian is theirs.
    everybody = (
        *cast.SECOND_MENTEES, *cast.FIRST_MENTEES, *cast.THIRD_MENTEES, *cast.GUARDIAN_MISSING, *cast.FIRST_MENTORS,
        *cast.SECOND_MENTORS, *cast.THIRD_MENTORS, *cast.OWN_MISSING,
    )  # fmt: skip
    school.families = bring_children(
        school.organisation,
        school.year,
        everybody,
        today=school.timeline.today,
        on=school.timeline.day(OPENED - 1),
        by=school.coordinator,
    )


def _grown_ups(school: School) -> None:
    by = school.coordinator
    partner = organisations.ensure_partner(school.organisation, title="Заозёрский молокозавод (вымышленный)", by=by)
    school.adult_mentor = bring_adult(school.organisation, cast.ADULT_MENTOR, by=by)
    school.mentor_from_outside = bring_adult(
        school.organisation, cast.MENTOR_FROM_OUTSIDE, by=by, partner=partner, workplace=partner.title
    )
    people.record_clearance(school.adult_mentor, checked_on=school.timeline.day(OPENED - 1), by=by)
