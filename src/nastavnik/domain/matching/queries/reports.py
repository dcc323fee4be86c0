"""What the studio tells beside the pairs: decisions, the trail, who is lacking, fairness, prices of decisions."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import matchengine
from matchengine import Mentee
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.adapter import key_of
from nastavnik.domain.matching.models import PairDecision
from nastavnik.domain.matching.queries.rows import (
    WEAK,
    Blocking,
    ChangeLine,
    DecisionLine,
    FairnessRow,
    Forced,
    Lack,
)
from nastavnik.domain.people.queries import names_of_users

WORTH = 10  # points of the total

if TYPE_CHECKING:
    from nastavnik.domain.matching.queries.studio import Studio


def decisions(studio: "Studio") -> list[DecisionLine]:
    """Pins and bans in force, oldest first; one query for the names of who made them."""
    rows = studio.pool.decisions
    idle = studio.pool.idle_pins
    names = names_of_users(studio.run.organisation, [one.made_by_id for one in rows])
    return [
        DecisionLine(
            pk=one.pk,
            kind=one.kind,
            mentee=studio.side(one.mentee),
            mentor=studio.side(one.mentor),
            note=one.note,
            way=one.way,
            made_by=names.get(one.made_by_id, ""),
            made_at=one.made_at,
            idle=" ".join(messages.violation(broken.code, broken.params) for broken in idle.get(_pair(one), [])),
        )
        for one in rows
    ]


def changes(studio: "Studio") -> list[ChangeLine]:
    """The trail of the run, newest first; two queries."""
    rows = list(studio.run.changes.select_related("mentee__person", "mentor__person", "from_mentor__person"))
    names = names_of_users(studio.run.organisation, [one.by_id for one in rows])
    return [
        ChangeLine(
            kind=one.kind,
            title=str(one.get_kind_display()),
            mentee=_name(one.mentee),
            mentor=_name(one.mentor),
            from_mentor=_name(one.from_mentor),
            by=names.get(one.by_id, ""),
            at=one.at,
            note=one.note,
            difference=one.difference,
        )
        for one in rows
    ]


def lacking(studio: "Studio") -> list[Lack]:
    """Places of mentors who are here, then mentors who are not: what each would bring, the most first.

    What would only move a few points is not worth asking anybody for.
    """
    found = [_lack(studio, one) for one in counted(studio).get("lacking", []) if _is_worth(one["difference"])]
    return sorted([one for one in found if one], key=lambda one: (-one.coverage, one.mentor is None, -one.total))


def forced(studio: "Studio") -> list[Forced]:
    """What each pin and each ban costs the best plan."""
    known = studio.pool.participations
    return [
        Forced(
            kind=one["kind"],
            mentee=studio.side_of(one["mentee"]),
            mentor=studio.side_of(one["mentor"]),
            difference=one["difference"],
            text=messages.cost(one["kind"], one["difference"]),
        )
        for one in counted(studio).get("forced", [])
        if one["mentee"] in known and one["mentor"] in known
    ]


def counted(studio: "Studio") -> Mapping[str, Any]:
    """The reports kept with the run, unless they are about other data."""
    reports: Mapping[str, Any] = studio.run.reports
    return reports if reports.get("input_sha256") == studio.run.input_sha256 else {}


def blocking(studio: "Studio") -> list[Blocking]:
    """Pairs in which both would gain by leaving the plan, most points first."""
    found = matchengine.blocking_pairs(studio.pool.problem, studio.plan)
    lines = []
    for one in found:
        mentee, mentor = studio.side_of(key_of(one.mentee_id)), studio.side_of(key_of(one.mentor_id))
        text = messages.both_would(mentee.name, mentor.name, one.score, one.mentee_has, one.mentor_has)
        lines.append(Blocking(mentee, mentor, one.score, one.mentee_has, one.mentor_has, text))
    return lines


def fairness(studio: "Studio") -> dict[str, list[FairnessRow]]:
    """By class ("group"), building and mode; who is not known stands last under «не указано»."""
    pool = studio.pool
    by: dict[str, Callable[[str], str]] = {
        "group": lambda key: pool.groups.get(key, ""),
        "building": lambda key: pool.values[key].building if key in pool.values else "",
        "mode": lambda key: messages.modes(pool.values[key].modes if key in pool.values else None),
    }
    return {name: _fairness(studio, group) for name, group in by.items()}


def _fairness(studio: "Studio", group: Callable[[str], str]) -> list[FairnessRow]:
    def of(mentee: Mentee) -> str | None:
        return group(key_of(mentee.id)) or None

    limit = -(-WEAK * studio.of // 100)
    rows = matchengine.fairness(studio.pool.problem, studio.plan, of, below=limit)
    return [
        FairnessRow(
            group=messages.known(one.group),
            mentees=one.mentees,
            matched=one.matched,
            left_out=one.left_out,
            weak=one.weak,
            average=None if one.average is None else one.average / 100,
            worst=one.worst,
        )
        for one in rows
    ]


def _is_worth(difference: Mapping[str, int]) -> bool:
    return any(difference[name] > 0 for name in ("coverage", "mutual", "worst")) or difference["total"] >= WORTH


def _lack(studio: "Studio", one: Mapping[str, Any]) -> Lack | None:
    difference = one["difference"]
    if "topic" in one:
        topic = studio.pool.titles.get(one["topic"], one["topic"])
        text = messages.lacking_mentor(topic, one["matched"], one["raised"])
        return Lack(None, one["matched"], difference["total"], text) if one["matched"] or one["raised"] else None
    if one["mentor"] not in studio.pool.participations:
        return None
    mentor = studio.side_of(one["mentor"])
    text = messages.lacking_place(mentor.name, difference)
    return Lack(mentor, difference["coverage"], difference["total"], text)


def _pair(decision: PairDecision) -> tuple[str, str]:
    return str(decision.mentee_id), str(decision.mentor_id)


def _name(participation: Any) -> str:
    return participation.person.list_name if participation else ""
