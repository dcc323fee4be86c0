"""The answers of an application in words, page by page: for the summary and for review."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from nastavnik.domain.intake.adapter import said_of, topics_in
from nastavnik.domain.intake.enums import Source
from nastavnik.domain.intake.messages import page_name
from nastavnik.domain.intake.pages import Page, Setting, journey
from nastavnik.domain.matching.messages import intervals
from nastavnik.domain.programmes.enums import Mode, ParticipationRole

LISTS = frozenset({"needs", "competences", "interests", "values", "ways"})


@dataclass(frozen=True)
class Answer:
    """A page, its short name, and what was said there; nothing said is an empty tuple."""

    code: str
    name: Promise | str
    said: tuple[str, ...]


def answers_of(application: Any, setting: Setting) -> list[Answer]:
    """Every page that this applicant meets, in its order."""
    asked = journey(said_of(application), setting)
    return [Answer(page.code, page_name(page.code), _of_page(application, page)) for page in asked]


def _of_page(application: Any, page: Page) -> tuple[str, ...]:
    texts = tuple(filter(None, (_said(application, name) for name in page.fields)))
    return (" ".join(texts),) if page.code == "name" and texts else texts


def _said(application: Any, name: str) -> str:
    value = getattr(application, name)
    if value in (None, "", []):
        return ""
    if name in LISTS:
        return ", ".join(topics_in(value))
    if name == "source":
        return str(
            _("за ребёнка: родитель или опекун") if value == Source.GUARDIAN else application.get_source_display()
        )
    if name == "role":
        return _("тем, кто помогает") if value == ParticipationRole.MENTOR else _("тем, кому помогают")
    if name == "birth_date":
        return date_format(value, "j E Y")
    if name == "free_time":
        return intervals(tuple(tuple(row) for row in value))
    if name == "modes":
        return ", ".join(str(Mode(mode).label) for mode in value if mode in Mode.values)
    return _in_words(application, name, value)


def _in_words(application: Any, name: str, value: Any) -> str:
    if isinstance(value, bool):
        yes, no = YES_NO[name]
        return str(yes if value else no)
    if name in ("age_wish_from", "age_wish_to"):
        return (_("от %(years)s лет") if name == "age_wish_from" else _("до %(years)s лет")) % {"years": value}
    display = getattr(application, f"get_{name}_display", None)
    return str(display() if display else value)


YES_NO = {
    "has_plan": (_("план уже есть"), _("плана пока нет")),
    "is_ready_to_learn": (_("готовность учиться есть"), _("учиться пока не готов")),
    "is_ready_to_share": (_("готовность делиться есть"), _("делиться пока не готов")),
}
