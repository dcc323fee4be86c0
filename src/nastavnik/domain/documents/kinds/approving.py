"""What an order on a programme approves and whom it puts in charge: words that several orders share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nastavnik.domain.documents.kinds.chapters import items_of, quoted
from nastavnik.domain.documents.kinds.frame import (
    END_OF_ITEM,
    Frame,
    Order,
    listed,
    needs_no_case,
    sentence,
    short_names,
)
from nastavnik.domain.documents.kinds.letterhead import Institution, Official, signature
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.rendering.blocks import Stamp
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, long_date
from nastavnik.domain.people.names import Case, FullName, initials

OrderPoint = tuple[str, Sequence[str]]


@dataclass(frozen=True)
class Appendix:
    """What is approved with the order; `number` is 0 where it is the only one, None where it is kept apart."""

    kind: str
    number: int | None = 0

    @property
    def reference(self) -> str:
        if self.number is None:
            return ""
        return f" (приложение{NO_BREAK_SPACE}{self.number})" if self.number else " (приложение)"


REGULATIONS = {True: "о системе наставничества педагогических работников", False: "о наставничестве обучающихся"}


def regulation_title(programme: ProgrammeText) -> str:
    """What the regulation is about: «о наставничестве обучающихся»."""
    return REGULATIONS[programme.is_for_teachers]


def regulation_by(order: Order, *, for_teachers: bool) -> str:
    """The regulation as a ground of later papers, with the order that approved it."""
    return f"Положение {REGULATIONS[for_teachers]} (утверждено приказом {requisites(order)})"


def approved(appendices: Sequence[Appendix], programme: ProgrammeText) -> list[OrderPoint]:
    """The point that approves the appendices; none where there are none."""
    said = [f"{_accusative(one.kind, programme)}{one.reference}" for one in appendices]
    if len(said) == 1:
        return [(f"Утвердить {said[0]}.", ())]
    return [("Утвердить:", listed(said))] if said else []


def working_group(names: Sequence[str]) -> list[OrderPoint]:
    """People as they were written down, in the nominative: no case can go wrong."""
    return [("Утвердить рабочую группу программы в составе:", listed(names))] if any(names) else []


def group_names(names: Sequence[str]) -> list[str]:
    """«Морозова Елена Андреевна, педагог-психолог» → «Морозова Е. А.»; a name that is written otherwise stays."""
    return [_short(END_OF_ITEM.sub("", said.split(",")[0].strip())) for said in names if said.strip(" ,.;")]


def readers(officials: Sequence[Official], group: Sequence[str]) -> list[str]:
    """Who signs that the order was read: officials and the working group, each once."""
    return list(dict.fromkeys([*short_names(officials), *group_names(group)]))


def _short(name: str) -> str:
    words = name.split()
    if len(words) not in (2, 3) or any("." in word for word in words):
        return name
    surname, given, patronymic = [*words, ""][:3]
    return initials(FullName(surname, given, patronymic))


def coordinator_point(frame: Frame, by_order: Order | None = None) -> list[OrderPoint]:
    """Who coordinates: appointed here, or by an order of its own."""
    if frame.coordinator is None:
        return []
    if by_order is None:
        return [(sentence(f"Назначить куратором программы {frame.coordinator.full(Case.ACCUSATIVE)}"), ())]
    named = frame.coordinator.full(Case.NOMINATIVE)
    return [(f"Работой по программе руководит куратор – {named} (приказ {requisites(by_order)}).", ())]


def charged(coordinator: Official | None, duties: Sequence[str]) -> list[OrderPoint]:
    """«Куратору Петровой О. И.:» and what is to be done."""
    said = items_of(duties)
    if not said:
        return []
    name = f" {coordinator.brief(Case.DATIVE)}" if coordinator else ""
    return [(f"Куратору{name}:", said)]


def requisites(order: Order) -> str:
    """«от 25 сентября 2026 г. № 42-ОД»."""
    return f"от {long_date(order.day)} №{NO_BREAK_SPACE}{order.number or '________'}"


def council(programme: ProgrammeText) -> list[str]:
    """The decision of the council, where its day is known."""
    if programme.council_on is None:
        return []
    number = f" №{NO_BREAK_SPACE}{programme.council_protocol}" if programme.council_protocol else ""
    return [f"решение педагогического совета (протокол от {long_date(programme.council_on)}{number})"]


def approval(frame: Frame) -> dict[str, Any]:
    """Fields of a paper that the head approves: under an order its stamp says so; by itself it leaves room for the
    head's own hand."""
    if frame.approved_by:
        return {}
    signed = signature(frame.head) if frame.head else {"post": "_" * 24, "name": "_" * 16}
    return {
        "stamp": Stamp(("УТВЕРЖДАЮ", signed["post"], f"________ {signed['name']}", long_date(None))),
        "date": "",
        "city": "",
    }


def inside(institution: Institution) -> str:
    """«в МБОУ «СОШ № 17»»: only an abbreviation stands in the prepositional as it is."""
    return f"в {institution.short_name}" if needs_no_case(institution) else "в организации"


def of_programme(programme: ProgrammeText) -> str:
    return f"программы наставничества {quoted(programme.title)}"


def _accusative(kind: str, programme: ProgrammeText) -> str:
    return {
        "regulation": f"Положение {regulation_title(programme)}",
        "roadmap": f"дорожную карту (план мероприятий) {of_programme(programme)}",
        "institution_programme": f"программу наставничества {quoted(programme.title)}",
    }[kind]
