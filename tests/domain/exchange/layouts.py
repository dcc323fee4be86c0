"""Lists as schools lay them out: titles, groups of headings, sections, totals, grids of time, several in a cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.domain.exchange import spelt
from tests.domain.exchange.spelt import Known
from tests.domain.exchange.tiny import Cell

GRID = ("Пн", "Вторник", "Ср", "Чт", "пятница", "Сб", "Вс")
TITLES = ("Список участников программы", "МБОУ «СОШ № 0»", "Приложение 1 к приказу", "2026/27 учебный год")
TOTALS = ("Итого: {}", "Всего: {} чел.", "ВСЕГО {}")
FOOTERS = (("Директор", "Воронова М. И."), ("Составил: завуч",), ("Ответственный за список", None))
EXTRA = (("Примечание", ("", "новый", "после болезни")), ("Рост", (150, 161, 148)), ("Пол", ("м", "ж")))


@dataclass(frozen=True, slots=True)
class Column:
    """`headings` to choose from, and how the cell of a person is written."""

    field: str
    headings: Sequence[str]
    cell: Callable[[Random, Known], Cell]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows with Excel's numbers, merged ranges, and what must be read: one `Known` with its row each."""

    rows: list[tuple[int, list[Cell]]]
    merged: list[tuple[int, int, int, int]]
    expected: list[tuple[int, Known]]
    fields: frozenset[str]


NAME = Column(
    "name",
    ("ФИО", "Ф.И.О. ребёнка", "Фамилия, имя, отчество", "Ф. И. О.", "ФИО участника"),
    lambda chance, one: spelt.name(chance, one.name),
)
COLUMNS = (
    Column(
        "birth_date",
        ("Дата рождения", "Дата рожд.", "Д/р", "Дата рождения (дд.мм.гггг)"),
        lambda chance, one: spelt.birth_date(chance, one.birth_date),
    ),
    Column(
        "study_group",
        ("Класс", "Класс, группа", "КЛАСС"),
        lambda chance, one: spelt.study_group(chance, one.study_group),
    ),
    Column(
        "phones", ("Телефон", "Моб. тел.", "Контактный телефон"), lambda chance, one: spelt.phones(chance, one.phones)
    ),
    Column(
        "guardian_phones",
        ("Телефон родителя", "Телефон мамы", "Тел. законного представителя"),
        lambda chance, one: spelt.phones(chance, one.guardian_phones),
    ),
    Column(
        "main_need",
        ("Основной запрос", "Запрос"),
        lambda chance, one: spelt.topics(chance, [one.main_need] if one.main_need else []),
    ),
    Column("interests", ("Интересы", "Хобби и увлечения"), lambda chance, one: spelt.topics(chance, one.interests)),
    Column(
        "free_time",
        ("Удобное время", "Свободное время", "Когда удобно"),
        lambda chance, one: spelt.free_time(chance, one.free_time),
    ),
    Column("modes", ("Формат встреч", "Очно или онлайн"), lambda chance, one: spelt.modes(chance, one.modes)),
    Column(
        "consent",
        ("Согласие родителя (да/нет)", "Согласие"),
        lambda chance, one: spelt.consent(chance, one.consent),
    ),
    Column("email", ("E-mail", "Электронная почта"), lambda chance, one: one.email),
)
PLACES = Column(
    "places",
    ("Сколько наставляемых готов взять", "Количество наставляемых"),
    lambda chance, one: spelt.places(chance, one.places),
)


def people(chance: Random, role: str) -> Layout:
    """A list of one to seven people with some of the columns, in any order."""
    known = [spelt.person(chance) for _ in range(chance.randint(1, 5))]
    columns = chance.sample(COLUMNS, chance.randint(2, 6))
    if role == "mentor" and chance.random() < 0.5:
        columns.append(PLACES)
    columns.insert(chance.randint(0, min(2, len(columns))), NAME)
    sections = chance.random() < 0.15
    if sections:
        columns = [column for column in columns if column.field != "study_group"]
        if len(columns) < 3:
            columns.append(COLUMNS[0])
        known = [replace(one, study_group=one.study_group or "7А") for one in known]
    fields = {column.field for column in columns} | ({"study_group"} if sections else set())
    writers = [_writer(chance, column) for column in columns]
    return _laid_out(chance, known, [pair for writer in writers for pair in writer], frozenset(fields), sections)


