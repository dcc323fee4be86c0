"""What becomes of a proposal: it is published, or discarded."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.lifecycle import advance
from nastavnik.domain.matching.actions.changing import require_unchanged
from nastavnik.domain.matching.errors import NothingToPublish
from nastavnik.domain.matching.models import MatchRun, Proposal
from nastavnik.domain.matching.queries.replacing import parted, together
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module

# A group whose members came by different ways asks for what the strictest of them asks for.
STRICTEST_FIRST = (Way.TEACHER_PROPOSAL, Way.SELF_CHOICE, Way.GROUP_MEETING, Way.HAND, Way.QUESTIONNAIRE)


@transaction.atomic
def publish(run: MatchRun, *, on: date, by: Any, version: int | None = None) -> list[Mentorship]:
    """Ask both sides of every pair; after a second matching only those who are not asked already.

    Of two who press at once, for one run or for two of the module, one publishes. Nothing is published that has
    changed: neither the data since it was counted, nor with a `version` the plan since the page was made.
    """
    Module.objects.select_for_update(no_key=True).get(pk=run.module_id)  # no_key: decisions of pairs refer to it
    now = MatchRun.objects.select_for_update(no_key=True).get(pk=run.pk)
    if version is not None and version != now.version:
        raise ChangedMeanwhile(run, "publish")
    advance(run, "publish", by=by)
    require_unchanged(run)
    rows = run.proposals.select_related("mentor__person", "mentee__person", "mentor__module", "mentee__module")
    proposals = list(rows.order_by("id"))
    kept = _make_room(run, proposals, by) if run.settings.get("rematch") else set()
    if not proposals:
        raise NothingToPublish()
    new = [one for one in proposals if (one.mentor_id, one.mentee_id) not in kept]
    if KINDS[run.module.kind].mentees > 1:
        return _propose_together(run, new, on, by)
    pairs = [(one.mentor, one.mentee) for one in new]
    ways = {(one.mentor_id, one.mentee_id): one.way for one in new}
    return mentorships.propose(run.module, pairs=pairs, ways=ways, on=on, by=by)


def discard(run: MatchRun, *, by: Any, note: str = "") -> MatchRun:
    """The proposal is put aside; nobody hears of it."""
    advance(run, "discard", by=by, note=note)
    return run


def _propose_together(run: MatchRun, proposals: list[Proposal], on: date, by: Any) -> list[Mentorship]:
    """Where the kind is a group or a team, the mentees of the same mentors are together."""
    people = {one.pk: one for proposal in proposals for one in (proposal.mentor, proposal.mentee)}
    ways = {(one.mentor_id, one.mentee_id): one.way for one in proposals}
    return [
        mentorships.propose_team(
            run.module,
            mentors=[people[pk] for pk in sorted(mentors)],
            mentees=[people[pk] for pk in sorted(mentees)],
            way=min((ways[mentor, mentee] for mentor in mentors for mentee in mentees), key=STRICTEST_FIRST.index),
            on=on,
            by=by,
        )
        for mentors, mentees in together(proposals).items()
    ]


def _make_room(run: MatchRun, proposals: list[Proposal], by: Any) -> set[tuple[int, int]]:
    """Mentorships that have not begun and are not in the new plan are taken back; those that are in it stay as they
    are, with the answers that were given. The pairs that stay: (mentor, mentee)."""
    kept, leaving = parted(run, proposals)
    for mentorship in leaving:
        mentorships.decline(mentorship, by=by)
    return kept
