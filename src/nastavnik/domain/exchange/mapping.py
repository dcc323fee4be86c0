"""Which column holds what: Russian headings to fields, with a confidence, and the corrections of a person."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from nastavnik.domain.exchange.reading.cells.asides import set_aside
from nastavnik.domain.exchange.reading.cells.timetable import slot_of
from nastavnik.domain.exchange.reading.samples import first_value
from nastavnik.domain.exchange.records import Cell, ColumnGuess, Issue, Role, TableRow
from nastavnik.domain.people.normal import russian_letters, tidy

SINGLE_FIELDS: tuple[str, ...] = (
    *("number", "name", "surname", "given_name", "patronymic", "birth_date", "study_group", "email", "guardian_name"),
    *("workplace", "position", "main_need", "achievements", "free_time", "mode", "places", "wish"),
    *("consent", "clearance", "clearance_on", "joined_on", "category", "openness", "level", "mastery"),
    *("building", "district", "wanted_mentors", "shift"),
)
LIST_FIELDS: tuple[str, ...] = (
    *("phones", "guardian_phones", "needs", "competences", "interests", "values", "ways", "languages"),
    "day_time",  # one column for a day or an hour of the week, its cells times, lessons or ticks
)
FIELDS = frozenset(SINGLE_FIELDS + LIST_FIELDS)
LONGEST_HEADING = 150
MAY_BE_ASKED = ("name", "surname", "birth_date", "consent")

GUARDIAN = r"родител|законн|представител|опекун|\bмат(?:ь|ери)\b|\bмам[аы]\b|\bот(?:ец|ца)\b|\bпап[аы]\b"
PHONE = r"телефон|\bтел\b|мобильн|\bсотов|\bконтакт|номер для связи"
MAIL = r"\be ?mail\b|\bемейл\b|почт|электронн"
FULL_NAME = r"фамилия имя(?: и)? отчество|имя отчество(?: и)? фамилия|фамилия и имя|фамилия имя|имя(?: и)? фамилия"

OTHERS = r"наставляем|подопечн|ученик"
UNREAD = (
    r"строка в excel|отметка времени|^timestamp$|что случилось|примечан|комментар|подпис|^пол$|^возраст(?: лет)?$|"
    r"снилс|паспорт|^адрес"
)
WHOSE = "ребенка|ученика|обучающегося|участника|полностью|наставляемого|наставника"
ROLE_WORDS = "наставляем|наставник|ученик|обучающ|воспитанник|ребен|дети|участник|педагог|студент|учитель"

# (field or None = not read, pattern, confidence, role or None); the first that matches wins.
RULES: tuple[tuple[str | None, str, float, Role | None], ...] = (
    ("number", r"^(?:n|n п п|п п|номер п п|порядковый номер|номер)$", 1.0, None),
    (None, UNREAD, 1.0, None),
    ("consent", r"согласи", 1.0, None),
    ("clearance_on", r"дата (?:проверки|выдачи )?\s*(?:допуска|справки)|справка от|допуск от", 0.9, None),
    ("clearance", r"допуск|судимост|\b351\b|справка", 0.9, None),
    ("guardian_phones", rf"^(?=.*(?:{GUARDIAN}))(?=.*(?:{PHONE}))", 1.0, None),
    (None, rf"^(?=.*(?:{GUARDIAN}))(?=.*(?:{MAIL}|работ|адрес|должност|рожден))", 0.9, None),
    ("guardian_name", rf"{GUARDIAN}", 0.9, None),
    (None, r"классн\w* рук|\bкл рук|куратор|координатор|ответствен|завуч", 1.0, None),
    ("birth_date", r"^год рождения$", 0.7, None),  # beside the whole date it is the weaker one
    ("birth_date", r"рожд(?:ен|\b)|^д ?р$|^год рожд|\bрод(?:ился|илась)\b", 1.0, None),
    ("joined_on", r"дата (?:вхожд|вступл|включ|зачисл|начала участ)|(?:вошел|вошла|включен)\w* в прогр", 1.0, None),
    ("mastery", r"(?:опыт|стаж)\w* (?:\w+ )?наставни|владени\w* метод", 1.0, None),
    ("wanted_mentors", r"(?:сколько|количество|число)\b.*наставников", 1.0, "mentee"),
    ("category", r"категори", 0.9, "mentee"),
    (None, r"категори", 1.0, "mentor"),
    ("level", r"уверенност|уровень (?:знани|владени|подготовк|в предмет)|владени\w* предмет", 1.0, None),
    ("openness", r"раскрыва|открыт(?:ость|ый)", 1.0, None),
    ("values", r"ценност|что (?:важно|ценю|ценит) в людях", 1.0, None),
    ("ways", r"(?:способ|стиль|метод|манера)\w* (?:работы|общени)|как (?:удобнее |лучше )?работать", 1.0, None),
    ("wish", rf"(?:возраст|класс|курс|кого|с кем).*(?:{OTHERS}|взять|работать)|желаем\w* возраст", 1.0, "mentor"),
    ("places", rf"сколько|(?:количество|число|максимум|лимит).*(?:{OTHERS}|пар|мест)|^мест$|нагрузка", 1.0, "mentor"),
    (None, r"\bнаставник", 0.9, "mentee"),
    (None, r"наставляем|подопечн", 0.9, "mentor"),
    ("email", MAIL, 1.0, None),
    ("phones", PHONE, 1.0, None),
    ("main_need", r"(?:основн|главн|первый)\w* (?:запрос|проблем|потребност)|^запрос$|^проблема$", 1.0, None),
    ("main_need", r"в чем (?:нужна|помочь)", 0.9, None),
    ("needs", r"запрос|потребност|нужна помощь|хочет научиться|дефицит", 0.9, None),
    ("competences", r"компетенц|чем (?:могу|может|готов)|умени|навык|могу помочь", 0.9, None),
    ("competences", r"помогает|^предметы?$|направлени", 0.8, None),
    ("interests", r"интерес|увлечени|хобби|кружк", 1.0, None),
    ("achievements", r"достижени|наград|заслуг|успех|портфолио", 1.0, None),
    ("free_time", r"врем[яе]|расписан|когда удобно|свободн|дни и часы|график|часы", 1.0, None),
    ("shift", r"\bсмен[аыуе]\b", 1.0, None),
    ("building", r"\bкорпус|\bздани", 1.0, None),
    ("district", r"район", 1.0, None),
    ("languages", r"^(?:родн\w* |иностранн\w* )?языки?$|язык\w* (?:общени|встреч)|(?:как|ка)\w* язык", 1.0, None),
    (
        "mode",
        r"формат|как (?:лучше|удобнее|хо\w+) встреча|очно|онлайн|способ встреч|форма (?:встреч|работы|участия|занятий)",
        1.0,
        None,
    ),
    ("position", r"должност|кем работает|професси|специальност", 1.0, None),
    ("workplace", r"мест[оа] (?:работы|учебы)|организаци|учреждени|^работа$|^школа$|предприяти", 1.0, None),
    ("study_group", r"\bкласс|\bгрупп|объединени|коллектив|\bкурс\b|секци|^кл$", 1.0, None),
    ("name", rf"^(?:фио|{FULL_NAME})(?: (?:{WHOSE}))?$", 1.0, None),
    ("name", rf"\bфио\b|{FULL_NAME}", 1.0, None),
    ("surname", r"\bфамилия\b", 1.0, None),
    ("given_name", r"\bимя\b", 0.9, None),
    ("patronymic", r"\bотчество\b", 1.0, None),
    ("name", rf"^(?:{ROLE_WORDS})\w*$", 0.6, None),
)
COMPILED = tuple((field, re.compile(pattern), confidence, role) for field, pattern, confidence, role in RULES)
DAY_WORD = (
    r"\b(?:пн|вт|ср|чт|пт|сб|вс|пон\w+|втор\w+|сред\w+|чет\w+|пят\w+|суб\w+|воск\w+|будн\w*|выходн\w*)\b|дни|день"
)
ANY_RULE = re.compile("|".join(f"(?:{pattern})" for pattern in (*(rule[1] for rule in RULES), DAY_WORD)))
WORDED = re.compile(r"[^\W\d_]|№")
NAME_WORD = r"[А-ЯЁ](?:[а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*|\.)"
SPACED_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*(?=[А-ЯЁ])")
LATIN = re.compile("[A-Za-z]")
BESIDE = re.compile(r"[(\d–—]")
PERSON_NAME = re.compile(rf"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)* {NAME_WORD}(?: ?{NAME_WORD}){{0,2}}")


def plain_heading(heading: str) -> str:
    """A heading as the rules see it: lower case, ё = е, words only, «Ф. И. О.» as one word."""
    text = tidy(heading)
    if LATIN.search(text):
        text = " ".join(russian_letters(word) for word in text.split(" "))
    text = text.lower().replace("ё", "е").replace("№", " n ")
    text = re.sub(r"\bф\W{0,2}и\W{0,2}о\b", "фио", text)
    return re.sub(r"[\W_]+", " ", text).strip()


@lru_cache(maxsize=4096)
def recognise(heading: str, role: Role | None = None) -> tuple[str | None, float]:
    """The field a heading names and the confidence (0 to 1); (None, 0.0) where it names none we know."""
    if not WORDED.search(heading):
        return None, 0.0
    plain = plain_heading(heading[: 2 * LONGEST_HEADING])
    if not plain or len(plain) > LONGEST_HEADING or not ANY_RULE.search(plain):
        return None, 0.0
    if slot_of(heading):
        return "day_time", 1.0
    for field, pattern, confidence, only in COMPILED:
        if (only is None or only == role) and pattern.search(plain):
            return field, confidence if field else 0.0
    return None, 0.0


@lru_cache(maxsize=1024)
def given_name_first(heading: str) -> bool:
    """«Имя, фамилия» (and «Имя Отчество Фамилия») name the surname last."""
    plain = plain_heading(heading[: 2 * LONGEST_HEADING])
    given, surname = re.search(r"\bимя\b", plain), re.search(r"\bфамилия\b", plain)
    return bool(given and surname and given.start() < surname.start())


def letter_of(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def index_of(letter: str) -> int:
    """A → 0, AA → 26; ValueError for what is no column letter."""
    if not re.fullmatch("[A-Z]{1,3}", letter):
        raise ValueError(letter)
    index = 0
    for char in letter:
        index = index * 26 + ord(char) - 64
    return index - 1


def resolve(
    headings: Sequence[str], rows: Sequence[TableRow], role: Role, corrections: Mapping[str, str | None] | None = None
) -> tuple[tuple[ColumnGuess, ...], tuple[Issue, ...]]:
    """What each column holds. `corrections` (letter → field or None) outweigh the guesses; other columns keep theirs.

    Issues: `no_name_column` (error), `ambiguous_column` (ask), `name_guessed` (ask), `column_repeated` (note).
    ValueError for a field or letter that does not exist.
    """
    columns = [_guess(index, heading, rows, role) for index, heading in enumerate(headings)]
    _promote_single_names(columns)
    _guardian_telephone_beside(columns)
    fixed = _correct(columns, corrections or {})
    issues = [] if _names(columns) else _name_by_content(columns, rows, fixed)
    _drop_double_names(columns, fixed)
    for field in SINGLE_FIELDS:
        issues += _settle(columns, field, fixed)
    if not _names(columns) and not any(issue.code == "ambiguous_column" for issue in issues):
        seen = [column.heading for column in columns if column.heading]
        issues.append(Issue(None, None, "name", "no_name_column", {"seen": seen[:12]}, "error"))
    return tuple(columns), tuple(issues)


def _guess(index: int, heading: str, rows: Sequence[TableRow], role: Role) -> ColumnGuess:
    field, confidence = recognise(heading, role)
    return ColumnGuess(letter_of(index), heading, field, confidence, first_value(rows, index))


def _having(columns: Sequence[ColumnGuess], field: str) -> list[int]:
    return [index for index, column in enumerate(columns) if column.field == field]


def _names(columns: Sequence[ColumnGuess]) -> bool:
    return bool(_having(columns, "name") or (_having(columns, "surname") and _having(columns, "given_name")))


def _promote_single_names(columns: list[ColumnGuess]) -> None:
    """A lone «Фамилия» or «Имя» usually holds the whole name."""
    if _names(columns):
        return
    lone = _having(columns, "surname") or _having(columns, "given_name")
    for index in lone:
        columns[index] = replace(columns[index], field="name", confidence=0.7)


def _guardian_telephone_beside(columns: list[ColumnGuess]) -> None:
    """A second «Телефон» to the right of the parent's name is the parent's."""
    guardians, phones = _having(columns, "guardian_name"), _having(columns, "phones")
    if not guardians or _having(columns, "guardian_phones") or not phones:
        return
    beside = [index for index in phones if index == guardians[0] + 1]
    for index in beside:
        columns[index] = replace(columns[index], field="guardian_phones", confidence=0.6)


def _correct(columns: list[ColumnGuess], corrections: Mapping[str, str | None]) -> set[int]:
    fixed = set()
    for letter, field in corrections.items():
        index = index_of(letter)
        if index >= len(columns) or (field is not None and field not in FIELDS):
            raise ValueError(f"{letter}: {field}")
        columns[index] = replace(columns[index], field=field, confidence=1.0)
        fixed.add(index)
    return fixed


def looks_like_name(cell: Cell) -> bool:
    """Two to four capitalised Cyrillic words, initials allowed; a class or brackets may stand behind them."""
    if not isinstance(cell, str) or len(cell) >= LONGEST_HEADING:
        return False
    text = SPACED_DASH.sub("-", tidy(cell))
    if PERSON_NAME.fullmatch(text):
        return True
    return BESIDE.search(text) is not None and PERSON_NAME.fullmatch(tidy(set_aside(text).name)) is not None


def _name_by_content(columns: list[ColumnGuess], rows: Sequence[TableRow], fixed: set[int]) -> list[Issue]:
    """No heading names the name: columns nobody claims whose cells are names are candidates."""
    candidates = [
        index
        for index, column in enumerate(columns)
        if index not in fixed and column.field is None and _share_of_names(rows, index) >= 0.6
    ]
    for index in candidates:
        columns[index] = replace(columns[index], field="name", confidence=0.5)
    if len(candidates) != 1:
        return []
    column = columns[candidates[0]]
    params = {"column": column.letter, "heading": column.heading}
    return [Issue(None, column.letter, "name", "name_guessed", params, "ask")]


def _share_of_names(rows: Sequence[TableRow], index: int) -> float:
    filled = [row.cells[index] for row in rows[:200] if row.cells[index] is not None]
    return sum(map(looks_like_name, filled)) / len(filled) if filled else 0.0


def _drop_double_names(columns: list[ColumnGuess], fixed: set[int]) -> None:
    """A whole name and its parts side by side: the parts are surer than a weak heading, the whole than the parts."""
    whole = _having(columns, "name")
    parts = [index for part in ("surname", "given_name", "patronymic") for index in _having(columns, part)]
    if not whole or not (_having(columns, "surname") and _having(columns, "given_name")):
        return
    weak = max(columns[index].confidence for index in whole) < 0.8
    for index in whole if weak else parts:
        if index not in fixed:
            columns[index] = replace(columns[index], field=None, confidence=0.0)


def _settle(columns: list[ColumnGuess], field: str, fixed: set[int]) -> list[Issue]:
    """One column at most for a field with one value: the corrected, else the surest; equal ones are asked or noted."""
    having = _having(columns, field)
    if len(having) < 2:
        return []
    best = max(having, key=lambda index: (index in fixed, columns[index].confidence, -index))
    rivals = [i for i in having if i not in fixed and best not in fixed and _equally_sure(columns[i], columns[best])]
    ask = field in MAY_BE_ASKED and len(rivals) > 1
    letters = [columns[index].letter for index in (rivals if ask else having)]
    for index in having:
        if index != best or (ask and field in ("name", "surname")):
            columns[index] = replace(columns[index], field=None, confidence=0.0)
    if ask:
        return [Issue(None, None, field, "ambiguous_column", {"columns": letters}, "ask")]
    if best in fixed:
        return []
    return [Issue(None, columns[best].letter, field, "column_repeated", {"columns": letters}, "note")]


def _equally_sure(one: ColumnGuess, other: ColumnGuess) -> bool:
    return abs(one.confidence - other.confidence) < 0.2
