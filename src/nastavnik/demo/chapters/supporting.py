"""How the coordinator looks after the pairs: a talk a month, marks of both sides, one pair that sees it differently."""

from collections.abc import Callable, Sequence
from datetime import date

from nastavnik.demo.school import School
from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.support import actions as support
from nastavnik.domain.support.enums import How, Result

TALKED = 19  # days ago, with every pair but the last few
TOLD = 4
# The marks of mentor and mentee; the first two pairs have not told their own yet, the fourth is asked about today.
MARKS = {2: (9, 9), 3: (9, 5), 4: (7, 8), 5: (8, 7), 6: (10, 9), 7: (8, 9)}
BORED = "Занятия интересные, но хочется больше делать самому."
NOTES = ("", "Просят перенести встречи на среду.", "", "Довольны оба, готовят проект.", "")


def begin(school: School, pairs: Sequence[Mentorship], going: int) -> None:
    """`going` of the pairs work and are neither silent nor on a pause; they are talked to."""
    for number, pair in enumerate(pairs[:going]):
        if number < going - 3:
            on = school.timeline.school_day(TALKED - number % 4)
            school.timeline.on(on, _talk(school, pair, number, on), hour=16, minute=number)
        if number in MARKS:
            on = school.timeline.school_day(TOLD)
            school.timeline.on(on, _marks(pair, *MARKS[number]), hour=18, minute=number)


def _talk(school: School, pair: Mentorship, number: int, on: date) -> Callable[[], None]:
    def act() -> None:
        support.record_contact(
            Mentorship.objects.select_related("organisation", "module").get(pk=pair.pk),
            side=(Party.MENTOR, Party.MENTEE, Party.GUARDIAN)[number % 3],
            done_on=on,
            how=How.IN_PERSON if number % 4 == 3 else How.PHONE,
            result=Result.WELL,
            note=NOTES[number % len(NOTES)],
            by=school.coordinator,
        )

    return act


def _marks(pair: Mentorship, mentor: int, mentee: int) -> Callable[[], None]:
    def act() -> None:
        fresh = Mentorship.objects.select_related("organisation", "module").get(pk=pair.pk)
        for member in fresh.members.select_related("person__user"):
            is_mentor = member.role == ParticipationRole.MENTOR
            words = BORED if not is_mentor and mentor - mentee >= 3 else ""
            support.give_pulse(fresh, person=member.person, score=mentor if is_mentor else mentee, comment=words)

    return act
