"""What the columns of a table of counts mean: Russian headings to codes. Pure; the codes are those of the handbook."""

import re
from dataclasses import dataclass
from typing import Literal

from nastavnik.domain.exchange.mapping import plain_heading

# code → what is counted. Numerators of the shares below are people of the denominator beside them.
COUNTS = {
    "children_10_19": "Дети от 10 до 19 лет",
    "mentees_10_19": "Наставляемые от 10 до 19 лет",
    "youth_15_19": "Дети от 15 до 19 лет",
    "mentors_15_19": "Наставники от 15 до 19 лет",
    "novice_teachers": "Молодые специалисты",
    "novice_teachers_mentored": "Молодые специалисты – наставляемые",
    "enterprises": "Предприятия",
    "enterprises_with_mentors": "Предприятия, давшие наставников",
    "mentees_asked": "Опрошенные наставляемые",
    "mentees_satisfied": "Довольные наставляемые",
    "mentors_asked": "Опрошенные наставники",
    "mentors_satisfied": "Довольные наставники",
    "mentees": "Наставляемые",
    "mentors": "Наставники",
    "mentors_trained": "Обученные наставники",
    "mentorships": "Пары и группы",
    "mentorships_completed": "Завершённые пары и группы",
    "mentorships_broken": "Распавшиеся пары и группы",
    "pupils": "Обучающиеся",
    "teachers": "Педагоги",
}
# code of a share → (numerator, denominator)
SHARES = {
    "mentees_10_19_share": ("mentees_10_19", "children_10_19"),
    "mentors_15_19_share": ("mentors_15_19", "youth_15_19"),
    "novice_teachers_share": ("novice_teachers_mentored", "novice_teachers"),
    "enterprises_share": ("enterprises_with_mentors", "enterprises"),
    "mentees_satisfied_share": ("mentees_satisfied", "mentees_asked"),
    "mentors_satisfied_share": ("mentors_satisfied", "mentors_asked"),
    "mentees_share": ("mentees", "pupils"),
    "mentors_trained_share": ("mentors_trained", "mentors"),
    "mentorships_completed_share": ("mentorships_completed", "mentorships"),
}
SHARE_OF = {numerator: share for share, (numerator, _) in SHARES.items()} | {
    denominator: share for share, (_, denominator) in SHARES.items()
}

Meaning = Literal["name", "kind", "number", "count", "share"]

TEN, FIFTEEN = r"10\D{1,9}19", r"15\D{1,9}19"
MENTEE, MENTOR = r"наставляем", r"наставник"
JOINED = rf"{MENTEE}|вош\w+|вход\w+|охва\w+|вовле\w+|участ\w+|закреп\w+|имеют"
FIRMS = r"предприят|работодател|бизнес партн"
HAPPY, ASKED = r"удовлетвор|довол", r"опрош|ответивш|анкетир|прошли опрос"
PAIRS = r"\bпар\b|\bпары\b|тандем|наставнических (?:групп|пар)|пар и групп"

# (code, every one of these is in the heading, none of these is); the first that fits.
RULES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("mentees_satisfied", (HAPPY, MENTEE), "опрошено|всего опрош"),
    ("mentors_satisfied", (HAPPY, MENTOR), "опрошено|всего опрош"),
    ("mentees_asked", (ASKED, MENTEE), ""),
    ("mentors_asked", (ASKED, MENTOR), ""),
    ("enterprises_with_mentors", (FIRMS, rf"{MENTOR}|предостав|дал|вош\w+|участ\w+"), ""),
    ("enterprises", (FIRMS,), ""),
    ("novice_teachers_mentored", (r"молод|\b0 3\b|до (?:3|трех) лет", JOINED), ""),
    ("novice_teachers", (r"молод|\b0 3\b|до (?:3|трех) лет",), ""),
    ("mentors_15_19", (FIFTEEN, rf"{MENTOR}|{JOINED}"), ""),
    ("youth_15_19", (FIFTEEN,), ""),
    ("mentees_10_19", (TEN, JOINED), ""),
    ("children_10_19", (TEN,), ""),
    ("mentorships_completed", (PAIRS, r"заверш|доведен|успешн"), "прекра|распал|досроч"),
    ("mentorships_broken", (PAIRS, r"прекра|распал|распав|досроч|незаверш"), ""),
    ("mentorships", (PAIRS,), ""),
    (
        "mentors_trained",
        (MENTOR, r"обучен|обучив|прошл\w+ (?:обучение|подготовк)|прошедш\w+ (?:обучение|подготовк)"),
        "",
    ),
    ("mentees", (MENTEE,), ""),
    ("mentors", (MENTOR,), "наставничеств(?!.*наставник)"),
    ("pupils", (r"обучающ|учащ|ученик|воспитанник|контингент|дет(?:и|ей)|школьник|студент",), ""),
    ("teachers", (r"педагог|учител",), ""),
)
COMPILED = tuple(
    (code, tuple(map(re.compile, wanted)), re.compile(unwanted) if unwanted else None)
    for code, wanted, unwanted in RULES
)
NUMBER = re.compile(r"^(?:n|n п п|п п|номер)$")
KIND = re.compile(r"^(?:тип|вид)\b(?:.*(?:организац|учрежд|оо|оу))?$")
NAME = re.compile(
    r"наименован|назван|^(?:оо|оу|школа|организация|учреждение|образовательн\w+ (?:организац|учрежд)\w+)$"
)
SHARE = re.compile(r"\bдол[яи]\b|процент|удельн")
PART = re.compile(r"^(?:из них|из общего|в том числе|в т ч|из (?:них|числа))\b")


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its place (from 0): what it means and, of counts and shares, their code."""

    place: int
    meaning: Meaning
    code: str = ""


def recognise(headings: list[str]) -> list[Column]:
    """The columns whose headings say what they are, in order. «из них …» says it together with the column before;
    of two that mean the same the first counts."""
    found: list[Column] = []
    seen: set[tuple[str, str]] = set()
    whole = ""
    for place, heading in enumerate(headings):
        text = plain_heading(heading)
        is_share = "%" in heading or SHARE.search(text) is not None
        context = f"{whole} {text}" if PART.match(text) or (is_share and not _subject(text)) else text
        column = _column(place, context, is_share)
        if column and (column.meaning, column.code) not in seen:
            seen.add((column.meaning, column.code))
            found.append(column)
        if text and not is_share and not PART.match(text):
            whole = text
    return found


def _column(place: int, text: str, is_share: bool) -> Column | None:
    if not text and not is_share:
        return None
    code = _subject(text)
    if is_share:
        share = SHARE_OF.get(code)
        return Column(place, "share", share) if share else None
    if NUMBER.match(text):
        return Column(place, "number")
    if KIND.match(text):
        return Column(place, "kind")
    if NAME.search(text):
        return Column(place, "name")
    return Column(place, "count", code) if code else None


def _subject(text: str) -> str:
    for code, wanted, unwanted in COMPILED:
        if all(one.search(text) for one in wanted) and not (unwanted and unwanted.search(text)):
            return code
    return ""