Writer = tuple[str, Callable[[Random, Known], Cell]]


def _writer(chance: Random, column: Column) -> list[Writer]:
    """The heading and the cells of a column; free time may be a grid of days, the name three columns."""
    if column.field == "free_time" and chance.random() < 0.3:
        return [(GRID[day - 1], _day_of(day)) for day in range(1, 8)]
    if column.field == "name" and chance.random() < 0.15:
        return [("Фамилия", _part(0)), ("Имя", _part(1)), ("Отчество", _part(2))]
    return [(chance.choice(column.headings), column.cell)]


def _day_of(day: int) -> Callable[[Random, Known], Cell]:
    def cell(chance: Random, one: Known) -> Cell:
        hours = [f"{spelt.clock(a)}-{spelt.clock(b)}" for at, a, b in one.free_time or () if at == day]
        return hours[0] if hours else chance.choice((None, "", "-"))

    return cell


def _part(place: int) -> Callable[[Random, Known], Cell]:
    return lambda _, one: (one.name.split() + [""])[place]


def _laid_out(
    chance: Random, known: Sequence[Known], writers: Sequence[Writer], fields: frozenset[str], sections: bool
) -> Layout:
    writers = list(writers)
    if chance.random() < 0.3:
        heading, values = chance.choice(EXTRA)
        writers.insert(chance.randint(1, len(writers)), (heading, lambda random, _: random.choice(values)))
    if chance.random() < 0.5:
        writers.insert(0, (chance.choice(("№", "№ п/п", "п/п")), lambda *_: None))
    layout = Layout([], [], [], fields)
    at = _titles(chance, layout, len(writers))
    at = _headings(chance, layout, [heading for heading, _ in writers], at)
    numbered = "п" in writers[0][0][:6].lower() or writers[0][0].startswith("№")
    for place, one in enumerate(known, 1):
        if sections and (place == 1 or known[place - 2].study_group != one.study_group):
            layout.rows.append(
                (at, [None, None, f"{one.study_group} класс"] if numbered else [f"{one.study_group} класс"])
            )
            at += 1
        cells = [write(chance, one) for _, write in writers]
        if numbered and writers[0][0] in ("№", "№ п/п", "п/п"):
            cells[0] = place
        layout.rows.append((at, cells))
        layout.expected.append((at, one))
        at += 1 + (chance.random() < 0.05)
    _end(chance, layout, at, len(known))
    return layout


def _titles(chance: Random, layout: Layout, width: int) -> int:
    at = chance.choice((1, 1, 1, 2, 4))
    for title in chance.sample(TITLES, chance.choice((0, 0, 1, 2))):
        layout.rows.append((at, [title]))
        if width > 1 and chance.random() < 0.5:
            layout.merged.append((at, 0, at, width - 1))
        at += chance.choice((1, 1, 2))
    return at


def _headings(chance: Random, layout: Layout, headings: Sequence[str], at: int) -> int:
    """One row, or the days of a grid under a heading merged over them."""
    days = [place for place, heading in enumerate(headings) if heading in GRID]
    if days and chance.random() < 0.6:
        upper: list[Cell] = [None if place in days else heading for place, heading in enumerate(headings)]
        upper[days[0]] = chance.choice(("Удобное время", "Свободное время", "Время встреч"))
        layout.rows.append((at, upper))
        layout.rows.append((at + 1, [heading if place in days else None for place, heading in enumerate(headings)]))
        layout.merged.append((at, days[0], at, days[-1]))
        layout.merged.extend((at, place, at + 1, place) for place in range(len(headings)) if place not in days)
        return at + 2
    layout.rows.append((at, list(headings)))
    return at + 1


def _end(chance: Random, layout: Layout, at: int, count: int) -> None:
    if chance.random() < 0.2:
        layout.rows.append((at, [chance.choice(TOTALS).format(count)]))
        at += 2
    if chance.random() < 0.15:
        layout.rows.append((at, list(chance.choice(FOOTERS))))


