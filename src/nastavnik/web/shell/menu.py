"""The menu of a role. A link appears only where the page exists and its own door lets the user in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.urls import NoReverseMatch, Resolver404, ResolverMatch, get_resolver, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.people.enums import RoleCode as R


@dataclass(frozen=True)
class Section:
    """A link of the menu: `target` is a page (`room:view`) or a room, meaning the page at its own address."""

    title: Promise
    target: str
    icon: str
    rooms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    title: Promise
    url: str
    icon: str
    rooms: tuple[str, ...]
    current: str = ""


TODAY = Section(_("Сегодня"), "desk:today", "home")
PROGRAMMES = Section(_("Программы"), "programmes", "flag")
PEOPLE = Section(_("Люди"), "people", "people", ("people", "registers", "exchange", "organisations"))
APPLICATIONS = Section(_("Заявки"), "intake", "edit")
CONSENTS = Section(_("Согласия"), "consents", "shield")
MATCHING = Section(_("Подбор"), "matching", "swap")
SUGGESTIONS = Section(_("Предложения пар"), "matching:suggestions", "pair")
MENTORSHIPS = Section(_("Пары и группы"), "mentorships", "pair", ("mentorships", "conversations"))
MEETINGS = Section(_("Встречи"), "scheduling:index", "calendar", ("scheduling",))
DOCUMENTS = Section(_("Документы"), "documents", "file")
REPORTS = Section(_("Отчёты"), "monitoring", "chart", ("monitoring", "questionnaires"))
QUESTIONNAIRES = Section(_("Анкеты"), "questionnaires", "edit")
TRAINING = Section(_("Обучение"), "events", "flag")
SELECTION = Section(_("Отбор"), "intake:admission", "check")
LIBRARY = Section(_("Библиотека"), "library", "book")
HELP = Section(_("Помощь"), "conversations:help", "chat", ("conversations",))
TALKS = Section(_("Переписка"), "conversations", "chat")

MENUS: dict[str, tuple[Section, ...]] = {
    R.COORDINATOR: (
        TODAY,
        PROGRAMMES,
        PEOPLE,
        APPLICATIONS,
        CONSENTS,
        TRAINING,
        MATCHING,
        MENTORSHIPS,
        DOCUMENTS,
        REPORTS,
        LIBRARY,
    ),
    R.HEAD: (TODAY, PROGRAMMES, MENTORSHIPS, DOCUMENTS, REPORTS, LIBRARY),
    R.TEACHER: (
        TODAY,
        replace(PEOPLE, title=_("Мои ученики")),
        APPLICATIONS,
        CONSENTS,
        SUGGESTIONS,
        QUESTIONNAIRES,
        LIBRARY,
    ),
    R.PSYCHOLOGIST: (TODAY, PEOPLE, APPLICATIONS, SELECTION, CONSENTS, MENTORSHIPS, TALKS, QUESTIONNAIRES, LIBRARY),
    R.ADMINISTRATOR: (TODAY, Section(_("Состояние"), "operations", "gear")),
    R.MUNICIPAL_OPERATOR: (TODAY, Section(_("Сбор"), "rollup", "table"), REPORTS),
    R.REGIONAL_OPERATOR: (TODAY, Section(_("Сбор"), "rollup", "table"), REPORTS),
    R.MENTOR: (
        TODAY,
        replace(MENTORSHIPS, title=_("Пара")),
        MEETINGS,
        HELP,
    ),
    R.MENTEE: (
        TODAY,
        replace(MENTORSHIPS, title=_("Мой наставник")),
        MEETINGS,
        HELP,
    ),
    R.GUARDIAN: (
        TODAY,
        replace(MENTORSHIPS, title=_("Ребёнок")),
        MEETINGS,
        Section(_("Согласия"), "consents:mine", "shield"),
        HELP,
    ),
}
FAMILY = frozenset({R.MENTOR, R.MENTEE, R.GUARDIAN})


def menu_for(roles: Iterable[str], user: Any, match: ResolverMatch | None, path: str) -> list[Link]:
    """The sections of all roles held, in the order of the list of roles, each address once."""
    held = set(roles)
    links: dict[str, Link] = {}
    for role, sections in MENUS.items():
        for section in sections if role in held else ():
            url = _address(section.target, user)
            if url and url not in links:
                links[url] = Link(section.title, url, section.icon, section.rooms or (section.target.split(":")[0],))
    return _with_current(list(links.values()), match, path)


def _with_current(links: list[Link], match: ResolverMatch | None, path: str) -> list[Link]:
    here = next((link for link in links if link.url == path), None)
    room = match.namespace if match else ""
    inside = here or next((link for link in links if room in link.rooms), None)
    # Pages for staff of rooms without a section of their own stand below the address of another one.
    inside = inside or next((link for link in links if link.url != "/" and path.startswith(link.url)), None)
    return [replace(link, current="page" if link is here else "true") if link is inside else link for link in links]


def _address(target: str, user: Any) -> str:
    """Where the section begins, or "" where there is no such page or the user may not open it."""
    url, page = _page(target)
    opens = "GET" in getattr(page, "allowed_methods", ()) and page.allowed_by(user)
    return url if opens else ""


@cache
def _page(target: str) -> tuple[str, Any]:
    """The address of the section and its view; the same for as long as the process runs."""
    try:
        url = reverse(target) if ":" in target else "/" + get_resolver().namespace_dict[target][0]
        return url, resolve(url).func
    except (NoReverseMatch, Resolver404, KeyError):
        return "", None
