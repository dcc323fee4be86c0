"""What every paper of an institution has around its text, and the words that several kinds share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.kinds.letterhead import Institution, Official, letterhead, properties, signature
from nastavnik.domain.documents.rendering.blocks import (
    Block,
    Bullets,
    Paper,
    Paragraph,
    Point,
    Points,
    Section,
    Signatures,
    Stamp,
)
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, held, long_date
from nastavnik.domain.people.names import Case, initials

# What every order has, for an institution's own template.
ORDER_SECTIONS = (
    ("preamble", _("вступление и основания")),
    ("first", _("«Приказываю» и первый пункт")),
    ("points", _("остальные пункты")),
    ("signatures", _("основание, подпись, ознакомление")),
)
END_OF_ITEM = re.compile(r"(?:;|(?<![А-ЯЁ])(?<!\sг)\.)+$")  # the full stop of an initial or of «2026 г.» stays


@dataclass(frozen=True)
class Order:
    """The order of which a paper is an appendix, or by which it was approved."""

    number: str
    day: date | None
    position: int = 0  # of the appendix; 0 where it is the only one


@dataclass(frozen=True)
class Frame:
    """Requisites of one paper. `grounds` are acts in the nominative, as the institution keeps them, in force on `day`;
    nothing about law stands in the code. `head` is None only for kinds that no head signs; `approved_by` is set where
    the paper is an appendix of an order."""

    institution: Institution
    head: Official | None
    number: str = ""
    day: date | None = None
    grounds: Sequence[str] = ()
    coordinator: Official | None = None
    approved_by: Order | None = None

    @property
    def signer(self) -> Official:
        """The head, for kinds that no draft is made of without one."""
        if self.head is None:
            raise ValueError("nobody signs this paper")
        return self.head


def paper(frame: Frame, heading: str, title: str, sections: Sequence[Section], **more: Any) -> Paper:
    """A paper with letterhead, or, where it is an appendix, with the stamp of its order in its place. `more` are other
    fields of the paper; they win: `number=""` for a kind without numbers. `named` is laid over the officials."""
    appendix = frame.approved_by is not None
    said: dict[str, Any] = {
        "letterhead": None if appendix else letterhead(frame.institution),
        "stamp": stamp(frame) if appendix else None,
        "number": "" if appendix else f"№{NO_BREAK_SPACE}{frame.number or '________'}",
        "date": "" if appendix else long_date(frame.day),
        "city": "" if appendix else held(frame.institution.city),
        "properties": properties(_file_title(heading, title, frame.number), frame.institution, frame.day),
    }
    more["named"] = _officials(frame) | more.get("named", {})
    return Paper(heading=heading, title=title, sections=tuple(sections), **(said | more))


def unnumbered(frame: Frame, heading: str, title: str, sections: Sequence[Section], **more: Any) -> Paper:
    """A paper that bears no number of its own: a regulation, a programme, a form."""
    return paper(frame, heading, title, sections, **({"number": ""} | more))


def needs_no_case(institution: Institution) -> bool:
    """«МБОУ «СОШ № 17»» stands in any case as it is; «Школа № 17» does not."""
    first = institution.short_name.split(" ")[0]
    return len(first) > 1 and first.isupper()


def stamp(frame: Frame) -> Stamp:
    """«Приложение 1 к приказу … от … № …»: the header of an appendix comes from its order."""
    order = frame.approved_by
    if order is None:
        raise ValueError("only an appendix bears a stamp")
    position = f" {order.position}" if order.position else ""
    institution = f" {frame.institution.short_name}" if needs_no_case(frame.institution) else ""
    return Stamp(
        (
            f"Приложение{position}",
            f"к приказу{institution}",
            f"от {long_date(order.day)} №{NO_BREAK_SPACE}{order.number or '________'}",
        )
    )


def order_paper(
    frame: Frame,
    title: str,
    preamble: str,
    points: Sequence[tuple[str, Sequence[str]]],
    *,
    after_first: Sequence[Block] = (),
    basis: Sequence[str] = (),
    acknowledged: Sequence[str] = (),
    **more: Any,
) -> Paper:
    """An order: grounds, «ПРИКАЗЫВАЮ:», numbered points (text, sub-points), the head's signature, who read it.

    `after_first` stands between the first point and the others: the table of pairs. `more` are fields of the paper.
    """
    grounds = [held(ground) for ground in listed(frame.grounds)]
    documents = "следующих документов" if len(grounds) > 1 else "следующего документа"
    opening: list[Block] = [Paragraph(f"{preamble}, на основании {documents}:" if grounds else preamble)]
    opening += [Bullets(tuple(grounds))] if grounds else []
    numbered = numbered_points(points)
    sections = [
        Section("preamble", "Вступление", tuple(opening)),
        Section(
            "first",
            "Первый пункт",
            (Paragraph("ПРИКАЗЫВАЮ:", bold=True, indent=False), Points(numbered[:1]), *after_first),
            is_editable=False,
        ),
    ]
    if numbered[1:]:
        sections.append(Section("points", "Остальные пункты", (Points(numbered[1:]),)))
    closing: list[Block] = []
    if basis:
        closing += [Paragraph("Основание:"), Bullets(tuple(listed(basis)))]
    closing.append(Signatures((tuple(signature(frame.signer).values()),)))  # type: ignore[arg-type]
    if acknowledged:
        closing.append(Signatures(tuple(("", name) for name in acknowledged), "С приказом ознакомлены:", dated=True))
    sections.append(Section("signatures", "Подписи", tuple(closing), is_editable=False))
    return paper(frame, "ПРИКАЗ", title, sections, is_order=True, **more)


def numbered_points(points: Sequence[tuple[str, Sequence[str]]]) -> tuple[Point, ...]:
    """Points «1.», «2.» with their parts «1.1.», «1.2.»."""
    return tuple(
        Point(
            f"{position}.",
            text,
            tuple(Point(f"{position}.{child}.", part) for child, part in enumerate(parts, 1)),
        )
        for position, (text, parts) in enumerate(points, 1)
    )


def listed(items: Sequence[str]) -> list[str]:
    """Items of one sentence: a semicolon between them, a full stop after the last one."""
    cleaned = [END_OF_ITEM.sub("", item.strip()) for item in items if item.strip()]
    return [sentence(item) if position == len(cleaned) else f"{item};" for position, item in enumerate(cleaned, 1)]


def sentence(text: str) -> str:
    """The text with a full stop, where it has no end yet."""
    return text.strip() if text.strip().endswith((".", ":", "!", "?")) else f"{text.strip()}."


def control(controller: Official | None) -> str:
    """Who sees to it that the order is carried out."""
    if controller is None:
        return "Контроль за исполнением приказа оставляю за собой."
    return sentence(f"Контроль за исполнением приказа возложить на {controller.short(Case.ACCUSATIVE)}")


def short_names(officials: Sequence[Official]) -> list[str]:
    """«Петрова О. И.» of each, once."""
    return list(dict.fromkeys(initials(one.name) for one in officials))


def _officials(frame: Frame) -> dict[str, str]:
    """Who signs and who coordinates, for an institution's own template."""
    head = signature(frame.head) if frame.head else {"post": "", "name": ""}
    named = frame.coordinator.full(Case.NOMINATIVE) if frame.coordinator else ""
    return {"head_post": head["post"], "head_name": head["name"], "coordinator": named}


def _file_title(heading: str, title: str, number: str) -> str:
    """«Приказ № 42-ОД. О закреплении наставнических пар», «Положение о наставничестве»."""
    named = f"{heading.capitalize()} № {number}." if number else heading.capitalize()
    return " ".join(filter(None, (named, title)))
