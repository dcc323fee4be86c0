"""The lists: who is here, as mentee, mentor, staff, guardian."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.core import clock
from nastavnik.domain.consents import queries as consents
from nastavnik.domain.exchange.registers import rules as registers
from nastavnik.domain.people import queries, rules
from nastavnik.domain.people.enums import RoleCode
from nastavnik.web.shell import searching
from nastavnik.web.shell.render import render_page

PER_PAGE = 50


@dataclass(frozen=True)
class Pool:
    """A list of people by the roles they hold; `gate` is what may be missing there."""

    code: str
    title: Promise
    roles: tuple[str, ...]
    gates: tuple[str, ...] = ()


POOLS = {
    pool.code: pool
    for pool in (
        Pool("mentee", _("Наставляемые"), (RoleCode.MENTEE,), ("consent",)),
        Pool("mentor", _("Наставники"), (RoleCode.MENTOR,), ("clearance", "consent")),
        Pool(
            "staff",
            _("Сотрудники"),
            (RoleCode.COORDINATOR, RoleCode.HEAD, RoleCode.TEACHER, RoleCode.PSYCHOLOGIST, RoleCode.ADMINISTRATOR),
        ),
        Pool("guardian", _("Родители"), (RoleCode.GUARDIAN,)),
        Pool("all", _("Все"), (), ("consent",)),
    )
}


@allow(rules.sees_people)
def index(request: HttpRequest) -> HttpResponse:
    """Who is in a list, with search and what is missing."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    on = clock.today(organisation.time_zone)
    pool = POOLS.get(request.GET.get("role", "mentee"), POOLS["mentee"])
    place = f"people/{pool.code}"
    if found := searching.asked(request, place):
        return found
    people = queries.visible_to(request.user).filter(organisation=organisation)
    if pool.roles:
        people = people.filter(queries.holding(pool.roles, on))
    text = searching.words(request, place)
    if text:
        people = people.filter(queries.found_by(text))
    show = request.GET.get("show", "")
    chips, people = _narrowed(people, pool, show, on)
    paginator = Paginator(_loaded(people, pool, on), PER_PAGE)
    # Counted for the chips already: on ten thousand people a second count is the dearest query of the page.
    paginator.count = next((number for code, _title, number in chips if code == show), chips[0][2])
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "pools": POOLS.values(),
        "pool": pool,
        "text": text,
        "chips": chips,
        "show": show,
        "page": page,
        "rows": [(person, consents.badge(person, on)) for person in page],
        "can_edit": rules.edits_people(request.user),
        "can_import": rules.imports_people(request.user),
        "can_keep": registers.sees_registers(request.user),
    }
    return render_page(request, "people/index.html", context)


def _narrowed(people: Any, pool: Pool, show: str, on: date) -> tuple[list[tuple[str, Any, int]], Any]:
    """The chips with their counts, and the people of the chosen one."""
    views = {"": people}
    titles = {"": _("Все"), "consent": _("Ждём согласия"), "clearance": _("Нет допуска")}
    if "consent" in pool.gates:
        views["consent"] = people.filter(consents.awaited(on))
    if "clearance" in pool.gates:
        views["clearance"] = people.filter(queries.adult_on(on)).exclude(queries.cleared(on))
    chips = [(code, titles[code], rows.count()) for code, rows in views.items()]
    return chips, views.get(show, people)


def _loaded(people: Any, pool: Pool, on: date) -> Any:
    """All that a row shows, in a number of queries that does not grow with the rows."""
    loaded = consents.with_consent(queries.with_clearance(queries.listed(people, on), on), on)
    return queries.with_wards(loaded, on) if pool.code == "guardian" else loaded
