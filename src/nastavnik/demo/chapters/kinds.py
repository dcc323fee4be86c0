"""«Вместе по-разному»: a programme without orders, one module a kind; who is together was named by the coordinator."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from nastavnik.demo import cast
from nastavnik.demo.chapters import planning, together
from nastavnik.demo.people import bring_adult
from nastavnik.demo.school import School
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.actions import ensure_academic_year, ensure_partner
from nastavnik.domain.people.actions import record_clearances
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Kind, ParticipationRole
from nastavnik.domain.programmes.models import MentoringFormat, Module, Participation
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.templates import template_by_code

START, FORMED, BEGUN = 112, 47, 46  # days before today
STAGES_DONE = {"preparation": 93, "mentee_pool": 69, "mentor_pool": 69, "selection_training": 67, "matching": 54}
TITLE = "Вместе по-разному"
PUPILS, GROWN_UPS, ADULT = "student_student", "teacher_student", "teacher_teacher"


@dataclass(frozen=True)
class Circle:
    """Who will be together. People are children of the cast or grown-ups by their name; slots of short meetings have no
    circle of their own."""

    kind: Kind
    of: str  # the target form
    mentors: tuple[cast.Child | cast.Adult, ...]
    mentees: tuple[cast.Child | cast.Adult, ...]
    title: str = ""
    keep: Callable[[School, Mentorship], None] | None = None


ELDER, YOUNGER = cast.FIRST_MENTORS, cast.FIRST_MENTEES
CIRCLES = (
    Circle(Kind.GROUP, GROWN_UPS, (cast.CLASS_TEACHER,), YOUNGER[11:15], "Учимся выступать", together.group),
    Circle(Kind.TEAM, PUPILS, ELDER[14:16], YOUNGER[15:18], "Школьный сад", together.team),
    Circle(Kind.BLENDED, GROWN_UPS, (cast.ADULT_MENTOR,), YOUNGER[18:20], "Роботы очно и онлайн", together.blended),
    Circle(
        Kind.VIRTUAL, GROWN_UPS, (cast.EXPERT, cast.PSYCHOLOGIST), YOUNGER[20:23], "Спроси профессионала",
        together.virtual,
    ),
    Circle(Kind.SITUATIONAL, GROWN_UPS, (cast.PSYCHOLOGIST,), YOUNGER[23:24], "", together.situational),
    Circle(Kind.SPEED, PUPILS, ELDER[16:17], YOUNGER[24:25], "", together.speed),
    Circle(Kind.REVERSE, ADULT, (cast.ADULT_MENTOR,), (cast.CLASS_TEACHER,), "", together.reverse),
    Circle(Kind.FLASH, GROWN_UPS, (cast.EXPERT, cast.ADULT_MENTOR), YOUNGER[11:14]),
)  # fmt: skip


@dataclass
class _Club:
    school: School
    modules: dict[Kind, Module] = field(default_factory=dict)


def tell(school: School) -> None:
    club, timeline = _Club(school), school.timeline
    timeline.on(timeline.day(START), lambda: _create(club), hour=13)
    timeline.on(timeline.day(FORMED), lambda: _form(club), hour=13)


def _create(club: _Club) -> None:
    """The first module is that of the group; the programme needs no order."""
    school, by, on = club.school, club.school.coordinator, club.school.timeline.day(START)
    programme = programmes.create_programme(
        school.organisation,
        template=replace(template_by_code("student_student"), kind=Kind.GROUP, needs_order=False),
        title=TITLE,
        academic_year=ensure_academic_year(school.organisation, on=on, by=by),
        starts_on=on,
        by=by,
    )
    planning.keep(programme, school.timeline, done=STAGES_DONE, by=by)
    programmes.launch(programme, by=by)
    formats = {one.code: one for one in MentoringFormat.objects.filter(organisation=None)}
    club.modules[Kind.GROUP] = programme.modules.get()
    for circle in CIRCLES[1:]:
        club.modules[circle.kind] = programmes.add_module(
            programme, title=str(circle.kind.label).capitalize(), mentoring_format=formats[circle.of], kind=circle.kind,
            by=by,
        )  # fmt: skip


def _form(club: _Club) -> None:
    school, timeline = club.school, club.school.timeline
    people = _grown_ups(school)
    made = []
    for circle in CIRCLES:
        module = club.modules[circle.kind]
        mentors, mentees = (
            _take_in(school, module, role, [_person(school, people, one) for one in side])
            for role, side in ((ParticipationRole.MENTOR, circle.mentors), (ParticipationRole.MENTEE, circle.mentees))
        )
        if circle.keep is None:
            together.flash(school, mentors, mentees)
            continue
        one = mentorships.propose_team(
            module, mentors=mentors, mentees=mentees, title=circle.title, way=Way.HAND, on=timeline.today_in_story(),
            by=school.coordinator,
        )  # fmt: skip
        made.append((circle, one))
    timeline.on(timeline.day(BEGUN), lambda: _begin(school, made), hour=8)


def _grown_ups(school: School) -> dict[cast.Adult, Person]:
    """Those of the staff, and an expert from outside; all are checked now."""
    by, today = school.coordinator, school.timeline.today_in_story()
    partner = ensure_partner(school.organisation, title="Заозёрский вычислительный центр (вымышленный)", by=by)
    expert = bring_adult(school.organisation, cast.EXPERT, by=by, partner=partner, workplace=partner.title)
    staff = {
        one: Person.objects.get(organisation=school.organisation, surname=one.parts[0], post=one.post)
        for one in (cast.CLASS_TEACHER, cast.PSYCHOLOGIST, cast.ADULT_MENTOR)
    }
    checked = [expert, staff[cast.CLASS_TEACHER], staff[cast.PSYCHOLOGIST]]
    record_clearances([(person, today) for person in checked], organisation=school.organisation, by=by)
    return {**staff, cast.EXPERT: expert}


def _person(school: School, people: dict[cast.Adult, Person], one: cast.Child | cast.Adult) -> Person:
    return people[one] if isinstance(one, cast.Adult) else school.families[one].child


def _take_in(school: School, module: Module, role: ParticipationRole, persons: Sequence[Person]) -> list[Participation]:
    return programmes.enrol_many(
        module,
        role=role,
        entries=[(person, ProfileValues(places=len(persons))) for person in persons],
        joined_on=school.timeline.today_in_story(),
        by=school.coordinator,
    )


def _begin(school: School, made: Sequence[tuple[Circle, Mentorship]]) -> None:
    """All signed at a meeting of parents the evening before."""
    today, by = school.timeline.today_in_story(), school.coordinator
    mentorships.answer_papers([one for _circle, one in made], by=by)
    for circle, one in made:
        mentorships.start(one, on=today, by=by)
        if circle.keep:
            circle.keep(school, one)