@dataclass(frozen=True, slots=True)
class KnownPair:
    row: int
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    classes: tuple[str | None, ...]
    mentoring_format: str | None
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class PairLayout:
    rows: list[tuple[int, list[Cell]]]
    merged: list[tuple[int, int, int, int]]
    expected: list[KnownPair]


def pairs(chance: Random, *, may_merge: bool) -> PairLayout:
    """A list of one to nine pairs: mentors and mentees by name, classes, a format, a period in one column or two."""
    layout = PairLayout([], [], [])
    with_classes, with_format, times = chance.random() < 0.6, chance.random() < 0.6, chance.choice((0, 1, 2))
    headings = [chance.choice(("Наставник", "ФИО наставника", "Наставник (ФИО)"))]
    headings.append(chance.choice(("Наставляемый", "ФИО наставляемого", "Наставляемые", "Подопечный")))
    headings += [chance.choice(("Класс", "Класс наставляемого"))] if with_classes else []
    headings += [chance.choice(("Форма наставничества", "Формат", "Форма"))] if with_format else []
    headings += [(), ("Период",), ("Дата начала", "Дата окончания")][times]
    at = _titles(chance, layout, len(headings))  # type: ignore[arg-type]
    layout.rows.append((at, list(headings)))
    at += 1
    for _ in range(chance.randint(1, 3)):
        mentors = tuple(dict.fromkeys(spelt.full_name(chance) for _ in range(chance.choice((1, 1, 1, 2)))))
        rows = chance.choice((1, 1, 2, 3)) if may_merge and chance.random() < 0.3 else 1
        if rows > 1:
            layout.merged.append((at, 0, at + rows - 1, 0))
        for place in range(rows):
            cells: list[Cell] = [_several(chance, mentors, ()) if place == 0 else None]
            layout.expected.append(_pair(chance, at, mentors, cells, with_classes, with_format, times))
            layout.rows.append((at, cells))
            at += 1
    if chance.random() < 0.2:
        layout.rows.append((at, [f"Итого пар: {len(layout.expected)}"]))
    return layout


def _pair(
    chance: Random,
    at: int,
    mentors: tuple[str, ...],
    cells: list[Cell],
    with_classes: bool,
    with_format: bool,
    times: int,
) -> KnownPair:
    mentees = tuple(dict.fromkeys(spelt.full_name(chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))))
    classes = tuple(chance.choice((f"{chance.randint(1, 11)}{chance.choice('АБВ')}", None)) for _ in mentees)
    if with_classes or not all(classes):
        one_class = f"{chance.randint(1, 11)}Б" if with_classes else None
        cells += [_several(chance, mentees, ()), one_class] if with_classes else [_several(chance, mentees, ())]
        classes = (one_class,) * len(mentees)
    else:
        cells.append(_several(chance, mentees, classes))
    code = chance.choice((*spelt.FORMATS, None)) if with_format else None
    cells += [chance.choice(spelt.FORMATS[code]) if code else chance.choice((None, "", "-"))] if with_format else []
    first, last = chance.choice(
        ((date(2026, 9, 1), date(2027, 5, 31)), (date(2026, 10, 5), date(2027, 4, 30)), (None, None))
    )
    if times == 1:
        cells.append(spelt.period(chance, first, last))
    elif times == 2:
        cells += (
            [first, last] if chance.random() < 0.5 else [f"{day:%d.%m.%Y}" if day else None for day in (first, last)]
        )
    return KnownPair(at, mentors, mentees, classes, code, *((first, last) if times else (None, None)))


def _several(chance: Random, names: Sequence[str], classes: Sequence[str | None]) -> str:
    texts = [
        f"{name}{_class_behind(chance, one)}" for name, one in zip(names, classes or [None] * len(names), strict=True)
    ]
    if len(texts) > 1 and chance.random() < 0.3:
        return chance.choice((" ", "\n")).join(f"{place}) {text}" for place, text in enumerate(texts, 1))
    return chance.choice(("; ", "\n", ", ")).join(texts)


def _class_behind(chance: Random, known: str | None) -> str:
    return chance.choice((f", {known}", f" ({known})", f" {known}", f", {known} класс")) if known else ""
