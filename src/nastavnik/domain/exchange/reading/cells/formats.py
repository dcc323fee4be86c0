"""The format of mentoring in any wording: «Учитель – ученик», «педагог-обучающийся», «равный равному»."""

import re

from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, text_of
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import DASHES, tidy

# Who stands on a side, by the beginnings of the words people use; the first that matches wins.
SIDES = (
    ("guardian", r"родител|законн\w* представ|семь"),
    ("partner", r"соц\w*\.?\s*партн|партн"),
    ("employer", r"работодател|предприяти|производств"),
    ("leader", r"руководител|директор|администрац|лидер"),
    ("lecturer", r"(?:преподавател|педагог|учител)\w* (?:вуза|колледжа|спо|техникума|пед)|преподаватель вуз"),
    ("student", r"студент|старшекурсник|первокурсник"),
    ("teacher", r"педагог|учител|преподавател|воспитател|наставник-педагог|молод\w* специалист"),
    ("specialist", r"специалист|мастер|тренер|эксперт|выпускник"),
    ("pupil", r"учен|обучающ|учащ|воспитанник|школьник|ребен|дет|старшеклассник|равн"),
)
CODES = {
    ("pupil", "pupil"): "student_student",
    ("teacher", "teacher"): "teacher_teacher",
    ("lecturer", "teacher"): "college_teacher",
    ("student", "pupil"): "college_school",
    ("employer", "pupil"): "employer_school",
    ("employer", "student"): "employer_college",
    ("teacher", "pupil"): "teacher_student",
    ("teacher", "student"): "teacher_student",
    ("student", "student"): "college_college",
    ("leader", "teacher"): "leader_teacher",
    ("partner", "teacher"): "partner_teacher",
    ("employer", "teacher"): "partner_teacher",
    ("partner", "pupil"): "employer_school",
    ("teacher", "guardian"): "teacher_guardian",
    ("specialist", "pupil"): "specialist_student",
}
BETWEEN = re.compile(r"\s+-\s*|\s*-\s+|\s*[/→>:+]\s*|\s+(?:для|и|с)\s+|(?<=[а-я])-(?=[а-я])")
ANOTHER_QUESTION = re.compile(
    r"индивидуальн|группов|командн|флеш|флэш|реверсивн|ситуативн|ситуационн|скоростн|виртуальн|смешанн|традиционн|"
    r"очно|очн\w{2,3}\b|онлайн|дистанц|удал[её]н"
)


def mentoring_format(cell: Cell) -> Parsed:
    """A code of `programmes`; None where empty or where a kind or a mode is said; `format_unknown` (note) otherwise."""
    if is_blank(cell):
        return Parsed(None)
    text = DASHES.sub("-", tidy(text_of(cell)).lower()).replace("ё", "е").strip(" .«»\"'")
    if text in CODES.values():
        return Parsed(text)
    sides = [side for side in map(_side, filter(None, BETWEEN.split(text))) if side]
    found = CODES.get((sides[0], sides[1])) if len(sides) == 2 else None
    if found is None and re.search(r"равн\w*\s*-?\s*равн", text):
        found = "student_student"
    if found:
        return Parsed(found)
    if ANOTHER_QUESTION.search(text):
        return Parsed(None)
    return Parsed(None, "format_unknown", {"text": text[:60]})


def _side(text: str) -> str | None:
    return next((side for side, pattern in SIDES if re.search(rf"\b(?:{pattern})", text)), None)
