"""Known values and the many ways to write them: what a list of a school holds, and what its reading must give back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from tests.domain.exchange.tiny import Cell

ROOTS = (
    *("Воробь", "Гриш", "Дорон", "Ефим", "Жарк", "Зыр", "Каляг", "Лап", "Мерц", "Нагорн", "Озёрн", "Пахом", "Рябк"),
    *("Сажн", "Тарас", "Уткин", "Фил", "Хлебник", "Цапл", "Черныш", "Шуб", "Щегл", "Юдич", "Ярцев", "Белозёр", "Дятл"),
)
ENDINGS = ("ов", "ев", "ин", "ский", "ко", "ова", "ева", "ина", "ская")
GIVEN = ("Анна", "Пётр", "Мария", "Олег", "Ксения", "Глеб", "Семён", "Алёна", "Роман", "Вера", "Тимур", "Зоя")
PATRONYMICS = ("Ильич", "Олеговна", "Петрович", "Семёновна", "Ильинична", "Романович", "Тимуровна", "Глебович", "")
MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
          "декабря")  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
ORDINALS = ("первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый",
            "одиннадцатый")  # fmt: skip
DAYS = (("пн", "понедельник"), ("вт", "вторник"), ("ср", "среда"), ("чт", "четверг"), ("пт", "пятница"),
        ("сб", "суббота"), ("вс", "воскресенье"))  # fmt: skip
TOPICS = ("физика", "алгебра", "английский язык", "робототехника", "шахматы", "танец: эстрада", "рисование", "туризм")
LOOK_ALIKE = str.maketrans("АВСЕНКМОРТХаеорсху", "ABCEHKMOPTXaeopcxy")
EPOCH = date(1899, 12, 30)
FORMATS = {
    "student_student": ("ученик–ученик", "Обучающийся - обучающийся"),
    "teacher_student": ("Учитель – ученик", "педагог-обучающийся"),
    "teacher_teacher": ("учитель-учитель", "педагог – молодой педагог"),
    "college_school": ("студент – ученик", "Студент/обучающийся"),
    "employer_school": ("работодатель – ученик", "Работодатель-обучающийся"),
    "employer_college": ("работодатель-студент",),
}


@dataclass(frozen=True, slots=True)
class Known:
    """One person as they truly are; None and () were not given."""

    name: str
    birth_date: date | None = None
    study_group: str | None = None
    phones: tuple[str, ...] = ()
    guardian_phones: tuple[str, ...] = ()
    main_need: str | None = None
    interests: tuple[str, ...] = ()
    free_time: tuple[tuple[int, int, int], ...] | None = None
    modes: frozenset[str] | None = None
    consent: bool | None = None
    places: int | None = None
    email: str | None = None


def full_name(chance: Random) -> str:
    surname = f"{chance.choice(ROOTS)}{chance.choice('аеиоу')}{chance.choice('внрлмт')}{chance.choice(ENDINGS)}"
    if chance.random() < 0.1:
        surname += f"-{chance.choice(ROOTS)}{chance.choice(ENDINGS)}"
    return " ".join(filter(None, (surname, chance.choice(GIVEN), chance.choice(PATRONYMICS))))


def person(chance: Random) -> Known:
    return Known(
        name=full_name(chance),
        birth_date=_maybe(
            chance, lambda: date(chance.randint(1950, 2020), chance.randint(1, 12), chance.randint(1, 28))
        ),
        study_group=_maybe(chance, lambda: f"{chance.randint(1, 11)}{chance.choice('АБВГДЕЖ')}"),
        phones=tuple(_phone(chance) for _ in range(chance.choice((0, 1, 1, 2)))),
        guardian_phones=tuple(_phone(chance) for _ in range(chance.choice((0, 1, 1)))),
        main_need=_maybe(chance, lambda: chance.choice(TOPICS)),
        interests=tuple(chance.sample(TOPICS, chance.randint(0, 3))),
        free_time=_maybe(chance, lambda: _week(chance)),
        modes=_maybe(chance, lambda: chance.choice((frozenset({"online"}), frozenset({"in_person"}), BOTH))),
        consent=chance.choice((True, False, None)),
        places=_maybe(chance, lambda: chance.randint(1, 9)),
        email=_maybe(chance, lambda: f"{chance.choice('abcdef')}{chance.randint(1, 999)}@example.org"),
    )


BOTH = frozenset({"online", "in_person"})


def _maybe(chance: Random, make: Callable[[], object]):  # type: ignore[no-untyped-def]
    return make() if chance.random() < 0.85 else None


def _phone(chance: Random) -> str:
    return f"+79{chance.randint(0, 999_999_999):09}"


def _week(chance: Random) -> tuple[tuple[int, int, int], ...]:
    days = sorted(chance.sample(range(1, 8), chance.randint(1, 3)))
    starts = [chance.randint(16, 36) * 30 for _ in days]
    return tuple((day, start, start + chance.randint(1, 5) * 30) for day, start in zip(days, starts, strict=True))


def name(chance: Random, known: str) -> Cell:
    way = chance.randint(0, 8)
    if way == 0:
        return known.upper()
    if way == 1:
        return f"  {known.replace(' ', '   ')} "
    if way == 2:
        return known.replace(" ", "\xa0")
    if way == 3:
        return known.replace("-", " – ")
    if way == 4:
        surname, rest = known.split(" ", 1)
        return f"{surname}\n{rest}"
    if way == 5:
        words = known.split()
        return " ".join(_look_alike(chance, word) for word in words)
    if way == 6:
        surname, rest = known.split(" ", 1)
        return f"{surname}, {rest}"
    return known


def _look_alike(chance: Random, word: str) -> str:
    """Some letters in Latin, at least one left Russian."""
    letters = [one.translate(LOOK_ALIKE) if chance.random() < 0.4 else one for one in word]
    return "".join(letters) if any("а" <= one <= "я" for one in letters) else word


def birth_date(chance: Random, known: date | None) -> Cell:
    if known is None:
        return chance.choice((None, "", "-", "не указано"))
    age = 2026 - known.year
    ways: list[Callable[[], Cell]] = [
        lambda: known,
        lambda: f"{known:%d.%m.%Y}",
        lambda: f"{known.day}.{known.month}.{known.year} г.",
        lambda: f"{known.day} {MONTHS[known.month - 1]} {known.year} г.р.",
        lambda: f"{known:%d/%m/%Y}",
        lambda: known.isoformat(),
        lambda: (known - EPOCH).days,
        lambda: str((known - EPOCH).days),
        lambda: f"{known.day}.{ROMAN[known.month - 1] if known.month < 12 else 'XII'}.{known.year}",
        lambda: f"{known:%d.%m.%Y} ({age} лет)",
    ]
    if known.year >= 1950 and 5 <= age <= 90:
        ways.append(lambda: f"{known:%d.%m.%y}")
    return chance.choice(ways)()


def study_group(chance: Random, known: str | None) -> Cell:
    if known is None:
        return chance.choice((None, "", "–"))
    grade, letter = known[:-1], known[-1]
    ways = (
        *(
            known,
            f"{grade}-{letter.lower()}",
            f"{grade} «{letter}»",
            f'{grade} "{letter}" класс',
            f"{grade}{letter} кл.",
        ),
        *(
            f"{ROMAN[int(grade) - 1]} {letter}",
            f"{ORDINALS[int(grade) - 1]} {letter}",
            f"класс {known}",
            f"{grade}_{letter}",
        ),
        f"{grade}-й «{letter.lower()}» класс",
    )
    return chance.choice(ways)


def phones(chance: Random, known: Sequence[str]) -> Cell:
    if not known:
        return chance.choice((None, "", "нет", "-"))
    if len(known) == 1 and chance.random() < 0.1:
        return int(f"8{known[0][2:]}")
    return chance.choice((", ", "; ", "\n", " / ")).join(_one_phone(chance, one[2:]) for one in known)


def _one_phone(chance: Random, ten: str) -> str:
    a, b, c, d = ten[:3], ten[3:6], ten[6:8], ten[8:]
    ways = (
        f"+7 ({a}) {b}-{c}-{d}",
        f"8{ten}",
        f"8 {a} {b} {c} {d}",
        f"8-{a}-{b}-{c}-{d}",
        f"+7{ten}",
        f"8({a}){b}{c}{d}",
    )
    return chance.choice(ways)


def topics(chance: Random, known: Sequence[str]) -> Cell:
    if not known:
        return chance.choice((None, "", "-"))
    text = chance.choice((", ", "; ", "\n", " ; ")).join(known)
    return text.capitalize() if chance.random() < 0.3 else text


def free_time(chance: Random, known: Sequence[tuple[int, int, int]] | None) -> Cell:
    if known is None:
        return chance.choice((None, "", "не знаю"))
    between = chance.choice((", ", "; ", "\n"))
    return between.join(_hours(chance, DAYS[day - 1], start, end) for day, start, end in known)


def _hours(chance: Random, day: tuple[str, str], start: int, end: int) -> str:
    first, last = clock(start), clock(end)
    spelt = chance.choice(day)
    ways = (f"{spelt} {first}-{last}", f"{spelt}: {first} – {last}", f"{spelt.capitalize()} с {first} до {last}")
    return chance.choice((*ways, f"{spelt} {first.replace(':', '.')}-{last.replace(':', '.')}"))


def clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def modes(chance: Random, known: frozenset[str] | None) -> Cell:
    ways = {
        None: (None, "", "-"),
        frozenset({"online"}): ("онлайн", "Дистанционно", "on-line/онлайн"),
        frozenset({"in_person"}): ("очно", "лично", "Очно, в школе"),
        BOTH: ("очно и онлайн", "любой", "смешанный"),
    }
    return chance.choice(ways[known])


def consent(chance: Random, known: bool | None) -> Cell:
    ways: dict[bool | None, tuple[Cell, ...]] = {
        True: ("да", "Да", "+", "есть", "подписано 01.09.2026", True, "получено"),
        False: ("нет", "Нет", "отказ", "не получено", False, "нет"),
        None: (None, "", "  "),
    }
    return chance.choice(ways[known])


def places(chance: Random, known: int | None) -> Cell:
    return (
        chance.choice((None, "", "-"))
        if known is None
        else chance.choice((known, str(known), f"{known} чел.", f"до {known}"))
    )


def period(chance: Random, first: date | None, last: date | None) -> Cell:
    if first is None or last is None:
        return chance.choice((None, "", "бессрочно"))
    if (first.month, first.day, last.month, last.day, last.year - first.year) == (
        9,
        1,
        5,
        31,
        1,
    ) and chance.random() < 0.5:
        short = f"{last.year % 100:02}"
        return chance.choice(
            (f"{first.year}/{short}", f"{first.year}-{last.year} уч. г.", f"{first.year}/{short} учебный год")
        )
    ways = (
        f"с {first:%d.%m.%Y} по {last:%d.%m.%Y}",
        f"{first:%d.%m.%Y}-{last:%d.%m.%Y}",
        f"{first:%d.%m.%y} – {last:%d.%m.%y}",
        f"{first.day} {MONTHS[first.month - 1]} {first.year} г. - {last.day} {MONTHS[last.month - 1]} {last.year} г.",
    )
    return chance.choice(ways)
