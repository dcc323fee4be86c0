"""«Старшие — младшим»: from the first day to the second wave of pairs, and a third one to look at."""

from collections.abc import Iterable

from nastavnik.core import jobs
from nastavnik.demo import cast
from nastavnik.demo.cast import Child
from nastavnik.demo.chapters import answering, orders, papers, planning, working
from nastavnik.demo.people import Family, sign, signatures_of
from nastavnik.demo.profiles import Profiles
from nastavnik.demo.school import School
from nastavnik.domain.consents.actions import record_consent
from nastavnik.domain.matching import actions as matching
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.organisations.actions import ensure_academic_year
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.templates import template_by_code

START = 140  # days before today
DESIGNED = 146  # the papers are signed before the first day
STAGES_DONE = {"preparation": 121, "mentee_pool": 97, "mentor_pool": 97, "selection_training": 95, "matching": 82}
SEED = 17
MENTOR, MENTEE = ParticipationRole.MENTOR, ParticipationRole.MENTEE


def tell(school: School) -> None:
    timeline, profiles = school.timeline, Profiles(SEED)
    timeline.on(timeline.day(DESIGNED), lambda: _create(school))
    timeline.on(timeline.day(START), lambda: _launch(school), hour=9)
    timeline.on(timeline.day(118), lambda: _sign(school, cast.FIRST_MENTEES, cast.FIRST_MENTORS), hour=12)
    timeline.on(timeline.day(112), lambda: _first_wave(school, profiles), hour=13)
    timeline.on(timeline.day(94), lambda: _pair_first(school), hour=11)
    timeline.on(timeline.day(11), lambda: _sign(school, cast.SECOND_MENTEES, cast.SECOND_MENTORS), hour=12)
    timeline.on(timeline.day(10), lambda: _second_wave(school, profiles), hour=13)
    timeline.on(timeline.day(7), lambda: _pair_second(school), hour=12)
    timeline.on(timeline.day(3), lambda: _third_wave(school, profiles), hour=14)
    timeline.on(timeline.day(1), lambda: _match(school), hour=15)


def _create(school: School) -> None:
    on = school.timeline.day(START)
    school.programme = programmes.create_programme(
        school.organisation,
        template=template_by_code("student_student"),
        title="Старшие — младшим",
        academic_year=ensure_academic_year(school.organisation, on=on, by=school.coordinator),
        starts_on=on,
        by=school.coordinator,
    )
    school.module = school.programme.modules.get()
    planning.keep(school.programme, school.timeline, done=STAGES_DONE, by=school.coordinator)
    numbers = {"regulation_order": "37-о", "coordinator_order": "38-о"}
    papers.orders(school, school.programme, numbers=numbers, day=DESIGNED - 1, approved=DESIGNED - 2)
    numbers = {"introduction_order": "39-о"}  # leans on the two before it
    papers.orders(school, school.programme, numbers=numbers, day=DESIGNED - 3, approved=DESIGNED - 3)
    papers.telling(school, school.programme, day=START - 5)
    timeline = school.timeline
    timeline.on(timeline.day(12), lambda: papers.of_people(school, school.programme), hour=15)
    timeline.on(timeline.day(2), lambda: papers.thanks(school, school.programme), hour=16)
    timeline.on(timeline.day(9), lambda: papers.agreement(school, school.programme), hour=15)


def _launch(school: School) -> None:
    school.programme.refresh_from_db()  # the head agreed by his orders meanwhile
    programmes.launch(school.programme, by=school.coordinator)


def _families(school: School, *casts: Iterable[Child]) -> list[Family]:
    return [school.families[child] for children in casts for child in children]


def _sign(school: School, *casts: Iterable[Child]) -> None:
    now = school.timeline.today_in_story()
    sign(_families(school, *casts), school.organisation, on=now, by=school.coordinator)


def _enrol(school: School, role: str, entries: list[tuple[Person, ProfileValues]], *, admit: bool = True) -> None:
    programmes.enrol_many(
        school.module,
        role=role,
        entries=entries,
        joined_on=school.timeline.today_in_story(),
        by=school.coordinator,
        admit=admit,
    )


def _first_wave(school: School, profiles: Profiles) -> None:
    mentees = [(one.child, profiles.mentee()) for one in _families(school, cast.FIRST_MENTEES)]
    mentors = [(one.child, profiles.mentor()) for one in _families(school, cast.FIRST_MENTORS)]
    _enrol(school, MENTEE, mentees)
    _enrol(school, MENTOR, [*mentors, (school.adult_mentor, profiles.adult())])


def _second_wave(school: School, profiles: Profiles) -> None:
    _enrol(school, MENTEE, [(one.child, profiles.mentee()) for one in _families(school, cast.SECOND_MENTEES)])
    _enrol(school, MENTOR, [(one.child, profiles.mentor()) for one in _families(school, cast.SECOND_MENTORS)])


def _third_wave(school: School, profiles: Profiles) -> None:
    """Some of these wait for a signature, one grown-up for the clearance."""
    _sign(school, cast.THIRD_MENTEES, cast.THIRD_MENTORS)
    for family in _families(school, cast.OWN_MISSING):
        on = school.timeline.today_in_story()
        record_consent(
            family.child, starts_on=on, signatures=signatures_of(family, on, own=False), by=school.coordinator
        )
    asking = _families(school, cast.THIRD_MENTEES, cast.GUARDIAN_MISSING)
    _enrol(school, MENTEE, [(one.child, profiles.mentee()) for one in asking])
    offering = [one.child for one in _families(school, cast.THIRD_MENTORS, cast.OWN_MISSING)]
    _enrol(school, MENTOR, [(person, profiles.mentor()) for person in [*offering, school.mentor_from_outside]])


def _match(school: School) -> MatchRun:
    run = matching.run(school.module, as_of=school.timeline.today_in_story(), by=school.coordinator)
    jobs.run_due()
    run.refresh_from_db()
    return run


def _pair_first(school: School) -> None:
    """Twenty-six pairs: agreed by all within a week, ordered, at work."""
    timeline = school.timeline
    pairs = matching.publish(_match(school), on=timeline.today_in_story(), by=school.coordinator)
    answering.everybody_agrees(school, pairs, first=93, last=88)
    orders.order(school, pairs, number="41-о", prepared=86, approved=83)
    timeline.on(timeline.day(82), lambda: working.begin(school, pairs), hour=8)


def _pair_second(school: School) -> None:
    """Two agreed pairs wait for the head; the third for a mentee and her parent."""
    pairs = matching.publish(_match(school), on=school.timeline.today_in_story(), by=school.coordinator)
    waiting = school.families[cast.SECOND_MENTEES[0]].child
    undecided = next(pair for pair in pairs if pair.members.filter(person=waiting).exists())
    agreed = [pair for pair in pairs if pair.pk != undecided.pk]
    answering.everybody_agrees(school, agreed, first=6, last=4)
    answering.mentor_agrees(school, undecided, days_ago=5)
    orders.order(school, agreed, number="58-о", prepared=2)
