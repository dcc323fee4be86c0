"""Measures the lists of `tests/data/names`; `python -m tests.domain.people.names_measure` writes the figures down."""

import csv
import itertools
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nastavnik.domain.people.messages import DOUBTS
from nastavnik.domain.people.names import OBLIQUE, Doubt, FullName, gender_of, inflect

DATA = Path(__file__).resolve().parents[2] / "data" / "names"
PAGE = Path(__file__).resolve().parents[3] / "docs" / "handbook" / "names.md"
BEGIN, END = "<!-- измерено -->", "<!-- конец измеренного -->"
LISTS = {
    "hard_names.csv": "Основной список",
    "held_out.csv": "Проверочный список",
    "held_out_second.csv": "Второй проверочный список",
}


@dataclass(frozen=True)
class Measured:
    """One name of a list: what was found about it beside what is right."""

    stratum: str
    name: str
    is_certain: bool
    is_right: bool
    is_gender_right: bool
    doubts: tuple[Doubt, ...]
    has_forms: bool


@cache
def measured(file: str) -> list[Measured]:
    """All names of a list."""
    with (DATA / file).open(encoding="utf-8", newline="") as source:
        return [_measure(row) for row in csv.DictReader(source)]


def _measure(row: dict[str, str]) -> Measured:
    name = FullName(row["surname"], row["given_name"], row["patronymic"])
    forms = [inflect(name, case) for case in OBLIQUE]
    doubts = tuple(dict.fromkeys(doubt for form in forms for doubt in form.doubts))
    is_right = all(form.text in allowed(row[case.value]) for form, case in zip(forms, OBLIQUE, strict=True))
    return Measured(
        row["stratum"],
        str(name),
        not doubts,
        is_right,
        (gender_of(name) or "") == row["gender"],
        doubts,
        bool(row["gender"]),
    )


def allowed(cell: str) -> set[str]:
    """The forms a cell allows: «Бецем/Бецом Григорием» is two, and each «ё» may be written «е»."""
    pieces = [piece.split("/") for piece in re.split(r"([\s()-]+)", cell)]
    forms = {"".join(chosen) for chosen in itertools.product(*pieces)}
    spellings = (itertools.product(*(_spellings(letter) for letter in form)) for form in forms)
    return {"".join(letters) for form in spellings for letters in form}


def _spellings(letter: str) -> str:
    return {"ё": "ёе", "Ё": "ЁЕ"}.get(letter, letter)


def report() -> str:
    """The figures and the names that are not certain, as they stand in the handbook."""
    return "\n".join([BEGIN, "", *_figures(), "", *_by_stratum(), "", *_asked(), END])


COLUMNS = "имён | уверенно и верно | уверенно и неверно | вопрос, предложено верное | вопрос, предложено неверное"


def _figures() -> list[str]:
    return [*_head("список"), *(f"| {title} | {_row(measured(file))} |" for file, title in LISTS.items())]


def _by_stratum() -> list[str]:
    names = measured("hard_names.csv")
    strata = dict.fromkeys(one.stratum for one in names)
    rows = ((stratum, [one for one in names if one.stratum == stratum]) for stratum in strata)
    return [*_head("слой основного списка"), *(f"| {stratum} | {_row(found)} |" for stratum, found in rows)]


def _head(title: str) -> list[str]:
    return [f"| {title} | {COLUMNS} |", "|---|---|---|---|---|---|"]


def _row(names: list[Measured]) -> str:
    certain = [one for one in names if one.is_certain]
    asked = [one for one in names if not one.is_certain]
    right = sum(one.is_right for one in certain)
    share = f"{right} ({100 * right / len(names):.1f} %)".replace(".", ",")
    offered = sum(one.is_right for one in asked)
    return f"{len(names)} | {share} | {len(certain) - right} | {offered} | {len(asked) - offered}"


def _asked() -> list[str]:
    lines = ["| имя | что предложено | о чём вопрос |", "|---|---|---|"]
    for file in LISTS:
        for one in measured(file):
            if not (one.is_certain and one.is_right):
                lines.append(f"| {one.name} | {_offered(one)} | {'; '.join(DOUBTS[doubt] for doubt in one.doubts)} |")
    return lines


def _offered(one: Measured) -> str:
    if not one.has_forms:
        return "пол не узнать, верных форм нет"
    return "верное" if one.is_right else "неверное"


def write() -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(before + report() + after, encoding="utf-8")


if __name__ == "__main__":
    write()
