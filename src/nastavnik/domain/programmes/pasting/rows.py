"""Rows of cells → events: stages that span the table, numbers, heads repeated on every page, lines that Word broke."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik.domain.programmes.enums import ResourceKind
from nastavnik.domain.programmes.pasting.shape import RESOURCES, ROOM, Column, Field, Issue, PastedRow, StageSpan
from nastavnik.domain.programmes.terms import NotATerm, Term, parse_term

STAGE_WORDS = re.compile(r"\b(?:этап|раздел|блок)\w{0,3}\b", re.IGNORECASE)
NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,2}|[ivxIVX]{1,5})[.)]?")
LEADING = re.compile(r"^(?:этап|раздел|блок)?\s*(?:№\s*)?(?:\d{1,2}|[ivx]{1,4})?(?:-?[йя])?[\s.):–—-]*", re.IGNORECASE)
LONGEST_STAGE = 150  # letters
BETWEEN = ",;\n"  # people
STEM = 6  # letters by which «Подготовительный» is «Подготовка»
TERM_CODES = {"empty": "no_term", "unclear": "unclear_term"}


@dataclass(frozen=True)
class Reading:
    """What rows are read with: the columns, the stages and days of the programme, and what a person mended by hand."""

    columns: Sequence[Column]
    stages: Sequence[StageSpan]
    around: date
    until: date | None
    mended: Mapping[int, Mapping[str, str]]

    def head(self, field: Field) -> str:
        """How the column of the field is headed."""
        return next((column.title for column in self.columns if column.field == field), "")


def events(rows: Sequence[tuple[int, Sequence[str]]], reading: Reading) -> Iterator[PastedRow]:
    """The events of numbered rows below the head; a stage holds for the rows under it."""
    stage = ""
    for number, cells in rows:
        values = values_of(cells, reading.columns)
        if is_stage_row(cells, values, reading.columns, reading.stages):
            stage = next(cell for cell in cells if cell).replace("\n", " ")
            continue
        stage = values.get(Field.STAGE, "").replace("\n", " ") or stage
        yield _event(number, values, stage, reading)


def values_of(cells: Sequence[str], columns: Sequence[Column]) -> dict[Field, str]:
    """Field → words of its cell; empty cells are left out."""
    pairs = zip(columns, cells, strict=False)
    return {column.field: cell for column, cell in pairs if column.field and cell}


def is_stage_row(
    cells: Sequence[str], values: Mapping[Field, str], columns: Sequence[Column], stages: Sequence[StageSpan]
) -> bool:
    """A row that says only what stage follows: one cell, or one text repeated over the whole table."""
    said = [cell for cell in cells if cell]
    words = {cell for cell in said if not NUMBER.fullmatch(cell)}
    if len(words) != 1:
        return False
    text = words.pop()
    if len(text) > LONGEST_STAGE:
        return False
    # Words in the column of numbers, or over several columns, stand there because the cells were joined.
    if len(said) > 2 or (Field.NUMBER in values and text == values[Field.NUMBER]):
        return True
    if Field.STAGE in values:
        return text == values[Field.STAGE]
    return says_stage(text, stages)


def says_stage(text: str, stages: Sequence[StageSpan]) -> bool:
    """Whether the words name a stage: «Этап 2», «Подготовительный этап», or one of the programme's own."""
    return len(text) <= LONGEST_STAGE and (
        STAGE_WORDS.search(text) is not None or any(_bare(text) == _bare(stage.title) for stage in stages)
    )


def is_repeated(cells: Sequence[str], head: Sequence[str]) -> bool:
    """The head once more, or the line «1 | 2 | 3» under it."""
    if [_bare(cell) for cell in cells] == [_bare(cell) for cell in head]:
        return True
    return len(cells) > 2 and list(cells) == [str(number) for number in range(1, len(cells) + 1)]


