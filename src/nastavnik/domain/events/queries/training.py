"""How mentors stand with the courses of their module; the gate before admission and before the first meeting."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.events.enums import AttendanceState, EventState, TaskState, TrainingState
from nastavnik.domain.events.models import Attendance, Course, Event
from nastavnik.domain.events.training import Session, Standing, Visit, standing
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries import groups_of
from nastavnik.domain.programmes.queries.visible import PRESENT

# From the one who is least far to the one who is through.
ORDER = (TrainingState.NOT_BEGUN, TrainingState.ON_THE_WAY, TrainingState.ON_PAPER, TrainingState.TRAINED)


@dataclass(frozen=True)
class Trainee:
    """A mentor of the module and how far he or she is."""

    participation: Participation
    group: str
    standing: Standing

    @property
    def name(self) -> str:
        return self.participation.person.list_name


def standings(courses: Collection[Course], persons: Collection[int]) -> dict[tuple[int, int], Standing]:
    """(course id, person id) → standing, for all of both; two queries whatever the number."""
    held = Event.objects.filter(course__in=courses, state=EventState.HELD).only(
        "pk", "course_id", "hours", "is_role_play"
    )
    sessions: dict[int, list[Session]] = {course.pk: [] for course in courses}
    for event in held.order_by("starts_at", "pk"):
        sessions[event.course_id or 0].append(Session(event.pk, event.hours, event.is_role_play))
    rows = Attendance.objects.filter(
        event__course__in=courses, event__state=EventState.HELD, state=AttendanceState.CAME, person__in=persons
    )
    visits: dict[tuple[int, int], list[Visit]] = {}
    for course_id, person, event_id, task in rows.values_list(
        "event__course_id", "person_id", "event_id", "task_state"
    ):
        visits.setdefault((course_id or 0, person), []).append(Visit(event_id, task == TaskState.SHOWN))
    return {
        (course.pk, person): standing(
            sessions[course.pk], visits.get((course.pk, person), ()), hours_needed=course.hours_needed
        )
        for course in courses
        for person in persons
    }


def trainees(course: Course) -> list[Trainee]:
    """Mentors of the course's module whose data may be used, the least far first; four queries."""
    today = clock.today(course.organisation.time_zone)
    open_to = Person.objects.filter(processable(today), pk=OuterRef("person_id"))
    rows = Participation.objects.filter(
        Exists(open_to), module_id=course.module_id, role=ParticipationRole.MENTOR, state__in=PRESENT
    )
    people = list(rows.select_related("person", "organisation").order_by("person__normal_name", "pk"))
    persons = [row.person_id for row in people]
    found, groups = standings([course], persons), groups_of(persons, today)
    trained = [
        Trainee(row, groups.get(row.person_id, ("", None))[0] or row.person.post, found[course.pk, row.person_id])
        for row in people
    ]
    return sorted(trained, key=lambda one: ORDER.index(one.standing.state))


def training_of(participations: Iterable[Participation]) -> dict[int, Standing]:
    """Participation id → standing in the course of the module where it is least far; without a course nothing.
    Three queries."""
    rows = list(participations)
    courses = list(Course.objects.filter(module__in={row.module_id for row in rows}))
    found = standings(courses, {row.person_id for row in rows}) if courses else {}
    least: dict[int, Standing] = {}
    for row in rows:
        own = [found[course.pk, row.person_id] for course in courses if course.module_id == row.module_id]
        if own:
            least[row.pk] = min(own, key=lambda one: ORDER.index(one.state))
    return least


def trained(participation: Participation) -> bool:
    """Through every course of the module, practice included; True where there is none."""
    found = training_of([participation]).get(participation.pk)
    return found is None or found.is_trained


def missing_training(module_id: int, persons: Collection[int]) -> list[Person]:
    """Of these mentors those who may not begin to meet yet, because a course of the module says so; by name."""
    courses = list(Course.objects.filter(module=module_id, gate_before_first_meeting=True))
    if not courses or not persons:
        return []
    found = standings(courses, persons)
    untrained = {person for (_course, person), one in found.items() if not one.is_trained}
    return list(Person.objects.filter(pk__in=untrained).order_by("normal_name", "pk"))


def finished_courses(participation: Participation) -> list[tuple[Course, Standing]]:
    """Courses of the module that the mentor is through with and that give a certificate, the last one first."""
    courses = list(Course.objects.filter(module=participation.module_id, gives_certificate=True).order_by("-pk"))
    found = standings(courses, [participation.person_id])
    done = [(course, found[course.pk, participation.person_id]) for course in courses]
    return [(course, one) for course, one in done if one.is_trained]


def sessions_attended(course: Course, person_id: int) -> list[Attendance]:
    """Sessions of a course that somebody attended, in order, with what was done."""
    rows = Attendance.objects.filter(
        event__course=course, event__state=EventState.HELD, state=AttendanceState.CAME, person=person_id
    )
    return list(rows.select_related("event__organisation").order_by("event__starts_at", "pk"))
