"""A questionnaire to be filled in by hand. Pure: Spec → Paper.

What is to be ringed are the same numbers that are typed when it is copied from paper (`questionnaires.quick`).
Questions in a row with one scale stand in one table, so that a form of twenty marks fits on two pages.
"""

from collections.abc import Sequence
from itertools import groupby

from django.utils.translation import gettext as _

from nastavnik.domain.documents.rendering.blocks import (
    Blank,
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Paper,
    Paragraph,
    Point,
    Points,
    Section,
    Table,
)
from nastavnik.domain.questionnaires.specs import Condition, Kind, Question, Scale, Spec

Numbered = tuple[int, Question]
Cells = tuple[str | Cell, ...]
WORDS_WIDTH, STEPS_WIDTH = 52.0, 48.0  # of a hundred
LINES = {Kind.TEXT: 1, Kind.LONG_TEXT: 3}


def question_paper(
    spec: Spec, *, code: str = "", name: str = "", without_name: bool = False, school: str = ""
) -> Paper:
    """The form. `code` finds its place again when it is copied, `name` says whose sheet it is; a sheet without names
    asks for none."""
    numbered = list(enumerate(spec.questions(), 1))
    numbers = {question.code: number for number, question in numbered}
    blocks: list[Block] = [*_head(spec, code, name, without_name)]
    start = 0
    for section in spec.sections:
        mine = numbered[start : start + len(section.questions)]
        start += len(section.questions)
        if section.title:
            blocks.append(Heading(section.title, 2))
        if section.note:
            blocks.append(_small(section.note))
        blocks += _questions(mine, numbers, spec)
    blocks.append(_small(_("Спасибо! Отдайте лист тому, кто его раздал.")))
    return Paper(
        heading=_("АНКЕТА"),
        title=spec.title,
        sections=(Section("questions", spec.title, tuple(blocks), is_editable=False),),
        properties={"title": spec.title, "author": school},
        footnote=code and _("Код листа: %(code)s") % {"code": code},
    )


def _head(spec: Spec, code: str, name: str, without_name: bool) -> list[Block]:
    found: list[Block] = [Paragraph(spec.intro, indent=False)] if spec.intro else []
    if without_name:
        found.append(_small(_("Имени не пишите: анкета без имён.")))
    elif name:
        found.append(Fields(((_("Кто отвечает"), name), *(((_("Код листа"), code),) if code else ()))))
    else:
        found.append(Fields(((_("Фамилия, имя, класс"), ""),)))
    found.append(_small(_("Обведите число. Не хотите отвечать на вопрос – пропустите его.")))
    return found


def _questions(mine: Sequence[Numbered], numbers: dict[str, int], spec: Spec) -> list[Block]:
    found: list[Block] = []
    for look, run in groupby(mine, key=lambda one: _look_of(one[1])):
        if look is not None:
            found += _marks(list(run))
            continue
        for number, question in run:
            found += _one(number, question, numbers, spec)
    return found


def _look_of(question: Question) -> tuple[object, ...] | None:
    """Questions alike in this share a table; a condition stands before its question, so that it stands alone."""
    scale = question.scale
    if question.kind != Kind.SCALE or scale is None or question.shown_if:
        return None
    return scale.low, scale.high, scale.labels, question.allows_not_assessed, question.comment_below


