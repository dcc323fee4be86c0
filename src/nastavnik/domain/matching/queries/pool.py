"""Who is there to match: rows of a module → records and the engine's problem, in a constant number of queries."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from matchengine import Problem, Violation
from nastavnik.domain.matching.adapter import build
from nastavnik.domain.matching.enums import DecisionKind, MatchRunState, SuggestionState
from nastavnik.domain.matching.models import MatchRun, PairDecision, Proposal, Suggestion
from nastavnik.domain.matching.plans import with_pins
from nastavnik.domain.matching.queries.history import History, history_of
from nastavnik.domain.matching.queries.kin import kin_of
from nastavnik.domain.matching.queries.meetings import mutual_pairs
from nastavnik.domain.matching.queries.people import EMPTY, Facts, mentee_record, mentor_record
from nastavnik.domain.matching.records import MatchSettings, MenteeRecord, MentorRecord, PairFacts
from nastavnik.domain.matching.settings import choices, settings_of
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.mentorships.queries.ending import resting
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries.catalogue import kind_of
from nastavnik.domain.programmes.queries.participants import with_gates
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.topics import distinct_topics

KeyPair = tuple[str, str]


@dataclass(frozen=True)
class Waiting:
    """Somebody ready for matching whom a gate keeps out: `code` is "consent" or "clearance"."""

    participation: Participation
    code: str


@dataclass(frozen=True)
class Pool:
    """The people of one matching as of a day, with all that the pages tell of them; keys are participation ids."""

    module: Module
    as_of: date
    settings: MatchSettings
    mentees: tuple[MenteeRecord, ...]
    mentors: tuple[MentorRecord, ...]
    facts: PairFacts
    decisions: tuple[PairDecision, ...]
    participations: dict[str, Participation]
    values: dict[str, ProfileValues]
    groups: dict[str, str]
    loads: Counter[str] = field(default_factory=Counter)  # open mentees of a mentor before this matching
    former: frozenset[KeyPair] = frozenset()  # the pairs that each mentee had last

    @property
    def problem(self) -> Problem:
        """What the engine is asked; pins that cannot hold are left out of it."""
        return self._held[0]

    @property
    def idle_pins(self) -> dict[KeyPair, list[Violation]]:
        """Pins that cannot hold as the data are now, with why."""
        return self._held[1]

    @cached_property
    def _held(self) -> tuple[Problem, dict[KeyPair, list[Violation]]]:
        free = replace(self.facts, pins=frozenset())
        problem = build(self.mentees, self.mentors, self.settings, as_of=self.as_of, facts=free)
        asked = [(str(one.mentee_id), str(one.mentor_id)) for one in self.decisions if one.kind == DecisionKind.PIN]
        return with_pins(problem, [pair for pair in asked if pair in self.facts.pins])

    @cached_property
    def titles(self) -> dict[str, str]:
        """Topics in the spelling of people."""
        values = self.values.values()
        return distinct_topics(
            title
            for one in values
            for title in (
                one.main_need or "",
                one.team_topic or "",
                *one.needs,
                *one.competences,
                *one.interests,
                *one.values,
                *one.ways,
            )
        )

    @property
    def places(self) -> int:
        return sum(mentor.places or 0 for mentor in self.mentors)

    def name(self, key: str) -> str:
        """Surname and given name, or nothing for somebody who is no longer here."""
        found = self.participations.get(key)
        return found.person.list_name if found else ""

    def way_of(self, mentee: str, mentor: str, otherwise: str = Way.QUESTIONNAIRE) -> str:
        """How a pair came about, whoever brings it into a plan: as it was pinned, as somebody suggested it, by choosing
        each other, else `otherwise`. A pin of a pair that was only found or named tells less than what is known of it.
        """
        pair = (mentee, mentor)
        pinned = next((d.way for d in self.decisions if (str(d.mentee_id), str(d.mentor_id)) == pair and d.way), "")
        met = Way.GROUP_MEETING if pair in self.facts.mutual else ""
        told = pinned if pinned not in (Way.HAND, Way.QUESTIONNAIRE) else ""
        return told or self.suggested.get(pair, "") or met or pinned or otherwise

    @cached_property
    def suggested(self) -> dict[KeyPair, str]:
        """The ways of pairs that somebody named, unless a coordinator put that aside. One query, when it is asked."""
        rows = Suggestion.objects.filter(module=self.module).exclude(state=SuggestionState.SET_ASIDE).order_by("pk")
        return {(str(mentee), str(mentor)): way for mentee, mentor, way in rows.values_list("mentee", "mentor", "way")}

    def waiting(self) -> list[Waiting]:
        """Whom the gates keep out, by name; no consent is said before no clearance."""
        found = [Waiting(self.participations[m.key], "consent") for m in self.mentees if not m.consent]
        found += [Waiting(self.participations[m.key], "consent") for m in self.mentors if not m.consent]
        if self.needs_clearance:
            unchecked = [m for m in self.mentors if m.consent and not m.is_minor and not m.clearance]
            found += [Waiting(self.participations[m.key], "clearance") for m in unchecked]
        return sorted(found, key=lambda one: one.participation.person.normal_name)

    @property
    def needs_clearance(self) -> bool:
        return any(mentee.is_minor for mentee in self.mentees)


def pool_of(
    module: Module,
    *,
    as_of: date,
    gates_on: date | None = None,
    rematch: bool = False,
    kept_from: int | None = None,
    own: AbstractSet[KeyPair] = frozenset(),
) -> Pool:
    """Everybody of the module who is ready and free; ages as of `as_of`, consents and clearances as of `gates_on`.

    `rematch`: mentorships that have not begun may change, as few as possible; `kept_from` is the run whose pairs are
    to be kept beside them; `own` are pairs whose mentorships are not counted.
    """
    on = gates_on or as_of
    ready = Participation.objects.filter(module=module, state=ParticipationState.READY).select_related("person")
    ready = ready.exclude(pk__in=resting(on).values("participation"))
    rows = list(with_gates(ready, on).order_by("id"))
    history = history_of(module, rows, rematch=rematch, own=own)
    free = history.free
    about = Facts.of(free, on)
    mentees = tuple(mentee_record(p, about) for p in free if p.role == ParticipationRole.MENTEE)
    usual = kind_of(module).rules.usual_places
    mentors = tuple(mentor_record(p, about, usual, history.loads) for p in free if p.role == ParticipationRole.MENTOR)
    decisions = _decisions(module)
    return Pool(
        module=module,
        as_of=as_of,
        settings=_settings(module, usual, clearance=any(mentee.is_minor for mentee in mentees)),
        mentees=mentees,
        mentors=mentors,
        facts=_pair_facts(module, history, decisions, on, kept_from),
        decisions=decisions,
        participations={str(p.pk): p for p in free},
        values={str(p.pk): about.values.get(p.pk, EMPTY) for p in free},
        groups={str(p.pk): about.groups[p.person_id][0] for p in free if p.person_id in about.groups},
        loads=history.loads,
        former=history.former,
    )


def pool_for(run: MatchRun, *, gates_on: date | None = None, looked_at: bool = False) -> Pool:
    """The pool of a run, with what the run was asked to keep.

    `looked_at`: for pages; what became of a published run is left out of account, so that its people are here.
    """
    return pool_of(
        run.module,
        as_of=run.as_of,
        gates_on=gates_on,
        rematch=bool(run.settings.get("rematch")),
        kept_from=run.settings.get("kept_from"),
        own=frozenset(_kept(run.pk, set())) if looked_at and run.state == MatchRunState.PUBLISHED else frozenset(),
    )


def settings_chosen(module: Module) -> dict[str, object]:
    """What is in force in a module; see `settings.choices`."""
    return choices(module.kind, module.matching_settings, role_model=_role_model(module))


def last_ready(module: Module) -> int | None:
    """The newest run that waits for a decision."""
    return MatchRun.objects.filter(module=module, state=MatchRunState.READY).values_list("pk", flat=True).first()


def _settings(module: Module, usual_places: int, *, clearance: bool) -> MatchSettings:
    said = settings_of(module.kind, module.matching_settings, role_model=_role_model(module), clearance=clearance)
    return replace(said, usual_places=usual_places)


def _role_model(module: Module) -> str:
    return module.role_model.title if module.role_model else ""


def _decisions(module: Module) -> tuple[PairDecision, ...]:
    rows = PairDecision.objects.filter(module=module, ended_at__isnull=True)
    return tuple(rows.select_related("mentee__person", "mentor__person", "made_by").order_by("id"))


def _pair_facts(
    module: Module, history: History, decisions: Sequence[PairDecision], on: date, kept_from: int | None
) -> PairFacts:
    decided = {
        kind: {(str(one.mentee_id), str(one.mentor_id)) for one in decisions if one.kind == kind}
        for kind in DecisionKind
    }
    siblings = bool(choices(module.kind, module.matching_settings)["rules"]["kinship"])
    kept = history.current | _kept(kept_from, {mentee for mentee, _mentor in history.current})
    return PairFacts(
        mutual=mutual_pairs(module),
        pins=decided[DecisionKind.PIN] - history.together,
        bans=decided[DecisionKind.BAN] | history.together,
        declined=history.declined,
        partings=history.partings,
        previous=history.previous,
        current=kept,
        kin=kin_of([p.person_id for p in history.free], on, siblings=siblings),
    )


def _kept(run: int | None, others: set[str]) -> frozenset[KeyPair]:
    """Pairs of a proposal, of mentees who are not in an open mentorship."""
    if run is None:
        return frozenset()
    rows = Proposal.objects.filter(run_id=run).values_list("mentee_id", "mentor_id")
    return frozenset((str(mentee), str(mentor)) for mentee, mentor in rows if str(mentee) not in others)
