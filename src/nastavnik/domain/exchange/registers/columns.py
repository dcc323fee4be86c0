"""The columns of the two registers: those of the form first, in its order, then those of the service."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.registers import cells
from nastavnik.domain.exchange.registers.cells import Cell
from nastavnik.domain.exchange.registers.records import RegisterCode, RegisterRow


@dataclass(frozen=True)
class Column:
    """`field` is what the reader of lists takes it for (None: it leaves it alone); `sort` the name of an order."""

    code: str
    title: Promise | str
    value: Callable[[RegisterRow], Cell]
    part: Literal["form", "service"] = "form"
    field: str | None = None
    sort: str = ""
    is_usual: bool = False
    width: int = 18


def _c(code: str, title: Promise, value: Callable[[RegisterRow], Cell], **more: object) -> Column:
    return Column(code, title, value, **more)  # type: ignore[arg-type]


S = {"part": "service"}
U = {"is_usual": True}
NUMBER = _c("number", _("№"), lambda r: r.number, field="number", width=6)
NAME = _c("name", _("ФИО"), lambda r: r.name, field="name", sort="name", width=34, **U)
PHONE = _c("phone", _("Телефон"), lambda r: r.phone, field="phones")
EMAIL = _c("email", _("Почта"), lambda r: r.email, field="email", width=24)
GUARDIAN = _c(
    "guardian", _("Родитель или опекун"), lambda r: cells.listed([n for n, _p in r.guardians]), field="guardian_name"
)
GUARDIAN_PHONE = _c(
    "guardian_phone",
    _("Телефон родителя"),
    lambda r: cells.listed([p for _n, p in r.guardians if p]),
    field="guardian_phones",
)
YEAR = _c(
    "birth_year",
    _("Год рождения"),
    lambda r: r.birth_date.year if r.birth_date else None,
    field="birth_date",  # beside the whole date the reader leaves it, alone it says no day
    sort="birth",
    width=10,
)
NEED = _c("main_need", _("Основной запрос"), lambda r: r.main_need, field="main_need", sort="main_need", width=26, **U)
JOINED = _c(
    "joined_on", _("Дата вхождения в программу"), lambda r: r.joined_on, field="joined_on", sort="joined", width=12
)
MENTOR = _c("others", _("ФИО наставника"), lambda r: cells.names_of(r.others), width=30, **U)
MENTEE = _c("others", _("ФИО наставляемого"), lambda r: cells.names_of(r.others), width=30, **U)
FORMAT = _c("mentoring_format", _("Форма наставничества"), lambda r: r.mentoring_format)
MENTOR_PLACE = _c("other_place", _("Место работы или учёбы наставника"), lambda r: cells.places_of(r.others))
MENTEE_PLACE = _c("other_place", _("Место работы или учёбы наставляемого"), lambda r: cells.places_of(r.others))
ENDED = _c("ended_on", _("Дата завершения"), lambda r: r.ended_on, width=12)
RESULTS = _c("results", _("Результаты программы"), lambda r: r.results, width=30)
CASE = _c("case_link", _("Ссылка на кейс или отзыв"), lambda r: r.case_link, width=24)
PASSED = _c("passed", _("Отметка о прохождении"), lambda r: cells.yes_no(True) if r.is_finished else "", width=12)
WORKPLACE = _c("workplace", _("Место работы или учёбы"), lambda r: r.workplace, field="workplace", width=26)
COMPETENCES = _c(
    "competences", _("Основные компетенции"), lambda r: cells.listed(r.competences), field="competences", width=30, **U
)
ACHIEVEMENTS = _c(
    "achievements", _("Важные для программы достижения"), lambda r: r.achievements, field="achievements", width=30
)
WISH = _c("wish", _("Желаемый возраст наставляемых"), cells.wish, field="wish")
INTERESTS = _c("interests", _("Интересы"), lambda r: cells.listed(r.interests), field="interests", width=26)

GROUP = _c("group", _("Класс или группа"), lambda r: r.group, field="study_group", sort="group", width=10, **S, **U)
POST = _c("post", _("Должность"), lambda r: r.post, field="position", sort="post", **S)
PARTNER = _c("partner", _("От партнёра"), lambda r: r.partner, **S)
CATEGORY = _c("category", _("Категория"), lambda r: r.category, field="category", sort="category", width=24, **S)
CONDITIONS = _c("needs_conditions", _("Нужны условия"), lambda r: cells.yes_no(r.needs_conditions), width=10, **S)
BIRTH = _c("birth_date", _("Дата рождения"), lambda r: r.birth_date, field="birth_date", sort="birth", width=12, **S)
NEEDS = _c("needs", _("Другие запросы"), lambda r: cells.listed(r.needs), field="needs", width=26, **S)
TIME = _c("free_time", _("Удобное время"), lambda r: cells.hours(r.free_time), field="free_time", width=26, **S)
RESOURCE = _c("free_time", _("Ресурс времени"), lambda r: cells.hours(r.free_time), field="free_time", width=26)
MODES = _c("modes", _("Очно или онлайн"), lambda r: cells.listed(r.modes), field="mode", width=12, **S)
PLACES = _c("places", _("Сколько наставляемых готов взять"), lambda r: r.places, field="places", width=10, **S, **U)
LEVEL = _c("level", _("Уверенность в предмете на входе, 0–5"), lambda r: r.level, field="level", width=12, **S)
SEEN = _c("level_seen", _("Последнее наблюдение, 0–5"), lambda r: r.level_seen, width=12, **S)
MASTERY = _c("mastery", _("Опыт наставничества"), lambda r: r.mastery, field="mastery", **S)
CONSENT = _c("consent", _("Согласие"), cells.consent, field="consent", width=10, **S, **U)
SIGNED = _c("signed", _("Подписано"), cells.signed, width=24, **S)
SIGNED_UNTIL = _c("signed_until", _("Подписано до"), lambda r: r.signed_until, width=12, **S)
PUBLISHED = _c("may_be_published", _("Можно публиковать"), lambda r: cells.yes_no(r.may_be_published), width=12, **S)
CLEARANCE = _c("clearance", _("Допуск"), cells.clearance, field="clearance", width=16, **S, **U)
CLEARED_UNTIL = _c("cleared_until", _("Проверить снова"), lambda r: r.cleared_until, width=12, **S)
STATE = _c("state", _("Статус"), cells.state, sort="state", **S, **U)
PAIR = _c("pair", _("Состояние пары"), lambda r: cells.states_of(r.others), **S)
SOURCE = _c("source", _("Кто заполнил заявку"), lambda r: r.source, **S)
PROGRAMME = _c("programme", _("Программа"), lambda r: r.programme, width=24, **S)
MODULE = _c("module", _("Модуль"), lambda r: r.module, width=24, **S)

MENTEES = (
    *(NUMBER, NAME, PHONE, EMAIL, GUARDIAN, GUARDIAN_PHONE, YEAR, NEED, JOINED, MENTOR, FORMAT, MENTOR_PLACE, ENDED),
    *(RESULTS, CASE, PASSED),
    *(GROUP, CATEGORY, CONDITIONS, BIRTH, NEEDS, INTERESTS, TIME, MODES, LEVEL, SEEN, CONSENT, SIGNED, SIGNED_UNTIL),
    *(PUBLISHED, STATE, PAIR, SOURCE, PROGRAMME, MODULE),
)
MENTORS = (
    *(NUMBER, NAME, PHONE, EMAIL, WORKPLACE, COMPETENCES, ACHIEVEMENTS, INTERESTS, WISH, RESOURCE, JOINED, MENTEE),
    *(FORMAT, MENTEE_PLACE, ENDED, RESULTS, CASE),
    *(GROUP, POST, PARTNER, YEAR, BIRTH, GUARDIAN, GUARDIAN_PHONE, PLACES, MODES, LEVEL, SEEN, MASTERY),
    *(CLEARANCE, CLEARED_UNTIL, CONSENT, SIGNED, SIGNED_UNTIL, PUBLISHED, STATE, PAIR, SOURCE, PROGRAMME, MODULE),
)
REGISTERS: dict[str, tuple[Column, ...]] = {"mentee": MENTEES, "mentor": MENTORS}
ALWAYS = "name"  # a row without it is nobody


def columns_of(register: RegisterCode | str) -> tuple[Column, ...]:
    """All columns of a register in their order."""
    return REGISTERS[register]


def chosen(register: RegisterCode | str, codes: Sequence[str]) -> tuple[Column, ...]:
    """The columns of these codes in the order of the register, the name always among them; the usual ones for none."""
    known = [one for one in REGISTERS[register] if one.code in codes]
    if not known:
        return tuple(one for one in REGISTERS[register] if one.is_usual)
    return tuple(one for one in REGISTERS[register] if one in known or one.code == ALWAYS)
