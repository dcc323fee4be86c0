"""A dance collective, an institution of its own: no order, no head; its teacher coordinates and is a mentor too."""

from dataclasses import dataclass, field
from datetime import date

from nastavnik.demo import cast
from nastavnik.demo.chapters import admitting, answering, opening, planning
from nastavnik.demo.people import Family, bring_children, sign
from nastavnik.demo.school import Institution
from nastavnik.demo.timeline import Timeline
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState, Mood
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.actions import ensure_academic_year
from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.templates import template_by_code

OPENED, START = 120, 100  # days before today
STAGES_DONE = {"preparation": 88, "mentee_pool": 66, "mentor_pool": 66, "selection_training": 52, "matching": 46}
ELDER = 4  # so many of the cast lead, the others are new
WORDS = ("Разучили первую связку.", "Повторили выход, уже в музыку.", "Прошли номер целиком, смеялись.")


@dataclass
class Collective(Institution):
    teacher: Person = field(init=False)
    families: list[Family] = field(init=False)


def tell(timeline: Timeline) -> None:
    collective = Collective(timeline)
    timeline.on(timeline.day(OPENED), lambda: _open(collective), hour=12)
    timeline.on(timeline.day(START), lambda: _create(collective), hour=12)
    timeline.on(timeline.day(60), lambda: _enrol(collective), hour=18)
    admitting.tell(collective)


def _open(collective: Collective) -> None:
    timeline, (surname, given_name, patronymic) = collective.timeline, cast.DANCE_TEACHER.parts
    on = timeline.day(OPENED)
    teacher = people.open_organisation(
        coordinator=people.NewPerson(
            surname, given_name, patronymic, date(cast.DANCE_TEACHER.born, 5, 17), post=cast.DANCE_TEACHER.post
        ),
        kind=OrganisationKind.SUPPLEMENTARY,
        title="Муниципальное учреждение дополнительного образования «Дом творчества» города Заозёрска (вымышленное)",
        short_title="Коллектив «Вихрь», Дом творчества (вымышленный)",
        municipality=opening.MUNICIPALITY,
        region=opening.REGION,
        city="Заозёрск",
        on=on,
        is_demo=True,
    )
    by = people.ensure_user(teacher)
    collective.organisation, collective.coordinator, collective.teacher = teacher.organisation, by, teacher
    people.grant_role(by, role=RoleCode.TEACHER, organisation=teacher.organisation, starts_on=on, by=by)
    people.record_clearance(teacher, checked_on=on, by=by)
    year = ensure_academic_year(teacher.organisation, on=timeline.today, by=by)
    families = bring_children(teacher.organisation, year, cast.DANCERS, today=timeline.today, on=on, by=by)
    collective.families = list(families.values())
    sign(collective.families, teacher.organisation, on=on, by=by)


def _create(collective: Collective) -> None:
    by, on = collective.coordinator, collective.timeline.day(START)
    programme = programmes.create_programme(
        collective.organisation,
        template=template_by_code("collective"),
        title="Старшие и новички «Вихря»",
        academic_year=ensure_academic_year(collective.organisation, on=on, by=by),
        starts_on=on,
        by=by,
    )
    programmes.launch(programme, by=by)
    planning.keep(programme, collective.timeline, done=STAGES_DONE, by=by)
    collective.module = programme.modules.get()


def _enrol(collective: Collective) -> None:
    elder = [family.child for family in collective.families[:ELDER]]
    newcomers = [family.child for family in collective.families[ELDER:]]
    mentors = _take_in(collective, ParticipationRole.MENTOR, [*elder, collective.teacher])
    mentees = _take_in(collective, ParticipationRole.MENTEE, newcomers)
    timeline = collective.timeline
    timeline.on(timeline.day(50), lambda: _pair(collective, mentors[:3] + mentors[4:], mentees[:3] + mentees[4:]))
    timeline.on(timeline.day(6), lambda: _pair_late(collective, mentors[3], mentees[3]))


def _take_in(collective: Collective, role: str, persons: list[Person]) -> list[Participation]:
    return programmes.enrol_many(
        collective.module,
        role=role,
        entries=[(person, ProfileValues()) for person in persons],
        joined_on=collective.timeline.today_in_story(),
        by=collective.coordinator,
    )


def _propose(collective: Collective, mentors: list[Participation], mentees: list[Participation]) -> list[Mentorship]:
    return mentorships.propose(
        collective.module,
        pairs=list(zip(mentors, mentees, strict=True)),
        on=collective.timeline.today_in_story(),
        by=collective.coordinator,
    )


def _pair(collective: Collective, mentors: list[Participation], mentees: list[Participation]) -> None:
    pairs = _propose(collective, mentors, mentees)
    answering.everybody_agrees(collective, pairs, first=49, last=48)
    timeline = collective.timeline
    timeline.on(timeline.day(46), lambda: _start(collective, pairs), hour=19)


def _pair_late(collective: Collective, mentor: Participation, mentee: Participation) -> None:
    """Agreed by all: the teacher can start it today."""
    answering.everybody_agrees(collective, _propose(collective, [mentor], [mentee]), first=5, last=3)


def _start(collective: Collective, pairs: list[Mentorship]) -> None:
    timeline = collective.timeline
    for number, pair in enumerate(pairs):
        pair.refresh_from_db()
        mentorships.start(pair, on=timeline.today_in_story(), by=collective.coordinator)
        days = range(3 + number, 45, 9)
        for turn, days_ago in enumerate(reversed(days)):
            on = timeline.school_day(days_ago)
            timeline.on(on, lambda pair=pair, on=on, turn=turn: _meet(pair, on, turn), hour=18, minute=number)


def _meet(pair: Mentorship, on: date, turn: int) -> None:
    mentor = pair.members.select_related("person__user").get(role=ParticipationRole.MENTOR).person
    mentorships.record_meeting(
        pair,
        happens_on=on,
        state=MeetingState.HELD,
        mood=Mood.GOOD,
        minutes=45,
        kind=MeetingKind.INTRO if turn == 0 else MeetingKind.WORK,
        text=WORDS[turn % len(WORDS)],
        author=mentor,
        by=mentor.user,
    )