def _event(number: int, values: Mapping[Field, str], stage_text: str, reading: Reading) -> PastedRow:
    mended = reading.mended.get(number, {})
    title = _line(mended.get("title", values.get(Field.TITLE, "")))
    term_text = _line(mended.get("term", values.get(Field.TERM, "")))
    term, issues = _term(number, term_text, reading)
    if not title:
        issues = [Issue("no_title", number, reading.head(Field.TITLE), field=Field.TITLE), *issues]
    responsible = people_in(mended.get("responsible", values.get(Field.RESPONSIBLE, "")))
    texts = {
        Field.TITLE: title,
        Field.RESPONSIBLE: ", ".join(responsible),
        **{field: mended.get(field, values.get(field, "")) for field in (Field.TASK, Field.RESULT, Field.DOCUMENT)},
    }
    for field, text in texts.items():
        if len(text) > ROOM[field]:
            issues.append(Issue("too_long", number, reading.head(field), str(len(text)), ROOM[field], field=field))
    stage = stage_of(mended.get("stage", stage_text), term, reading.stages)
    if stage_text and named_stage(stage_text, reading.stages) is None and "stage" not in mended:
        issues.append(Issue("unknown_stage", number, reading.head(Field.STAGE), stage_text, is_error=False))
    return PastedRow(
        row=number,
        title=title,
        stage=stage,
        stage_text=stage_text,
        task=texts[Field.TASK],
        result=texts[Field.RESULT],
        document=texts[Field.DOCUMENT],
        responsible=responsible,
        resources=_resources(values),
        term_text=term_text,
        term=term,
        issues=tuple(issues),
    )


def _term(number: int, text: str, reading: Reading) -> tuple[Term | None, list[Issue]]:
    try:
        return parse_term(text, reading.around, reading.until), []
    except NotATerm as refusal:
        code = TERM_CODES.get(refusal.code, refusal.code)
        return None, [Issue(code, number, reading.head(Field.TERM), text, field=Field.TERM)]


def _resources(values: Mapping[Field, str]) -> dict[ResourceKind, str]:
    return {kind: values[field] for field, kind in RESOURCES.items() if field in values}


def people_in(text: str) -> tuple[str, ...]:
    """«Иванова А. П., куратор; методист»: parted by commas, semicolons and line breaks, but not in brackets."""
    parts, depth = [""], 0
    for word in re.split(r"([,;\n()])", text):
        depth = max(depth + (word == "(") - (word == ")"), 0)
        if word in BETWEEN and word and not depth:
            parts.append("")
        else:
            parts[-1] += word
    return tuple(dict.fromkeys(part for part in map(_line, parts) if part))


def stage_of(text: str, term: Term | None, stages: Sequence[StageSpan]) -> int:
    """The number of the stage that is named, else of the one in which most of the term lies, else of the first."""
    named = named_stage(text, stages)
    if named is not None or not stages:
        return named or 0
    if term is None:
        return stages[0].number
    if term.starts_on > stages[-1].ends_on:
        return stages[-1].number

    def share(stage: StageSpan) -> float:
        together = (min(term.ends_on, stage.ends_on) - max(term.starts_on, stage.starts_on)).days + 1
        return together / ((stage.ends_on - stage.starts_on).days + 1) if together > 0 else 0

    within = [stage for stage in stages if stage.starts_on <= term.starts_on and term.ends_on <= stage.ends_on]
    return max(within or stages, key=share).number


def named_stage(text: str, stages: Sequence[StageSpan]) -> int | None:
    """The stage that the words name: by its title, by its number, or by the beginning of a word."""
    if text.isdecimal():
        return next((stage.number for stage in stages if stage.number == int(text)), None)
    bare = _bare(text)
    if not bare:
        number = re.search(r"\d{1,2}", text)
        return named_stage(number.group(), stages) if number else None
    for stage in stages:
        if bare == _bare(stage.title):
            return stage.number
    stems = {word[:STEM] for word in bare.split() if len(word) > STEM}
    for stage in stages:
        if stems & {word[:STEM] for word in _bare(stage.title).split() if len(word) >= STEM}:
            return stage.number
    return None


def _bare(text: str) -> str:
    """Words without number, «этап» and signs."""
    words = LEADING.sub("", text.strip().lower().replace("ё", "е"))
    return re.sub(r"[^\w]+", " ", re.sub(r"\bэтап\w{0,2}\b", " ", words)).strip()


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
