"""What became of earlier pairs: who is free now, whom the mentors have, and which two know each other already."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from nastavnik.domain.mentorships.enums import EndReason, MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember, MentorshipStateChange
from nastavnik.domain.mentorships.queries import went_badly
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module, Participation

PARTED = (
    EndReason.DID_NOT_FIT, EndReason.MENTOR_ASKED, EndReason.MENTEE_ASKED, EndReason.BOTH_ASKED,
    EndReason.GUARDIAN_ASKED,
)  # fmt: skip
NOT_BEGUN = (MentorshipState.PROPOSED, MentorshipState.CONFIRMED)
PUT_OFF = (*NOT_BEGUN, MentorshipState.DECLINED)
OVER = (MentorshipState.DISSOLVED, MentorshipState.COMPLETED)
KeyPair = tuple[str, str]


@dataclass(frozen=True)
class History:
    """Pairs are of participation ids, as keys of the pool; `loads` counts the open mentees of a mentor."""

    free: list[Participation]
    loads: Counter[str] = field(default_factory=Counter)
    together: frozenset[KeyPair] = frozenset()
    declined: frozenset[KeyPair] = frozenset()
    partings: frozenset[KeyPair] = frozenset()
    previous: frozenset[KeyPair] = frozenset()
    current: frozenset[KeyPair] = frozenset()
    former: frozenset[KeyPair] = frozenset()


@dataclass
class _Mentorship:
    module: int
    state: str
    reason: str
    taken_back: bool
    unsuited: bool = False  # the personal meeting went badly
    is_open: bool = False
    people: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def side(self, role: str, by: int) -> list[int]:
        """Participations (`by` 0) or persons (1) of a role."""
        return [one[by] for one in self.people.get(role, ())]

    def pairs(self, by: int) -> list[tuple[int, int]]:
        mentors = self.side(ParticipationRole.MENTOR, by)
        return [(mentee, mentor) for mentee in self.side(ParticipationRole.MENTEE, by) for mentor in mentors]


def history_of(
    module: Module,
    rows: Sequence[Participation],
    *,
    rematch: bool = False,
    own: AbstractSet[KeyPair] = frozenset(),
) -> History:
    """One query. Two whose personal meeting went badly are as if one of them had declined. A pair that broke
    up, or that went well, is known wherever in the organisation it was.

    `rematch`: mentorships that have not begun are open to change; their pairs are `current` and take no place. `own`
    are pairs of the very run that is looked at: their mentorships are not counted beside it.
    """
    found = _mentorships(module)
    here = [one for one in found if one.module == module.pk and not _keys(one.pairs(0)) <= own]
    opened = [one for one in here if one.is_open and not (rematch and one.state in NOT_BEGUN)]
    movable = [one for one in here if one.is_open and rematch and one.state in NOT_BEGUN and not one.unsuited]
    taken: set[int] = set()
    loads: Counter[str] = Counter()
    for one in opened:
        mentees = one.side(ParticipationRole.MENTEE, 0)
        taken.update(mentees)
        loads.update({str(mentor): len(mentees) for mentor in one.side(ParticipationRole.MENTOR, 0)})
    exclusive = KINDS[module.kind].exclusive
    free = [p for p in rows if not (exclusive and p.role == ParticipationRole.MENTEE and p.pk in taken)]
    declined = [one for one in here if one.state == MentorshipState.DECLINED and not one.taken_back]
    said_no = [*declined, *(one for one in here if one.unsuited and one.state in PUT_OFF)]
    parted = [one for one in found if one.state == MentorshipState.DISSOLVED and one.reason in PARTED]
    over = [one for one in found if one.state in OVER]
    return History(
        free=free,
        loads=loads,
        together=_keys(pair for one in opened for pair in one.pairs(0)),
        declined=_keys(pair for one in said_no for pair in one.pairs(0)),
        partings=_known(free, (pair for one in parted for pair in one.pairs(1))),
        previous=_known(free, (p for one in found if one.state == MentorshipState.COMPLETED for p in one.pairs(1))),
        current=_keys(pair for one in movable for pair in one.pairs(0)),
        former=_known(free, _last(over)),
    )


def _last(over: Sequence[_Mentorship]) -> list[tuple[int, int]]:
    """Of each mentee the pairs of the mentorship that was last."""
    last = {mentee: one for one in over for mentee in one.side(ParticipationRole.MENTEE, 1)}
    return [(mentee, r) for mentee, one in last.items() for r in one.side(ParticipationRole.MENTOR, 1)]


def _mentorships(module: Module) -> list[_Mentorship]:
    """Mentorships of the module that are open or did not come about, and those of its people that are over."""
    coordinator = MentorshipStateChange.objects.filter(
        mentorship=OuterRef("mentorship_id"), action="decline", reason=EndReason.COORDINATOR
    )
    persons = Participation.objects.filter(module=module).values("person_id")
    rows = MentorshipMember.objects.filter(
        Q(module=module, ends_on__isnull=True)
        | Q(module=module, mentorship__state=MentorshipState.DECLINED)
        | Q(organisation=module.organisation_id, person__in=persons, mentorship__state__in=OVER)
    ).exclude(has_left=True)
    rows = rows.annotate(taken_back=Exists(coordinator), unsuited=Exists(went_badly(OuterRef("mentorship_id"))))
    found: dict[int, _Mentorship] = {}
    for row in rows.values_list(
        "mentorship_id", "module_id", "mentorship__state", "mentorship__end_reason", "taken_back", "unsuited",
        "role", "participation_id", "person_id", "ends_on",
    ).order_by("mentorship__proposed_on", "mentorship_id", "id"):  # fmt: skip
        one = found.setdefault(row[0], _Mentorship(*row[1:6]))
        one.people.setdefault(row[6], []).append((row[7], row[8]))
        one.is_open = one.is_open or row[9] is None
    return list(found.values())


def _keys(pairs: Iterable[tuple[int, int]]) -> frozenset[KeyPair]:
    return frozenset((str(mentee), str(mentor)) for mentee, mentor in pairs)


def _known(rows: Sequence[Participation], persons: Iterable[tuple[int, int]]) -> frozenset[KeyPair]:
    """Pairs of persons as pairs of the participations they have here."""
    keys = {(p.person_id, p.role): str(p.pk) for p in rows}
    found = ((keys.get((e, ParticipationRole.MENTEE)), keys.get((r, ParticipationRole.MENTOR))) for e, r in persons)
    return frozenset((mentee, mentor) for mentee, mentor in found if mentee and mentor)
