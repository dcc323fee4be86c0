"""Приказ о закреплении наставнических пар."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nastavnik.domain.documents.kinds.letterhead import (
    Institution,
    Official,
    Participant,
    letterhead,
    properties,
    signature,
)
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, held, long_date, term
from nastavnik.domain.people.names import Case, Doubt, initials

# Up to so many mentors are named one by one in the first point; a longer list is given by the table alone.
NAMED_IN_TEXT = 10
END_OF_ITEM = re.compile(r"(?:;|(?<![А-ЯЁ])\.)+$")  # the full stop of an initial stays


@dataclass(frozen=True)
class PairLine:
    """One row of the table; a group is several rows of one mentor."""

    mentor: Participant
    mentee: Participant
    form: str = ""
    kind: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class OrderContext:
    """What an order is made of. `grounds` are acts in the nominative, as the organisation keeps them; nothing about
    law stands in the code. Without a `controller` the head keeps the control."""

    institution: Institution
    programme: str
    pairs: Sequence[PairLine]
    head: Official
    number: str = ""
    day: date | None = None
    title: str = "О закреплении наставнических пар"
    grounds: Sequence[str] = ()
    coordinator: Official | None = None
    coordinator_duties: Sequence[str] = ()
    further_points: Sequence[str] = ()
    controller: Official | None = None
    basis: Sequence[str] = ()


@dataclass(frozen=True)
class NameToCheck:
    """A name whose form somebody should look at before the order is signed."""

    name: str
    case: Case
    doubts: tuple[Doubt, ...]


def build(context: OrderContext) -> dict[str, Any]:
    """The order as plain data for both templates: the same sentences in DOCX and PDF.

    Raises ValueError without a pair: such an order orders nothing.
    """
    if not context.pairs:
        raise ValueError("an appointment order needs at least one pair")
    first, *others = _points(context)
    return {
        "properties": properties(_file_title(context), context.institution, context.day),
        "letterhead": letterhead(context.institution),
        "number": f"№{NO_BREAK_SPACE}{context.number or '________'}",
        "date": long_date(context.day),
        "city": held(context.institution.city),
        "title": context.title,
        "preamble": _preamble(context),
        "grounds": _listed(context.grounds),
        "first": first,
        "points": others,
        "pairs": [_row(position, line) for position, line in enumerate(context.pairs, 1)],
        "basis": _listed(context.basis),
        "signature": signature(context.head),
        "acknowledged": [{"name": name} for name in _acknowledging(context)],
    }


def names_to_check(context: OrderContext) -> tuple[NameToCheck, ...]:
    """Names that stand in an oblique case and may be wrong there."""
    asked = [(line.mentor, Case.INSTRUMENTAL) for line in context.pairs]
    asked += [(line.mentee, Case.ACCUSATIVE) for line in context.pairs]
    if len(_by_mentor(context.pairs)) > NAMED_IN_TEXT:
        asked = []
    asked += [(context.coordinator, Case.ACCUSATIVE)] if context.coordinator else []
    asked += [(context.controller, Case.ACCUSATIVE)] if context.controller else []
    found = (NameToCheck(str(who.name), case, tuple(dict.fromkeys(who.doubts(case)))) for who, case in asked)
    return tuple(dict.fromkeys(item for item in found if item.doubts))


def _points(context: OrderContext) -> list[dict[str, Any]]:
    points = [_assignment(context)]
    if context.coordinator:
        named = context.coordinator.full(Case.ACCUSATIVE)
        points.append(_point(_sentence(f"Назначить куратором программы {named}")))
    if context.coordinator and context.coordinator_duties:
        duties = _listed(context.coordinator_duties)
        points.append(_point(f"Куратору {initials(context.coordinator.name, Case.DATIVE)}:", duties))
    points += [_point(_sentence(text)) for text in context.further_points]
    points.append(_point(_control(context.controller)))
    for position, point in enumerate(points, 1):
        point["number"] = f"{position}."
        for child, part in enumerate(point["parts"], 1):
            part["number"] = f"{position}.{child}."
    return points


def _point(text: str, parts: Sequence[str] = ()) -> dict[str, Any]:
    return {"text": text, "parts": [{"text": part} for part in parts]}


def _assignment(context: OrderContext) -> dict[str, Any]:
    mentors = _by_mentor(context.pairs)
    programme = f"по программе наставничества «{context.programme}»"
    if len(mentors) > NAMED_IN_TEXT:
        return _point(f"Закрепить {programme} за наставниками наставляемых согласно таблице:")
    assigned = [(mentor.full(Case.INSTRUMENTAL), _people(mentees)) for mentor, mentees in mentors.items()]
    if len(assigned) == 1:
        mentor, mentees = assigned[0]
        several = "наставляемых: " if len(context.pairs) > 1 else ""
        return _point(f"Закрепить {programme} за наставником {mentor} {several}{mentees}.")
    listed = [f"за наставником {mentor} – {mentees}" for mentor, mentees in assigned]
    return _point(f"Закрепить {programme}:", _listed(listed))


def _people(mentees: Sequence[Participant]) -> str:
    return ", ".join(mentee.full(Case.ACCUSATIVE) for mentee in mentees)


def _by_mentor(pairs: Sequence[PairLine]) -> dict[Participant, list[Participant]]:
    mentors: dict[Participant, list[Participant]] = {}
    for line in pairs:
        mentors.setdefault(line.mentor, []).append(line.mentee)
    return mentors


def _row(position: int, line: PairLine) -> dict[str, Any]:
    return {
        "position": position,
        "mentor": str(line.mentor.name),
        "mentor_note": line.mentor.note,
        "mentee": str(line.mentee.name),
        "mentee_note": line.mentee.note,
        "form": line.form,
        "kind": line.kind,
        "term": term(line.starts_on, line.ends_on),
    }


def _preamble(context: OrderContext) -> str:
    purpose = f"Для организации работы по программе наставничества «{context.programme}»"
    return f"{purpose}, на основании следующих документов:" if context.grounds else purpose


def _control(controller: Official | None) -> str:
    if controller is None:
        return "Контроль за исполнением приказа оставляю за собой."
    return _sentence(f"Контроль за исполнением приказа возложить на {controller.short(Case.ACCUSATIVE)}")


def _acknowledging(context: OrderContext) -> list[str]:
    mentors = [mentor.name for mentor in _by_mentor(context.pairs)]
    if context.coordinator and context.coordinator.name not in mentors:
        mentors.insert(0, context.coordinator.name)
    return [initials(name) for name in mentors]


def _listed(items: Sequence[str]) -> list[str]:
    """Items of one sentence: a semicolon between them, a full stop after the last one."""
    cleaned = [END_OF_ITEM.sub("", item.strip()) for item in items if item.strip()]
    return [_sentence(item) if position == len(cleaned) else f"{item};" for position, item in enumerate(cleaned, 1)]


def _sentence(text: str) -> str:
    return text.strip() if text.strip().endswith((".", ":", "!")) else f"{text.strip()}."


def _file_title(context: OrderContext) -> str:
    number = f" № {context.number}" if context.number else ""
    return f"Приказ{number}. {context.title}"
