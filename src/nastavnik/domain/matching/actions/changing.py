"""A change by hand: another mentor, or none. The same rules as the engine's, or it is refused with the reason."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.actions.running import proposal, write_left_out
from nastavnik.domain.matching.adapter import digest
from nastavnik.domain.matching.codes import HandCode
from nastavnik.domain.matching.enums import MatchRunState, ProposalOrigin
from nastavnik.domain.matching.errors import ChangeRefused, DataChanged, RunIsOver
from nastavnik.domain.matching.models import MatchRun, Proposal
from nastavnik.domain.matching.plans import left_out_of, problems_of_change, scored
from nastavnik.domain.matching.queries.pool import Pool, pool_of
from nastavnik.domain.programmes.models import Participation


@transaction.atomic
def adjust(
    run: MatchRun, *, mentee: Participation, mentor: Participation | None, version: int | None = None, by: Any
) -> Proposal | None:
    """Give a mentee another mentor, or with None none. With a `version` a page that is no longer true is refused."""
    rows = MatchRun.objects.select_for_update(of=("self",)).select_related("module", "organisation")
    locked = rows.get(pk=run.pk)
    if locked.state != MatchRunState.READY:
        raise RunIsOver()
    if version is not None and version != locked.version:
        raise ChangedMeanwhile(locked, "adjust")
    pool = require_unchanged(locked)
    pairs = [(str(m), str(r)) for m, r in locked.proposals.values_list("mentee_id", "mentor_id")]
    others = [pair for pair in pairs if pair[0] != str(mentee.pk)]
    made = None
    if mentor is not None:
        made = _replace(locked, pool, others, (str(mentee.pk), str(mentor.pk)))
    else:
        locked.proposals.filter(mentee=mentee).delete()
    _explain_left_out(locked, pool, others if mentor is None else [*others, (str(mentee.pk), str(mentor.pk))], mentee)
    _count(locked, run)
    audit.record("matchrun.adjust", locked, by=by, fields=["proposals"])
    return made


def require_unchanged(run: MatchRun) -> Pool:
    """The people and settings of the run as they are today; DataChanged if they are not what it was made from."""
    today = clock.today(run.organisation.time_zone)
    pool = pool_of(run.module, as_of=run.as_of, gates_on=max(today, run.as_of))
    if digest(pool.problem) != run.input_sha256:
        raise DataChanged()
    return pool


def _replace(run: MatchRun, pool: Pool, others: list[tuple[str, str]], pair: tuple[str, str]) -> Proposal:
    broken = problems_of_change(pool.problem, others, pair)
    if broken:
        raise ChangeRefused(why=" ".join(messages.violation(one.code, one.params) for one in broken))
    run.proposals.filter(mentee_id=int(pair[0])).delete()
    made = proposal(run, scored(pool.problem, pair), origin=ProposalOrigin.HAND)
    made.save(force_insert=True)
    return made


def _explain_left_out(run: MatchRun, pool: Pool, pairs: list[tuple[str, str]], removed: Participation) -> None:
    people = left_out_of(pool.problem, pairs)
    for number, one in enumerate(people):
        if one.mentee == str(removed.pk):
            people[number] = type(one)(one.mentee, str(HandCode.REMOVED_BY_HAND), {}, one.helps)
    write_left_out(run, people)


def _count(locked: MatchRun, run: MatchRun) -> None:
    """The run has changed: pages made before are late."""
    MatchRun.objects.filter(pk=locked.pk).update(version=locked.version + 1)
    run.version = locked.version = locked.version + 1
