"""What families say: consents asked by a link and on paper, a refusal, a spelling to correct, one child who leaves and
whose data are erased; and what the registers ask of the children."""

from datetime import date
from itertools import cycle

from nastavnik.demo import cast
from nastavnik.demo.school import School
from nastavnik.domain.consents import actions as consents
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.models import Person
from nastavnik.domain.privacy import actions as privacy
from nastavnik.domain.privacy.enums import ErasureReason, RequestKind
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation

CATEGORIES = ("study_help", "", "communication", "keen", "", "newcomer", "choice")
SPELLING = "В свидетельстве фамилия пишется через «ё»: Щёглова. Исправьте, пожалуйста."


def tell(school: School) -> None:
    timeline = school.timeline
    timeline.on(timeline.day(25), lambda: _moving_away(school), hour=10)
    timeline.on(timeline.day(13), lambda: _agreed_in_public(school), hour=12)
    timeline.on(timeline.day(5), lambda: _asked(school), hour=12)
    timeline.on(timeline.day(2), lambda: _categories(school), hour=11)
    timeline.on(timeline.day(2), lambda: _spelling(school), hour=19)
    # After the last run of matching: what erasure leaves to a job cannot be done inside the story's transaction.
    timeline.on(timeline.day(1), lambda: _erased(school), hour=17)


def _categories(school: School) -> None:
    """Five mentees in seven have one; the others are what «Нет категории» finds."""
    rows = Participation.objects.filter(module=school.module, role=ParticipationRole.MENTEE).order_by("pk")
    for participation, category in zip(rows, cycle(CATEGORIES), strict=False):
        if category:
            programmes.describe(
                participation,
                category=category,
                needs_conditions=None,
                results="",
                case_link="",
                by=school.coordinator,
            )


def _moving_away(school: School) -> None:
    """A child who came to be asked and whose family moves to another town."""
    person = people.add_person(
        school.organisation,
        surname="Перелётова",
        given_name="Злата",
        birth_date=date(school.timeline.today.year - 12, 5, 9),
        by=school.coordinator,
    )
    group = StudyGroup.objects.get(academic_year=school.year, title="6А")
    people.enrol_in_group(person, study_group=group, starts_on=school.timeline.today_in_story(), by=school.coordinator)


def _erased(school: School) -> None:
    """Her family asks that nothing stays: the act does."""
    person = Person.objects.get(organisation=school.organisation, surname="Перелётова")
    privacy.erase(person, reason=ErasureReason.ASKED, by=school.coordinator)


def _agreed_in_public(school: School) -> None:
    """The grown-up mentor agreed that everybody may read of him; his card is open."""
    mentor, today = school.adult_mentor, school.timeline.today_in_story()
    signed = [consents.Signature(SigningParty.ADULT, mentor, today)]
    consents.record_consent(
        mentor, kind=ConsentKind.PUBLICATION, starts_on=today, signatures=signed, by=school.coordinator
    )
    participation = mentor.participations.select_related("organisation", "person").get(module=school.module)
    programmes.publish_card(participation, by=school.coordinator)


def _asked(school: School) -> None:
    """Two parents are asked by a link, two on paper, one does not want pictures in public."""
    by = school.coordinator
    missing = [school.families[child].child for child in cast.GUARDIAN_MISSING]
    consents.request_for_many(missing, by=by)
    at_work = [school.families[child].child for child in cast.SECOND_MENTEES]
    consents.sheets_for(at_work[:2], kinds=[ConsentKind.PARTICIPATION, ConsentKind.DIAGNOSTICS], by=by)
    refused, _secret = consents.request_consents(at_work[-1], kinds=[ConsentKind.PUBLICATION], by=by)
    consents.refuse_request(refused, reason="Не хотим фотографий в интернете.")


def _spelling(school: School) -> None:
    """The mother of the demo asks to write her child's name right."""
    family = school.families[cast.SECOND_MENTEES[0]]
    mother = people.ensure_user(family.guardian)
    privacy.ask(family.child, kind=RequestKind.CORRECT, text=SPELLING, by=mother)
