"""A change by hand: a pin, a ban, another mentor, or none. The same rules as the engine's, or it is refused."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from matchengine import check, solve
from matchengine.problem import ProblemRefused
from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.lifecycle import advance
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.actions.reporting import ask_report
from nastavnik.domain.matching.actions.running import proposal, write_left_out
from nastavnik.domain.matching.adapter import digest
from nastavnik.domain.matching.changes import DECISIONS, PLACING, Change
from nastavnik.domain.matching.codes import HandCode
from nastavnik.domain.matching.enums import DecisionKind, MatchRunState, ProposalOrigin, SuggestionState
from nastavnik.domain.matching.errors import ChangeRefused, DataChanged, RunIsOver
from nastavnik.domain.matching.models import MatchRun, PairDecision, Proposal, RunChange, Suggestion
from nastavnik.domain.matching.plans import Keys, ids_of_pairs, left_out_of, levels_of, scored
from nastavnik.domain.matching.pricing import Priced, priced
from nastavnik.domain.matching.queries.pool import Pool, pool_for
from nastavnik.domain.matching.solving import Unmatched, certificate_of
from nastavnik.domain.mentorships.enums import Way


@transaction.atomic
def apply_change(
    run: MatchRun,
    change: Change,
    *,
    whole: bool = False,
    note: str = "",
    way: str = "",
    version: int | None = None,
    by: Any,
) -> RunChange:
    """Do what `queries.price` priced: the plain change, or with `whole` the best plan that holds it.

    With a `version` a page that is no longer true is refused (ChangedMeanwhile). DataChanged where the people are not
    those of the run, ChangeRefused where a rule forbids it. `way` is kept with a pair that is made here; without one
    the facts decide. Who makes a pair that somebody suggested has taken the suggestion.
    """
    locked = _locked(run, version)
    pool = require_unchanged(locked)
    before = [(str(e), str(r)) for e, r in locked.proposals.values_list("mentee_id", "mentor_id")]
    found = priced(pool.problem, before, change, whole=whole)
    if found.refusals:
        raise ChangeRefused(why=" ".join(found.refusals))
    way = way or _way_of(locked, pool, change)
    _decide(locked, change, note=note, way=way, by=by)
    _write(locked, pool, before, found, change, way)
    _accept_suggestion(locked, change, by)
    made = _remember(locked, before, found, change, note, by)
    _count(locked, run)
    ask_report(locked)
    audit.record(f"matchrun.{change.kind}", locked, by=by, fields=["proposals"])
    return made


def require_unchanged(run: MatchRun) -> Pool:
    """The people and settings of the run as they are today; DataChanged if they are not what it was made from."""
    pool = _today(run)
    if digest(pool.problem) != run.input_sha256:
        raise DataChanged()
    return pool


def _locked(run: MatchRun, version: int | None) -> MatchRun:
    rows = MatchRun.objects.select_for_update(of=("self",), no_key=True)
    locked = rows.select_related("module__role_model", "organisation").get(pk=run.pk)
    if locked.state != MatchRunState.READY:
        raise RunIsOver()
    if version is not None and version != locked.version:
        raise ChangedMeanwhile(locked, "change")
    return locked


def _today(run: MatchRun) -> Pool:
    today = clock.today(run.organisation.time_zone)
    return pool_for(run, gates_on=max(today, run.as_of))


def _decide(run: MatchRun, change: Change, *, note: str, way: str, by: Any) -> None:
    """A pin or a ban takes the place of what was decided about the pair before; the others end it."""
    if change.kind not in DECISIONS:
        return
    pair = {"module": run.module, "mentee_id": int(change.mentee), "mentor_id": int(change.mentor or 0)}
    PairDecision.objects.filter(**pair, ended_at__isnull=True).update(ended_at=clock.now(), ended_by=by)
    if change.kind in ("unpin", "lift_ban"):
        return
    pinned = change.kind == "pin"
    PairDecision.objects.create(
        organisation_id=run.organisation_id,
        **pair,
        kind=DecisionKind.PIN if pinned else DecisionKind.BAN,
        note=note.strip(),
        way=way if pinned else "",
        made_by=by,
        made_at=clock.now(),
    )


def _way_of(run: MatchRun, pool: Pool, change: Change) -> str:
    """By the facts; where they say nothing, a pair that is there already keeps its way, and a new one is by hand."""
    there = run.proposals.filter(mentee_id=int(change.mentee), mentor_id=int(change.mentor or 0))
    known = there.values_list("way", flat=True).first()
    return pool.way_of(change.mentee, change.mentor or "", otherwise=known or Way.HAND)


def _accept_suggestion(run: MatchRun, change: Change, by: Any) -> None:
    """Whoever pins a suggested pair, or puts it into the plan, takes the suggestion."""
    if change.kind not in PLACING:
        return
    pair = {"mentee_id": int(change.mentee), "mentor_id": int(change.mentor or 0)}
    for suggestion in Suggestion.objects.filter(module=run.module, state=SuggestionState.OPEN, **pair):
        advance(suggestion, "accept_suggestion", by=by)


def _write(run: MatchRun, pool: Pool, before: list[Keys], found: Priced, change: Change, way: str) -> None:
    """Only what is different is written, so that the other pairs keep their rows."""
    gone = set(before) - set(found.pairs)
    for mentee, mentor in gone:
        run.proposals.filter(mentee_id=int(mentee), mentor_id=int(mentor)).delete()
    Proposal.objects.bulk_create(
        _made(run, pool, found, pair, change, way) for pair in found.pairs if pair not in set(before)
    )
    if change.kind in PLACING:
        named = run.proposals.filter(mentee_id=int(change.mentee), mentor_id=int(change.mentor or 0))
        named.update(way=way)  # a pair that was there already may have come about otherwise
    write_left_out(run, _left_out(found, change))
    run.input_sha256, run.certificate = _proved(run, found, change)
    run.save(update_fields=["input_sha256", "certificate"])


def _proved(run: MatchRun, found: Priced, change: Change) -> tuple[str, dict[str, Any]]:
    """The digest of the problem as it is decided now and the certificate of that very problem; it says so where the
    plan at hand is not as good as what is proved.

    A swap or a removal leaves the problem, and with it the proof, as it was. A pin that no whole plan can hold is
    refused; where the problem had no plan already, its end is written down without any proof.
    """
    problem = _today(run).problem
    try:
        best = solve(problem) if change.kind in DECISIONS or not run.certificate.get("levels") else None
    except ProblemRefused as error:
        if change.kind == "pin":
            raise ChangeRefused(why=messages.refused(str(error.code))) from error
        return digest(problem), {"levels": [], "changed_by_hand": True}
    known = {**certificate_of(problem, best), "checked_again": True} if best else dict(run.certificate)
    reached = vars(levels_of(problem, found.pairs))
    as_good = all(reached[one["name"]] == one["value"] for one in known["levels"])
    holds = not check(problem, ids_of_pairs(problem, found.pairs))
    return digest(problem), {**known, "changed_by_hand": not (as_good and holds)}


def _made(run: MatchRun, pool: Pool, found: Priced, pair: Keys, change: Change, way: str) -> Proposal:
    by_hand = change.kind in PLACING and pair == (change.mentee, change.mentor)
    origin = ProposalOrigin.HAND if by_hand else ProposalOrigin.ENGINE
    return proposal(run, scored(found.problem, pair), origin=origin, way=way if by_hand else pool.way_of(*pair))


def _left_out(found: Priced, change: Change) -> list[Unmatched]:
    """Who lost the mentor by this very change is told so."""
    people = left_out_of(found.problem, found.pairs)
    if change.kind not in ("remove", "ban"):
        return people
    removed = str(HandCode.REMOVED_BY_HAND)
    return [replace(one, code=removed, params={}) if one.mentee == change.mentee else one for one in people]


def _remember(run: MatchRun, before: list[Keys], found: Priced, change: Change, note: str, by: Any) -> RunChange:
    had = [mentor for mentee, mentor in before if mentee == change.mentee and mentor != change.mentor]
    return RunChange.objects.create(
        organisation_id=run.organisation_id,
        run=run,
        kind=change.kind,
        mentee_id=int(change.mentee),
        mentor_id=int(change.mentor) if change.mentor else None,
        from_mentor_id=int(had[0]) if had and change.kind in PLACING else None,
        note=note.strip(),
        difference=found.before.until(found.after),
        by=by,
        at=clock.now(),
    )


def _count(locked: MatchRun, run: MatchRun) -> None:
    """The run has changed: pages made before are late."""
    MatchRun.objects.filter(pk=locked.pk).update(version=locked.version + 1)
    run.version = locked.version = locked.version + 1
    run.input_sha256, run.certificate = locked.input_sha256, locked.certificate
