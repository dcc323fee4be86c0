"""What becomes of a proposal: it is published, or discarded."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core.lifecycle import advance
from nastavnik.domain.matching.actions.changing import require_unchanged
from nastavnik.domain.matching.errors import NothingToPublish
from nastavnik.domain.matching.models import MatchRun, Proposal
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.kinds import KINDS

# A group whose members came by different ways asks for what the strictest of them asks for.
STRICTEST_FIRST = (Way.TEACHER_PROPOSAL, Way.SELF_CHOICE, Way.GROUP_MEETING, Way.HAND, Way.QUESTIONNAIRE)


@transaction.atomic
def publish(run: MatchRun, *, on: date, by: Any) -> list[Mentorship]:
    """Ask both sides of every pair. Of two who press at once one publishes; nothing is published that has changed."""
    advance(run, "publish", by=by)
    require_unchanged(run)
    rows = run.proposals.select_related("mentor__person", "mentee__person", "mentor__module", "mentee__module")
    proposals = list(rows.order_by("id"))
    if not proposals:
        raise NothingToPublish()
    if KINDS[run.module.kind].mentees > 1:
        return _propose_groups(run, proposals, on, by)
    pairs = [(proposal.mentor, proposal.mentee) for proposal in proposals]
    ways = {(one.mentor_id, one.mentee_id): one.way for one in proposals}
    return mentorships.propose(run.module, pairs=pairs, ways=ways, on=on, by=by)


def discard(run: MatchRun, *, by: Any, note: str = "") -> MatchRun:
    """The proposal is put aside; nobody hears of it."""
    advance(run, "discard", by=by, note=note)
    return run


def _propose_groups(run: MatchRun, proposals: list[Proposal], on: date, by: Any) -> list[Mentorship]:
    """Where the kind is a group, the mentees of one mentor are together."""
    groups: dict[int, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        groups[proposal.mentor_id].append(proposal)
    return [
        mentorships.propose_group(
            run.module,
            mentor=together[0].mentor,
            mentees=[one.mentee for one in together],
            way=next(way for way in STRICTEST_FIRST if way in {one.way for one in together}),
            on=on,
            by=by,
        )
        for together in groups.values()
    ]
