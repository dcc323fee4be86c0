"""«Педагогический дебют»: young teachers and those who will lead them; selection and training are going on."""

from nastavnik.demo import cast
from nastavnik.demo.cast import Adult
from nastavnik.demo.chapters import papers, planning
from nastavnik.demo.people import bring_adult
from nastavnik.demo.school import School
from nastavnik.domain.organisations.actions import ensure_academic_year
from nastavnik.domain.people.actions import record_clearances
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Mode, ParticipationRole
from nastavnik.domain.programmes.models import Module, Programme
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.templates import template_by_code

START = 44  # days before today: the fourth stage lasts from the 35th to the 55th day
DESIGNED = 51  # a week before the first day: the order is signed in time
STAGES_DONE = {"preparation": 25, "mentee_pool": 6, "mentor_pool": 4}
AFTER_LESSONS = tuple((day, 15 * 60, 17 * 60) for day in (2, 4))
NEEDS = ("дисциплина на уроке", "рабочие программы", "работа с родителями", "самоанализ урока", "оценивание")
WAITING = 2  # so many of each side are not yet admitted


def tell(school: School) -> None:
    timeline = school.timeline
    timeline.on(timeline.day(DESIGNED), lambda: _create(school), hour=12)


def _create(school: School) -> None:
    by, on = school.coordinator, school.timeline.day(START)
    programme = programmes.create_programme(
        school.organisation,
        template=template_by_code("teacher_teacher"),
        title="Педагогический дебют",
        academic_year=ensure_academic_year(school.organisation, on=on, by=by),
        starts_on=on,
        by=by,
    )
    planning.keep(programme, school.timeline, done=STAGES_DONE, by=by)
    papers.orders(school, programme, numbers={"introduction_order": "51-о"}, day=DESIGNED - 1, approved=DESIGNED - 3)
    papers.orders(school, programme, numbers={"regulation_order": "59-о"}, day=3, approved=None)
    module = programme.modules.get()
    timeline = school.timeline
    timeline.on(timeline.day(START), lambda: _launch(school, programme), hour=9)
    timeline.on(timeline.day(20), lambda: _enrol(school, module, "mentee", cast.YOUNG_TEACHERS), hour=14)
    timeline.on(timeline.day(5), lambda: papers.of_employee(school, programme), hour=15)
    timeline.on(timeline.day(18), lambda: _enrol(school, module, "mentor", cast.SKILLED_TEACHERS), hour=14)


def _launch(school: School, programme: Programme) -> None:
    programme.refresh_from_db()  # the head agreed by his order meanwhile
    programmes.launch(programme, by=school.coordinator)


def _enrol(school: School, module: Module, role: str, adults: tuple[Adult, ...]) -> None:
    by, today = school.coordinator, school.timeline.today_in_story()
    people = [bring_adult(school.organisation, adult, by=by) for adult in adults]
    # They teach children, so the school has checked them all.
    record_clearances([(person, today) for person in people], organisation=school.organisation, by=by)
    entries = [(person, _profile(role, number)) for number, person in enumerate(people)]
    enrolled = programmes.enrol_many(
        module, role=ParticipationRole(role), entries=entries, joined_on=today, by=by, admit=False
    )
    programmes.admit_many(enrolled[:-WAITING], by=by)


def _profile(role: str, number: int) -> ProfileValues:
    common = {"free_time": AFTER_LESSONS, "modes": frozenset({Mode.IN_PERSON})}
    main, second = NEEDS[number % len(NEEDS)], NEEDS[(number + 2) % len(NEEDS)]
    if role == ParticipationRole.MENTEE:
        return ProfileValues(main_need=main, needs=(second,), **common)
    return ProfileValues(competences=(main, second), places=1, **common)
