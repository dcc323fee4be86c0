"""Tables that papers on a programme share; no table where there is no row."""

from collections.abc import Sequence

from nastavnik.domain.documents.kinds.programme_text import Event, StageText
from nastavnik.domain.documents.rendering.blocks import Block, Column, Table


def stages_table(stages: Sequence[StageText]) -> tuple[Block, ...]:
    """№ | Этап | Срок."""
    rows = tuple((str(number), stage.title, stage.term) for number, stage in enumerate(stages, 1))
    columns = (Column("№", 1, "centre"), Column("Этап", 10), Column("Срок", 5, "centre"))
    return (Table(columns, rows),) if rows else ()


def events_table(events: Sequence[Event]) -> tuple[Block, ...]:
    """№ | Мероприятие | Задача | Результат | Срок; the column of tasks only where a row has one."""
    if not events:
        return ()
    has_tasks = any(event.task for event in events)
    tasks = [Column("Задача", 6)] if has_tasks else []
    columns = (Column("№", 1.2, "centre"), Column("Мероприятие", 7), *tasks, Column("Результат", 6), Column("Срок", 4))
    rows = tuple(
        (str(number), event.title, *([event.task] if has_tasks else []), event.result, event.term)
        for number, event in enumerate(events, 1)
    )
    return (Table(columns, rows),)
