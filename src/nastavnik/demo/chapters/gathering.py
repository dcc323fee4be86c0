"""The newest of «Старшие — младшим» meet in the assembly hall: who named whom, what the class teacher saw."""

from nastavnik.demo import cast
from nastavnik.demo.cast import Child
from nastavnik.demo.school import School
from nastavnik.domain.matching import actions as matching
from nastavnik.domain.matching.models import GroupMeeting, Presence
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Openness
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.records import ObservedValues

MENTEES, MENTORS = cast.THIRD_MENTEES, cast.THIRD_MENTORS
HELD = 2  # days before today
# Who named whom, in order; the last of the children has not answered.
CHOICES: tuple[tuple[Child, tuple[Child, ...]], ...] = (
    (MENTEES[0], (MENTORS[0], MENTORS[1])),
    (MENTEES[1], (MENTORS[1],)),
    (MENTEES[2], (MENTORS[0],)),
    (MENTEES[3], ()),
    (MENTORS[0], (MENTEES[0], MENTEES[3])),
    (MENTORS[1], (MENTEES[3], MENTEES[1])),
)


def tell(school: School) -> None:
    timeline = school.timeline
    timeline.on(timeline.day(3), lambda: _plan(school), hour=15)
    timeline.on(timeline.day(HELD), lambda: _came(school), hour=16)
    timeline.on(timeline.day(HELD), lambda: _choose(school), hour=17)
    timeline.on(timeline.day(1), lambda: _close(school), hour=12)
    timeline.on(timeline.day(1), lambda: _observe(school), hour=13)
    timeline.on(timeline.day(1), lambda: _suggest(school), hour=17)


def _plan(school: School) -> None:
    matching.plan_group_meeting(
        school.module,
        title="Чай и настольные игры",
        held_on=school.timeline.day(HELD),
        place="Актовый зал",
        by=school.coordinator,
    )


def _meeting(school: School) -> GroupMeeting:
    return GroupMeeting.objects.select_related("organisation", "module").get(module=school.module)


def _who(school: School, child: Child) -> Participation:
    rows = Participation.objects.select_related("person", "organisation")
    return rows.get(module=school.module, person=school.families[child].child)


def _came(school: School) -> None:
    meeting = _meeting(school)
    came = [_who(school, child).pk for child in (*MENTEES, *MENTORS)]
    matching.mark_attendance(meeting, came=came, by=school.coordinator)
    matching.open_choices(meeting, by=school.coordinator)


def _choose(school: School) -> None:
    rows = Presence.objects.select_related("meeting__organisation", "participation__person__user")
    for child, chosen in CHOICES:
        row = rows.get(meeting__module=school.module, participation=_who(school, child))
        names = [_who(school, one).pk for one in chosen]
        matching.choose(row, chosen=names, version=row.version, by=row.participation.person.user)


def _close(school: School) -> None:
    matching.close_choices(_meeting(school), by=school.coordinator)


def _observe(school: School) -> None:
    """Of a child and a mentor who said little of themselves: what one sees at lessons."""
    programmes.observe(
        _who(school, MENTEES[3]),
        seen=ObservedValues(openness=Openness.WITH_FEW, level=1, ways=("на примере", "через дело")),
        note="В большом классе молчит, вдвоём рассказывает охотно. Лучше начинать с того, что можно сделать руками.",
        by=school.teacher,
    )
    programmes.observe(
        _who(school, MENTORS[1]),
        seen=ObservedValues(openness=Openness.WITH_TIME, level=4, values=("дружба",), ways=("через дело",)),
        note="Терпелива с младшими, не торопит.",
        by=school.teacher,
    )


def _suggest(school: School) -> None:
    matching.suggest(
        school.module,
        mentee=_who(school, MENTEES[4]),
        mentor=_who(school, MENTORS[1]),
        way=Way.TEACHER_PROPOSAL,
        note="Живут в одном дворе, оба спокойные: начнут без стеснения.",
        by=school.teacher,
    )
