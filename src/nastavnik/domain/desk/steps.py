"""The first steps of a programme, from what is known about it. Pure: facts in, steps out.

A step is done when the facts say so, never by ticking; the first one that is not done and not optional is the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext as _

from nastavnik.domain.desk.words import counted, spoken

State = Literal["done", "now", "ahead", "optional"]


@dataclass(frozen=True)
class InstitutionFacts:
    """What the institution has entered about itself. `acts` are those that papers cite; before the first paper there
    are none yet."""

    has_letterhead: bool
    has_year: bool
    has_head: bool
    unconfirmed_acts: int
    acts: int = 0


@dataclass(frozen=True)
class ProgrammeFacts:
    """Counts of one programme on a day. `papers` are the numbers of issued papers by kind."""

    pk: int
    module: int | None
    state: str
    needs_order: bool
    is_agreed: bool = False
    rows: int = 0
    rows_done: int = 0
    papers: dict[str, str] | None = None
    page_is_open: bool = False
    informed: int = 0
    mentees: int = 0
    mentors: int = 0
    minors: int = 0
    minors_agreed: int = 0
    adults: int = 0
    adults_cleared: int = 0
    ready_mentors: int = 0
    ready_mentees: int = 0
    pairs: int = 0
    answered: int = 0
    begun: int = 0
    planning: int = 0
    planned: int = 0
    met: int = 0
    ended: int = 0
    certified: int = 0
    due: int = 0


@dataclass(frozen=True)
class Step:
    """One step: what, whether it is done and why we think so, and the page where it is done."""

    code: str
    title: str
    state: State
    fact: str = ""
    url_name: str = ""
    url_args: tuple[Any, ...] = ()
    query: str = ""


@dataclass(frozen=True)
class StepGroup:
    """The steps of one stage."""

    title: str
    steps: Sequence[Step]

    @property
    def is_done(self) -> bool:
        return all(step.state in ("done", "optional") for step in self.steps)


def institution_steps(facts: InstitutionFacts) -> list[Step]:
    """Before any programme: what papers and people need."""
    return _with_next(
        [
            _step("letterhead", _("Записать название, адрес и бланк"), facts.has_letterhead, "organisations:edit"),
            _step("year", _("Открыть учебный год"), facts.has_year, "organisations:years"),
            _step("head", _("Назначить руководителя: он подписывает приказы"), facts.has_head, "organisations:staff"),
            _step("programme", _("Выбрать модель и создать программу"), False, "programmes:new"),
        ]
    )


def programme_steps(facts: ProgrammeFacts, institution: InstitutionFacts, on: date) -> list[StepGroup]:
    """The steps of a programme by the seven stages of the target model."""
    groups = [
        (_("Подготовка условий"), list(_preparation(facts, institution))),
        (_("База наставляемых"), list(_mentees(facts))),
        (_("База наставников"), list(_mentors(facts))),
        (_("Отбор и обучение"), list(_selection(facts))),
        (_("Пары и группы"), list(_pairs(facts))),
        (_("Работа пар"), list(_work(facts))),
        (_("Завершение"), list(_closing(facts))),
    ]
    flat = _with_next([step for _title, steps in groups for step in steps])
    told = iter(flat)
    return [StepGroup(title, tuple(next(told) for _one in steps)) for title, steps in groups]


def next_step(groups: Sequence[StepGroup]) -> Step | None:
    """The one to take now; None when everything is done."""
    return next((step for group in groups for step in group.steps if step.state == "now"), None)


def _preparation(facts: ProgrammeFacts, institution: InstitutionFacts) -> Iterator[Step]:
    papers = facts.papers or {}
    yield _step("letterhead", _("Записать название, адрес и бланк"), institution.has_letterhead, "organisations:edit")
    yield _step(
        "head", _("Назначить руководителя: он подписывает приказы"), institution.has_head, "organisations:staff"
    )
    yield _step(
        "roadmap",
        _("Посмотреть дорожную карту"),
        facts.rows > 0,
        "programmes:roadmap",
        facts.pk,
        fact=_("%(rows)s, сделано %(done)s")
        % {"rows": counted(facts.rows, _("строка"), _("строки"), _("строк")), "done": facts.rows_done},
    )
    acts = counted(institution.unconfirmed_acts, _("акт"), _("акта"), _("актов"))
    yield _step(
        "acts",
        _("Сверить акты с оригиналами"),
        institution.acts > 0 and institution.unconfirmed_acts == 0,
        "documents:grounds",
        fact=_("не сверено: %(acts)s") % {"acts": acts} if institution.unconfirmed_acts else "",
        optional=True,
    )
    yield _paper(facts, papers, "introduction_order", _("Издать приказ о введении программы"))
    yield _paper(facts, papers, "regulation_order", _("Утвердить положение о наставничестве"))
    begun = facts.state in ("running", "closed")
    yield _step(
        "agreed",
        _("Согласовать программу с руководителем"),
        facts.is_agreed,
        "programmes:programme",
        facts.pk,
        optional=begun,
    )
    yield _step(
        "informed",
        _("Рассказать детям, родителям и педагогам"),
        facts.informed > 0,
        "programmes:information",
        facts.pk,
        fact=_("ответили: %(n)s") % {"n": facts.informed} if facts.page_is_open or facts.informed else "",
        optional=True,
    )
    yield _step("launched", _("Начать программу"), begun, "programmes:programme", facts.pk)


def _mentees(facts: ProgrammeFacts) -> Iterator[Step]:
    yield _recorded("mentees", _("Записать наставляемых"), facts.mentees)
    yield _share("consents", _("Собрать согласия родителей"), facts.minors_agreed, facts.minors, "consents:index")


def _mentors(facts: ProgrammeFacts) -> Iterator[Step]:
    yield _recorded("mentors", _("Записать наставников"), facts.mentors)


def _recorded(code: str, title: str, number: int) -> Step:
    people = counted(number, _("человек"), _("человека"), _("человек"))
    return _step(code, title, number > 0, "exchange:upload", fact=_some(people, number))


def _selection(facts: ProgrammeFacts) -> Iterator[Step]:
    if facts.adults:
        yield _share("clearance", _("Отметить допуск взрослых"), facts.adults_cleared, facts.adults, "people:clearance")
    page = ("programmes:people", facts.module) if facts.module else ("programmes:index",)
    admitted, mentors = facts.ready_mentors, facts.mentors
    yield _share("admitted", _("Допустить наставников"), admitted, mentors, *page, query="role=mentor")
    ready, mentees = facts.ready_mentees, facts.mentees
    yield _share("ready", _("Отметить, кого можно подбирать"), ready, mentees, *page, query="role=mentee")


def _pairs(facts: ProgrammeFacts) -> Iterator[Step]:
    page = ("matching:module", facts.module) if facts.module else ("matching:index",)
    said = counted(facts.pairs, _("пара"), _("пары"), _("пар"))
    yield _step("matched", _("Подобрать пары"), facts.pairs > 0, *page, fact=_some(said, facts.pairs))
    yield _share("answered", _("Дождаться ответов всех сторон"), facts.answered, facts.pairs, "mentorships:index")
    if facts.needs_order:
        yield _share("ordered", _("Закрепить пары приказом"), facts.begun, facts.pairs, "documents:index")


def _work(facts: ProgrammeFacts) -> Iterator[Step]:
    yield _share("met", _("Провести первые встречи"), facts.met, facts.begun, "mentorships:index")
    if facts.planning or not facts.begun:
        yield _share("planned", _("Составить планы пар"), facts.planned, facts.planning, "mentorships:index")


def _closing(facts: ProgrammeFacts) -> Iterator[Step]:
    yield _share("ended", _("Завершить работу пар"), facts.ended, facts.begun, "mentorships:index")
    yield _share("certified", _("Выдать сертификаты"), facts.certified, facts.due, "documents:certificates")
    report = (facts.papers or {}).get("programme_report")
    yield _step("report", _("Сделать отчёт"), report is not None, "monitoring:index", fact=report or "")


def _paper(facts: ProgrammeFacts, papers: dict[str, str], kind: str, title: str) -> Step:
    return _step(kind, title, kind in papers, "documents:prepare", facts.pk, kind, fact=papers.get(kind, ""))


def _share(code: str, title: str, done: int, of: int, url_name: str, *args: Any, query: str = "") -> Step:
    """Done when all are, and there is somebody."""
    fact = _("%(done)s из %(of)s") % {"done": done, "of": of} if of else ""
    return _step(code, title, bool(of) and done >= of, url_name, *args, fact=fact, query=query)


def _step(
    code: str,
    title: str,
    done: bool,
    url_name: str,
    *args: Any,
    fact: str = "",
    query: str = "",
    optional: bool = False,
) -> Step:
    state: State = "done" if done else "optional" if optional else "ahead"
    return Step(code, title, state, fact, url_name, args, query)


def _with_next(steps: Sequence[Step]) -> list[Step]:
    told, is_found = [], False
    for step in steps:
        is_next = step.state == "ahead" and not is_found
        is_found = is_found or is_next
        told.append(replace(step, state="now") if is_next else step)
    return told


def _some(said: str, number: int) -> str:
    return said if number else ""


def on_day(number: str, day: date, on: date) -> str:
    """«№ 14-а от 3 сентября»."""
    said = _("от %(day)s") % {"day": spoken(day, on)}
    return f"№\u00a0{number} {said}" if number else said
