"""Naming a pair, and deciding about it."""

from django.db import IntegrityError, transaction

from nastavnik.core import audit, clock
from nastavnik.core.lifecycle import advance
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.actions.changing import apply_change
from nastavnik.domain.matching.changes import Change
from nastavnik.domain.matching.enums import MOST_CHOICES, DecisionKind
from nastavnik.domain.matching.errors import (
    AlreadySuggested,
    ChangeRefused,
    DataChanged,
    EnoughNamed,
    NobodyCalledSo,
    NotForThisPair,
    SeveralCalledSo,
)
from nastavnik.domain.matching.models import MatchRun, PairDecision, Suggestion
from nastavnik.domain.matching.plans import problems_of_change
from nastavnik.domain.matching.queries.naming import mentors_called, named_by
from nastavnik.domain.matching.queries.pool import pool_of
from nastavnik.domain.matching.queries.suggestions import SUGGESTIBLE
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.mentorships.errors import WithThemself
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module, Participation


@transaction.atomic
def suggest(
    module: Module, *, mentee: Participation, mentor: Participation, way: str, note: str = "", by: User
) -> Suggestion:
    """A teacher names a pair, or writes down that the two chose each other; the coordinator decides."""
    for participation, role in ((mentee, ParticipationRole.MENTEE), (mentor, ParticipationRole.MENTOR)):
        at_home = participation.module_id == module.pk and participation.role == role
        if not at_home or participation.state not in SUGGESTIBLE:
            raise NotForThisPair(name=participation.person.list_name)
    if mentee.person_id == mentor.person_id:
        raise WithThemself(name=mentee.person.list_name)
    try:
        with transaction.atomic():
            row = Suggestion.objects.create(
                organisation_id=module.organisation_id,
                module=module,
                mentee=mentee,
                mentor=mentor,
                way=Way(way),
                note=note.strip(),
                by=by,
                at=clock.now(),
            )
    except IntegrityError as error:
        raise AlreadySuggested from error
    audit.record("suggestion.add", row, by=by, fields=["mentee", "mentor", "way", "note"])
    return row


@transaction.atomic
def name_mentor(participation: Participation, *, called: str, note: str = "", by: User) -> Suggestion:
    """A mentee knows already with whom: the coordinator hears of it first, the mentor when the pair is published."""
    if named_by(by).count() >= MOST_CHOICES:
        raise EnoughNamed
    found = mentors_called(participation.module, called)
    if not found:
        raise NobodyCalledSo
    if len(found) > 1:
        raise SeveralCalledSo
    return suggest(participation.module, mentee=participation, mentor=found[0], way=Way.SELF_CHOICE, note=note, by=by)


@transaction.atomic
def accept_suggestion(suggestion: Suggestion, *, run: MatchRun | None = None, by: User) -> None:
    """The coordinator takes the pair: it is pinned with the way it was made, in every later run of the module.

    In a `run` that waits for a decision the best plan with the pair takes its place at once; where the people have
    changed since, or there is no run, the next one holds it. ChangeRefused where a rule forbids the pair.
    """
    advance(suggestion, "accept_suggestion", by=by)
    mentee, mentor = str(suggestion.mentee_id), str(suggestion.mentor_id)
    if run is None or not _pinned_in(run, suggestion, Change("pin", mentee, mentor), by):
        require_possible(suggestion.module, mentee=mentee, mentor=mentor)
        _pin(suggestion, by)


def _pinned_in(run: MatchRun, suggestion: Suggestion, change: Change, by: User) -> bool:
    try:
        apply_change(run, change, whole=True, note=suggestion.note, way=suggestion.way, by=by)
    except DataChanged:
        return False
    return True


def _pin(suggestion: Suggestion, by: User) -> None:
    keys = {"module": suggestion.module, "mentee_id": suggestion.mentee_id, "mentor_id": suggestion.mentor_id}
    PairDecision.objects.filter(**keys, ended_at__isnull=True).update(ended_at=clock.now(), ended_by=by)
    decision = PairDecision.objects.create(
        organisation_id=suggestion.organisation_id,
        **keys,
        kind=DecisionKind.PIN,
        way=suggestion.way,
        note=suggestion.note,
        made_by=by,
        made_at=clock.now(),
    )
    audit.record("pairdecision.pin", decision, by=by, fields=["kind", "way", "note"])


def require_possible(module: Module, *, mentee: str, mentor: str) -> None:
    """No rule of the module forbids the two, whatever the rest of the plan."""
    pool = pool_of(module, as_of=clock.today(module.organisation.time_zone))
    broken = problems_of_change(pool.problem, [], (mentee, mentor))
    if broken:
        raise ChangeRefused(why="; ".join(messages.violation(one.code, one.params) for one in broken))


def set_aside_suggestion(suggestion: Suggestion, *, by: User, note: str = "") -> Suggestion:
    """Not now; whoever named the pair sees it on their list."""
    advance(suggestion, "set_aside_suggestion", by=by, note=note)
    return suggestion