def _marks(run: Sequence[Numbered]) -> list[Block]:
    scale, may_skip = run[0][1].scale or Scale(), run[0][1].allows_not_assessed
    rows: tuple[Cells, ...] = tuple((_asked(number, question), *_steps(scale, may_skip)) for number, question in run)
    why = [f"{number}" for number, question in run if question.comment_below is not None]
    found: list[Block] = [Table(_columns(scale, may_skip), rows)]
    if why:
        below = run[0][1].comment_below
        found += [_small(_("Если отметка ниже %(mark)s, напишите почему (номер вопроса и слова):") % {"mark": below})]
        found.append(Blank(min(1 + len(why) // 3, 4)))
    return found


def _columns(scale: Scale, may_skip: bool, title: str = "") -> tuple[Column, ...]:
    count = len(scale.steps) + may_skip
    steps = [Column(word or str(step), STEPS_WIDTH / count, "centre") for step, word in scale.labelled]
    skipped = [Column(_("не могу оценить"), STEPS_WIDTH / count, "centre")] if may_skip else []
    return (Column(title, WORDS_WIDTH), *steps, *skipped)


def _steps(scale: Scale, may_skip: bool) -> tuple[str, ...]:
    return (*(str(step) for step in scale.steps), *(("–",) if may_skip else ()))


def _asked(number: int, question: Question) -> Cell:
    ends = _ends(question.scale) if question.scale else ""
    return Cell(f"{number}. {question.text}", " ".join(part for part in (question.hint, ends) if part))


def _one(number: int, question: Question, numbers: dict[str, int], spec: Spec) -> list[Block]:
    found: list[Block] = []
    if question.shown_if:
        found.append(_small(_when(question.shown_if, numbers, spec)))
    found.append(Paragraph(f"{number}. {question.text}", indent=False, bold=True, align="left"))
    if question.hint:
        found.append(_small(question.hint))
    return found + _answer(question)


def _answer(question: Question) -> list[Block]:
    if question.kind == Kind.MATRIX:
        return [_matrix(question)]
    if question.kind == Kind.SCALE and question.scale:
        steps = _steps(question.scale, question.allows_not_assessed)
        row: Cells = (Cell("", _ends(question.scale)), *steps)
        return [Table(_columns(question.scale, question.allows_not_assessed), (row,))]
    if question.kind in (Kind.CHOICE, Kind.CHOICES):
        note = [_small(_("Можно обвести несколько чисел."))] if question.kind == Kind.CHOICES else []
        return [*note, Points(tuple(Point(f"{n}", option.text) for n, option in enumerate(question.options, 1)))]
    if question.kind == Kind.YES_NO:
        return [Points((Point("1", _("да")), Point("2", _("нет"))))]
    return [Blank(LINES.get(question.kind, 1))]


def _ends(scale: Scale) -> str:
    return f"{scale.low} – {scale.low_label}, {scale.high} – {scale.high_label}" if scale.low_label else ""


def _matrix(question: Question) -> Table:
    if question.scale:
        columns = _columns(question.scale, question.allows_not_assessed)
        steps = _steps(question.scale, question.allows_not_assessed)
        return Table(columns, tuple((Cell(row.text), *steps) for row in question.rows))
    width = STEPS_WIDTH / max(len(question.options), 1)
    titles = tuple(Column(option.text, width, "centre") for option in question.options)
    cells = tuple(str(number) for number, _option in enumerate(question.options, 1))
    return Table((Column("", WORDS_WIDTH), *titles), tuple((Cell(row.text), *cells) for row in question.rows))


def _when(condition: Condition, numbers: dict[str, int], spec: Spec) -> str:
    asked, number = spec.question(condition.code), numbers.get(condition.code, 0)
    said = _said(asked, condition)
    words = {
        "is": _("Отвечайте, если в вопросе %(number)s ответ «%(said)s»."),
        "is_not": _("Отвечайте, если в вопросе %(number)s ответ не «%(said)s»."),
        "at_least": _("Отвечайте, если в вопросе %(number)s отметка %(said)s или выше."),
        "at_most": _("Отвечайте, если в вопросе %(number)s отметка %(said)s или ниже."),
        "answered": _("Отвечайте, если ответили на вопрос %(number)s."),
    }
    return str(words[condition.operator]) % {"number": number, "said": said}


def _said(asked: Question | None, condition: Condition) -> str:
    if isinstance(condition.value, bool):
        return _("да") if condition.value else _("нет")
    options = {option.code: option.text for option in asked.options} if asked else {}
    return options.get(str(condition.value), str(condition.value))


def _small(text: str) -> Paragraph:
    return Paragraph(text, small=True, indent=False, align="left")
