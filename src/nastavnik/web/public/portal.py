"""What the public page of a programme consists of: the same for visitors and for a file that goes to another site."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock, links
from nastavnik.domain.achievements.queries import alumni, published_stories
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.queries import local_acts
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.events.queries import announced
from nastavnik.domain.intake.queries import taking_now
from nastavnik.domain.programmes import queries
from nastavnik.domain.programmes.enums import Audience, Catalogue
from nastavnik.domain.programmes.shipped import Entry
from nastavnik.domain.programmes.shipped.opportunities import MENTOR
from nastavnik.web.shell.squares import square

HEADINGS = {
    Audience.PUPIL.value: _("Детям"),
    Audience.GUARDIAN.value: _("Родителям"),
    Audience.TEACHER.value: _("Педагогам"),
    MENTOR: _("Наставникам"),
    "": _("Всем"),
}
MEETINGS = 5
STORIES = 10


@dataclass(frozen=True)
class Joining:
    """Where somebody applies for one module."""

    module: str
    address: str
    code: str
    last_day: date | None
    square: SafeString


@dataclass(frozen=True)
class Meeting:
    """One to come: its sort and its moment on the clock of the institution, neither title nor guests."""

    title: str
    at: datetime


@dataclass(frozen=True)
class Act:
    title: str
    number: str
    dated_on: date


@dataclass(frozen=True)
class Portal:
    """Everything that the page tells; names stand in `mentors` and `alumni`, each by a consent of today."""

    page: Any
    programme: Any
    today: date
    modules: list[tuple[Any, str]]
    given: list[tuple[str, list[Entry]]]
    joining: list[Joining]
    news: list[Any]
    meetings: list[Meeting]
    mentors: list[queries.PublicCard]
    alumni: list[alumni.Shown]
    stories: list[Any]
    acts: list[Act]


def portal_of(page: Any, *, base: str) -> Portal:
    """The page as everybody may read it today. `base` is the address by which this server was asked."""
    programme, organisation = page.programme, page.organisation
    today = clock.today(organisation.time_zone)
    modules = programme.modules.select_related("mentoring_format").order_by("id")
    given = queries.entries(organisation, Catalogue.OPPORTUNITY, programme_type=programme.type)
    return Portal(
        page=page,
        programme=programme,
        today=today,
        modules=[(module, module.mentoring_format.called_in(organisation)) for module in modules],
        given=for_whom(given),
        joining=[_joining(intake, base) for intake in taking_now(programme, today)],
        news=queries.published_news(programme),
        meetings=_meetings(programme, organisation.time_zone),
        mentors=queries.shown_cards(programme),
        alumni=alumni.published(organisation),
        stories=published_stories(organisation)[:STORIES],
        acts=[Act(str(kind_of(act.kind).title), act.number, act.dated_on) for act in local_acts(programme)],
    )


def for_whom(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """What participation gives, under the heading of whom it is for; headings without entries are left out."""
    found: dict[str, list[Entry]] = {audience: [] for audience in HEADINGS}
    for entry in entries:
        audience = str(entry.details.get("audience", ""))
        found[audience if audience in HEADINGS else ""].append(entry)
    return [(str(HEADINGS[audience]), given) for audience, given in found.items() if given]


def is_local(address: str) -> bool:
    """Whether nobody but this computer finds the address."""
    host = urlsplit(address).hostname or ""
    return host in ("localhost", "0.0.0.0", "::1") or host.startswith("127.")  # noqa: S104 - compared, not bound


def _joining(intake: Any, base: str) -> Joining:
    address = links.absolute("public:apply", intake.token, base=base)
    return Joining(intake.module.title, address, intake.code, intake.ends_on, square(address))


def _meetings(programme: Any, time_zone: str) -> list[Meeting]:
    rows = announced(programme, clock.now())[:MEETINGS]
    return [Meeting(_sort(event), _on_the_wall(event.starts_at, time_zone)) for event in rows]


def _on_the_wall(at: datetime, time_zone: str) -> datetime:
    """What the clock there shows: a template would turn a moment into the time zone of the server."""
    return at.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)


def _sort(event: Any) -> str:
    """«Другое мероприятие» says nothing to a visitor."""
    title = _now("общая встреча") if event.kind == EventKind.OTHER else str(event.get_kind_display())
    return title[:1].upper() + title[1:]
