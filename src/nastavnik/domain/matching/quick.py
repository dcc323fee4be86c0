"""Matching without a database: two lists in, a plan with its proof and warnings out. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from nastavnik.domain.matching.adapter import age_on, is_minor
from nastavnik.domain.matching.codes import WarningCode
from nastavnik.domain.matching.records import QUICK, MatchSettings, MenteeRecord, MentorRecord
from nastavnik.domain.matching.solving import MatchedPair, Unmatched, solve_records

SIGNS_FROM = 14
Side = Literal["mentees", "mentors"]


@dataclass(frozen=True)
class Unknown:
    """Somebody who was matched although something is not known of them; in the product they would wait."""

    side: Side
    key: str
    code: WarningCode


@dataclass(frozen=True)
class QuickResult:
    """A plan in the callers' keys. `certificate` as `solving.certificate_of` describes it."""

    pairs: tuple[MatchedPair, ...]
    left_out: tuple[Unmatched, ...]
    warnings: tuple[Unknown, ...]
    certificate: dict[str, Any]
    input_sha256: str

    @property
    def levels(self) -> list[dict[str, Any]]:
        """The goals in their order: name, value, bound."""
        levels: list[dict[str, Any]] = self.certificate["levels"]
        return levels


def quick(
    mentees: Sequence[MenteeRecord],
    mentors: Sequence[MentorRecord],
    as_of: date,
    *,
    settings: MatchSettings = QUICK,
    signs_from: int = SIGNS_FROM,
) -> QuickResult:
    """Match two lists as of a day. A minor mentee without a known consent is not matched (`consent_missing`)."""
    outcome = solve_records(mentees, mentors, settings, as_of=as_of)
    warnings = (*_about_mentees(mentees, as_of, signs_from), *_about_mentors(mentors, as_of, signs_from))
    return QuickResult(outcome.pairs, outcome.left_out, warnings, outcome.certificate, outcome.input_sha256)


def _about_mentees(mentees: Iterable[MenteeRecord], on: date, signs_from: int) -> Iterator[Unknown]:
    for record in mentees:
        if record.consent is True and _signs_too(record, on, signs_from):
            yield Unknown("mentees", record.key, WarningCode.OWN_SIGNATURE_UNKNOWN)


def _about_mentors(mentors: Iterable[MentorRecord], on: date, signs_from: int) -> Iterator[Unknown]:
    for record in mentors:
        minor = is_minor(record, on)
        if minor and record.consent is not True:
            yield Unknown("mentors", record.key, WarningCode.CONSENT_UNKNOWN)
        elif minor and _signs_too(record, on, signs_from):
            yield Unknown("mentors", record.key, WarningCode.OWN_SIGNATURE_UNKNOWN)
        elif not minor and record.clearance is not True:
            yield Unknown("mentors", record.key, WarningCode.CLEARANCE_UNKNOWN)


def _signs_too(record: MenteeRecord | MentorRecord, on: date, signs_from: int) -> bool:
    """A guardian's consent is known; from this age the child's own signature stands beside it."""
    age = age_on(record.birth_date, on)
    return bool(is_minor(record, on)) and age is not None and age >= signs_from
