"""One module in the programme of an institution: from its explanatory note to the plan of events."""

from collections.abc import Sequence

from nastavnik.domain.documents.kinds.chapters import bullets, capital, paragraphs, quoted, small
from nastavnik.domain.documents.kinds.frame import sentence
from nastavnik.domain.documents.kinds.programme_tables import events_table
from nastavnik.domain.documents.kinds.programme_text import Event, ModuleText, detail
from nastavnik.domain.documents.rendering.blocks import Block, Column, Heading, Paragraph, Section, Table
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.shipped.shape import Entry


def module_sections(
    module: ModuleText, number: int, events: Sequence[Event] = (), *, approved: str = ""
) -> list[Section]:
    """The module as part `number` of the programme; what has no words is left out, the others are numbered without
    it. `events` stand here where the plan is of this module alone; `approved` says by which order the programme was."""
    parts: tuple[tuple[str, str, tuple[Block, ...], bool], ...] = (
        ("note", "Пояснительная записка", _note(module), True),
        ("aim", *_aim(module), True),
        ("kinds", "Виды наставничества", _kinds(module), True),
        ("methods", "Методы", bullets(_said(module.of(Catalogue.METHOD))), True),
        ("mentor", "Портрет наставника", _portraits(module, *MENTOR), True),
        ("mentee", "Портрет наставляемого", _portraits(module, *MENTEE), True),
        ("results", "Ожидаемые результаты", bullets(module.words(Catalogue.EXPECTED_RESULT)), True),
        ("outcomes", "Оцениваемые результаты", _outcomes(module), False),
        ("effect", "Социальный эффект", bullets(_said(module.of(Catalogue.SOCIAL_EFFECT))), True),
        ("plan", "План мероприятий", events_table(events), False),
    )
    kept = [part for part in parts if part[2]]
    title = f"{number}. Модуль {quoted(module.title)}"
    sections = [
        Section(f"module_{module.key}", f"Модуль {quoted(module.title)}", (Heading(title), *_form(module, approved)))
    ]
    for position, (code, heading, blocks, is_editable) in enumerate(kept, 1):
        numbered = Heading(f"{number}.{position}. {heading}", level=2)
        sections.append(Section(f"module_{module.key}_{code}", heading, (numbered, *blocks), is_editable))
    return sections


def _form(module: ModuleText, approved: str) -> tuple[Block, ...]:
    model = f"; ролевая модель: {quoted(module.role_model)}" if module.role_model else ""
    form = f"Форма наставничества: {quoted(module.form)}{model}." if module.form else ""
    return tuple(Paragraph(line) for line in (form, approved) if line)


def _note(module: ModuleText) -> tuple[Block, ...]:
    return paragraphs(module.note)


def _aim(module: ModuleText) -> tuple[str, tuple[Block, ...]]:
    tasks = bullets(module.words(Catalogue.TASK))
    if not tasks:
        return "Цель модуля", paragraphs(capital(module.aim))
    aim = [Paragraph(sentence(f"Цель: {small(module.aim)}"))] if module.aim else []
    return "Цель и задачи модуля" if aim else "Задачи модуля", (*aim, *([Paragraph("Задачи:")] if aim else []), *tasks)


def _kinds(module: ModuleText) -> tuple[Block, ...]:
    found = {module.kind.lower(): module.kind_definition} if module.kind else {}
    found |= {entry.title.lower(): entry.text for entry in module.of(Catalogue.KIND)}
    return bullets([f"{capital(kind)} – {small(text)}" if text else capital(kind) for kind, text in found.items()])


def _said(entries: Sequence[Entry]) -> list[str]:
    """«Личный пример – наставник сам действует так, как учит»."""
    return [f"{one.title} – {small(one.text)}" if one.text and one.text != one.title else one.title for one in entries]


MENTOR = (Catalogue.MENTOR_PORTRAIT, Catalogue.MENTOR_REQUIREMENT, Catalogue.MENTOR_POST, "Наставником может быть:")
MENTEE = (
    Catalogue.MENTEE_PORTRAIT,
    Catalogue.MENTEE_REQUIREMENT,
    Catalogue.MENTEE_CATEGORY,
    "Когда предлагают наставника:",
)


def _portraits(
    module: ModuleText, portraits: Catalogue, requirements: Catalogue, who: Catalogue, who_words: str
) -> tuple[Block, ...]:
    """Portraits with the signs by which they are known, what is required, and who it may be."""
    blocks: list[Block] = []
    for entry in module.of(portraits):
        text = f" {capital(entry.text)}" if entry.text else ""
        blocks.append(Paragraph(sentence(f"{capital(sentence(entry.title))}{text}")))
        signs = bullets([str(sign) for sign in detail(entry, "signs") or ()])
        blocks += [Paragraph("Признаки:"), *signs] if signs else []
    for words, catalogue in (("Требования:", requirements), (who_words, who)):
        listed = bullets(_said(module.of(catalogue)))
        blocks += [Paragraph(words), *listed] if listed else []
    return tuple(blocks)


def _outcomes(module: ModuleText) -> tuple[Block, ...]:
    outcomes = module.of(Catalogue.OUTCOME)
    if not outcomes:
        return ()
    rows = tuple(
        (str(number), entry.title, str(detail(entry, "instrument"))) for number, entry in enumerate(outcomes, 1)
    )
    return (Table((Column("№", 1, "centre"), Column("Результат", 9), Column("Чем оценивается", 6)), rows),)
