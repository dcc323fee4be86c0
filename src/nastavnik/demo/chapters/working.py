"""The work of the first pairs: meetings, diaries, plans, pauses, endings; the radar shows all its states today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from nastavnik.demo import cast
from nastavnik.demo.chapters import achieving, certificates, plans, supporting
from nastavnik.demo.school import School
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason, MeetingKind, MeetingState, Mood
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import Mode, ParticipationRole

EVERY, FIRST = 13, 80  # a meeting in so many days, the first one so many days ago
HOLIDAYS = range(52, 59)
WORDS = (
    "Познакомились, договорились о дне и месте.",
    "Составили план: начнём с того, что труднее всего.",
    "Разобрали задачи, которые не получались на уроке. Две решил сам.",
    "Говорили о том, как готовиться к контрольной и не бояться отвечать.",
    "Сделали половину проекта, осталось оформить.",
    "Сначала было скучно, потом разошлись. Договорились попробовать по-другому.",
    "Всё по плану.",
)
MOODS = (Mood.GOOD, Mood.USUAL, Mood.GOOD, Mood.GOOD, Mood.USUAL, Mood.HARD, Mood.GOOD)
PLACES = ("Библиотека", "Кабинет 214", "Актовый зал", "Кабинет 305")


@dataclass(frozen=True)
class Course:
    """How one pair goes: its last meeting so many days ago; what became of it."""

    last: int
    ending: str = ""


ON_TIME = tuple(Course(last) for last in (8, 5, 3, 6, 9, 4, 7, 2, 10, 5, 3, 8, 6, 4, 9))
LATE, SILENT = (Course(16), Course(17), Course(16), Course(18)), (Course(29), Course(37), Course(45))
PAUSED = (Course(24, "pause"), Course(21, "pause_until"))
ENDED = (Course(13, "complete"), Course(41, "dissolve"))
COURSES = (*ON_TIME, *LATE, *SILENT, *PAUSED, *ENDED)


def begin(school: School, pairs: Sequence[Mentorship]) -> None:
    """Everything that the pairs do from their first day on."""
    in_order = _in_order(school, pairs)
    supporting.begin(school, in_order, len(ON_TIME) + len(LATE))
    for number, (pair, course) in enumerate(zip(in_order, COURSES, strict=True)):
        one = _Pair(school, pair, number)
        one.meet(course)
        plans.keep(school, pair, one.mentor)
        achieving.keep(school, pair, one.mentor)
        if course.ending:
            getattr(one, course.ending)()
        elif course.last < 10:
            one.plan_next(course)


def _in_order(school: School, pairs: Sequence[Mentorship]) -> list[Mentorship]:
    """The pairs of the demo's mentor and mentee first: theirs go well."""
    mentor = school.families[cast.FIRST_MENTORS[0]].child.pk
    mentee = school.families[cast.FIRST_MENTEES[0]].child.pk
    members = {pair.pk: set(pair.members.values_list("person_id", flat=True)) for pair in pairs}
    return sorted(pairs, key=lambda pair: (mentor not in members[pair.pk], mentee not in members[pair.pk], pair.pk))


class _Pair:
    """One pair and its entries in the timeline."""

    def __init__(self, school: School, pair: Mentorship, number: int) -> None:
        self.school, self.pair, self.number = school, pair, number
        persons = {member.role: member.person for member in pair.members.select_related("person__user")}
        self.mentor: Person = persons[ParticipationRole.MENTOR]
        self.mentee: Person = persons[ParticipationRole.MENTEE]

    def fresh(self) -> Mentorship:
        return Mentorship.objects.select_related("organisation", "module__programme").get(pk=self.pair.pk)

    def meet(self, course: Course) -> None:
        days = [day for day in range(course.last, FIRST + 1, EVERY) if day not in HOLIDAYS]
        for turn, days_ago in enumerate(reversed(days)):
            on = self.school.timeline.school_day(days_ago)
            final = course.ending == "complete" and days_ago == course.last
            missed = (self.number + turn) % 11 == 10 and days_ago != course.last
            act = self._missed(on) if missed else self._held(on, turn, final=final)
            self.school.timeline.on(on, act, hour=17, minute=self.number)

    def _held(self, on: date, turn: int, *, final: bool):
        kind = MeetingKind.FINAL if final else (MeetingKind.INTRO, MeetingKind.PLANNING, MeetingKind.WORK)[min(turn, 2)]
        words = (self.number + turn) % len(WORDS) if turn > 1 else turn

        def act() -> None:
            mentorships.record_meeting(
                self.fresh(),
                happens_on=on,
                state=MeetingState.HELD,
                mood=MOODS[words],
                minutes=30 + 5 * (self.number % 4),
                kind=kind,
                mode=Mode.ONLINE if (self.number + turn) % 5 == 4 else Mode.IN_PERSON,
                text=WORDS[words],
                author=self.mentor,
                by=self.mentor.user,
            )

        return act

    def _missed(self, on: date):
        return lambda: mentorships.record_meeting(
            self.fresh(), happens_on=on, state=MeetingState.MISSED_BY_MENTEE, author=None, by=self.mentor.user
        )

    def plan_next(self, course: Course) -> None:
        """The first pair has met yesterday and not yet written it down; the others meet in the days to come."""
        days_ago = 1 if self.number == 0 else -1 - self.number % 6
        asked = self.school.timeline.school_day(course.last)
        self.school.timeline.on(asked, lambda: self._plan(self.school.timeline.school_day(days_ago)), hour=18)

    def _plan(self, on: date) -> None:
        mentorships.plan_meeting(
            self.fresh(),
            happens_on=on,
            begins_at=time(15, 20),
            place=PLACES[self.number % len(PLACES)],
            mode=Mode.IN_PERSON,
            by=self.mentor.user,
        )

    def _at(self, days_ago: int, act, *, hour: int = 19) -> None:
        self.school.timeline.on(self.school.timeline.day(days_ago), act, hour=hour)

    def pause(self) -> None:
        on = self.school.timeline.day(15)
        note = "Спортивные сборы, вернётся к занятиям сам"
        self._at(15, lambda: mentorships.pause(self.fresh(), on=on, note=note, by=self.school.coordinator))

    def pause_until(self) -> None:
        on, until = self.school.timeline.day(12), self.school.timeline.day(-9)
        note = "Наставник на практике"
        self._at(12, lambda: mentorships.pause(self.fresh(), on=on, until=until, note=note, by=self.school.coordinator))

    def complete(self) -> None:
        on = self.school.timeline.day(12)

        def act() -> None:
            mentorships.complete(self.fresh(), on=on, reason=EndReason.PLAN_DONE, by=self.school.coordinator)

        self._at(12, act)
        self._at(11, lambda: certificates.issue(self.school, self.fresh()))

    def dissolve(self) -> None:
        on, reason = self.school.timeline.day(4), EndReason.NO_COMMON_TIME

        def act() -> None:
            mentorships.dissolve(self.fresh(), on=on, reason=reason, by=self.school.coordinator)

        self._at(4, act)
