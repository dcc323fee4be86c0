"""The mentors of «Старшие — младшим» learn: a meeting of the active, a course with a role-play, one trained on paper
only, and a grown-up who waits to be admitted."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from nastavnik.demo import cast
from nastavnik.demo.school import School
from nastavnik.demo.timeline import ZONE
from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.events.models import Course, Event
from nastavnik.domain.intake.actions import admission
from nastavnik.domain.intake.admission_enums import InterviewOutcome, Mark, MentorSign
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation

GATHERED, COURSE, PLAYED, PLANNED = 15, 110, 102, 96  # days before today
SILENT = (("Лаврова", "Инна", "9А"), ("Мятников", "Егор", "10А"))  # came and did not apply
TASK = "Втроём сыграть первую встречу: знакомство, вопрос о цели, просьба «сделай за меня». Потом поменяться ролями."
RESULT = "Был вопрос о цели; на «сделай за меня» ответ: начни с первого шага. В конце ясно, кто что делает."
PLAN_TASK = "Составить план на первый месяц по настоящему запросу и защитить его перед соседом."
PLAN_RESULT = "План на четыре встречи: у каждой есть шаг наставляемого и срок."


def tell(school: School) -> None:
    timeline = school.timeline
    timeline.on(timeline.day(COURSE), lambda: _course(school), hour=14)
    timeline.on(timeline.day(PLAYED), lambda: _played(school), hour=17)
    timeline.on(timeline.day(PLANNED), lambda: _planned(school), hour=17)
    timeline.on(timeline.day(GATHERED), lambda: _gathered(school), hour=16)
    timeline.on(timeline.day(2), lambda: _ahead(school), hour=12)
    timeline.on(timeline.day(4), lambda: _candidate(school), hour=13)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=ZoneInfo(ZONE))


def _course(school: School) -> None:
    rules = events.CourseRules("Школа наставника", hours_needed=Decimal(3))
    events.plan_course(school.module, rules, by=school.coordinator)


def _session(school: School, title: str, day: date, hours: int, task: str, *, play: bool = False) -> Event:
    plan = events.EventPlan(
        title,
        _at(day, 15),
        minutes=90,
        place="Кабинет 12",
        hours=Decimal(hours),
        is_role_play=play,
        practical_task=task,
        expected_result="Наставник пробует сам, остальные говорят, что помогло." if play else "",
    )
    course = Course.objects.get(module=school.module)
    return events.plan_event(school.module, plan, kind=EventKind.TRAINING, course=course, by=school.coordinator)


def _hold(school: School, session: Event, result: str, *, silent: int) -> None:
    """All mentors of the first wave came; the last `silent` of them have shown nothing."""
    came = [school.families[child].child.pk for child in cast.FIRST_MENTORS] + [school.adult_mentor.pk]
    events.mark_attendance(session, came=came, by=school.coordinator)
    events.hold(session, by=school.coordinator)
    rows = list(session.attendances.select_related("person", "organisation").order_by("pk"))
    for row in rows[: len(rows) - silent]:
        events.write_result(row, result=result, version=row.version, by=school.coordinator)


def _played(school: School) -> None:
    session = _session(school, "Первая встреча", school.timeline.today_in_story(), 2, TASK, play=True)
    events.add_memo(session, "three_mistakes", by=school.coordinator)
    _hold(school, session, RESULT, silent=0)


def _planned(school: School) -> None:
    session = _session(school, "План пары", school.timeline.today_in_story(), 1, PLAN_TASK)
    _hold(school, session, PLAN_RESULT, silent=1)


def _gathered(school: School) -> None:
    """A meeting of the active: some of them are no mentors yet."""
    today = school.timeline.today_in_story()
    plan = events.EventPlan(
        "Встреча с активом",
        _at(today, 14),
        place="Актовый зал",
        note="Что даёт опыт другого, как всё проходит, кем можно быть.",
    )
    event = events.plan_event(school.module, plan, kind=EventKind.MOTIVATIONAL, by=school.coordinator)
    guests = [school.families[child].child for child in (*cast.SECOND_MENTORS, *cast.THIRD_MENTORS)]
    events.invite(event, guests, by=school.coordinator)
    silent = [_pupil(school, *who).pk for who in SILENT]
    events.came_too(event, [*silent, guests[0].pk, guests[1].pk], by=school.coordinator)
    came = [row.person_id for row in event.attendances.all()]
    events.mark_attendance(event, came=came, others_came=7, by=school.coordinator)
    events.hold(event, by=school.coordinator)


def _pupil(school: School, surname: str, given_name: str, group: str) -> Person:
    """Somebody of an elder class who takes no part."""
    person = people.add_person(
        school.organisation,
        surname=surname,
        given_name=given_name,
        birth_date=date(school.timeline.today.year - 16, 2, 11),
        by=school.coordinator,
    )
    study_group = StudyGroup.objects.get(academic_year=school.year, title=group)
    people.enrol_in_group(
        person, study_group=study_group, starts_on=school.timeline.today_in_story(), by=school.coordinator
    )
    return person


def _ahead(school: School) -> None:
    day = school.timeline.today + timedelta(days=3)
    session = _session(school, "Трудный разговор", day, 1, "Сыграть разговор, в котором второй не хочет говорить.")
    events.call_together(session, by=school.coordinator)


def _candidate(school: School) -> None:
    """The librarian would like to mentor; one more talk is wanted, her clearance ends soon."""
    today = school.timeline.today_in_story()
    person = people.add_person(
        school.organisation,
        surname="Страницына",
        given_name="Инга",
        patronymic="Сергеевна",
        birth_date=date(school.timeline.today.year - 38, 6, 9),
        post="педагог-библиотекарь",
        by=school.coordinator,
    )
    ends = school.timeline.today + timedelta(days=24)
    people.record_clearance(person, checked_on=today - timedelta(days=340), valid_until=ends, by=school.coordinator)
    participation: Participation = programmes.enrol(
        person, module=school.module, role=ParticipationRole.MENTOR, joined_on=today, by=school.coordinator
    )
    admission.record_interview(
        participation,
        held_on=today,
        outcome=InterviewOutcome.LATER,
        note="Любит детей и книги, с планом встреч помочь на обучении.",
        by=school.coordinator,
    )
    seen = {MentorSign.EXPERIENCE: Mark.SEEN, MentorSign.SHARING: Mark.SEEN, MentorSign.PROCESS: Mark.NOT_YET}
    admission.mark_signs(participation, seen, by=school.coordinator)
