"""Experience that mentors share: a list with filters, a new one, its file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.achievements import actions, queries, rules
from nastavnik.domain.achievements.enums import SharingKind
from nastavnik.domain.files.queries import read
from nastavnik.domain.people.queries import person_of
from nastavnik.web.achievements.forms import SharingForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

ROWS = 30


@allow(rules.sees_mentors, methods=("GET", "HEAD"))
def sharings(request: HttpRequest) -> HttpResponse:
    """Filters: what it was and which programme."""
    rows = queries.sharings_visible_to(request.user)
    kind, programme = request.GET.get("kind", ""), request.GET.get("programme", "")
    if kind in SharingKind.values:
        rows = rows.filter(kind=kind)
    if programme.isdecimal() and len(programme) < 19:
        rows = rows.filter(programme=int(programme))
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    for row in page:
        row.may_edit = rules.can_edit_sharing(request.user, row)
    to_share = list(queries.programmes_to_share(request.user)) if rules.shares(request.user) else []
    context = {"page": page, "kinds": SharingKind.choices, "kind": kind, "programme": programme, "to_share": to_share}
    return render_page(request, "achievements/sharings.html", context)


@allow(rules.shares)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """In a programme; a mentor names oneself, who leads ticks the authors."""
    programme = fetch(queries.programmes_to_share(request.user), pk)
    start = {"happened_on": clock.today(programme.organisation.time_zone)}
    form = SharingForm(_authors(programme, request.user), request.POST or None, request.FILES or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.share(
                programme,
                form.values(),
                authors=_named(form, programme, request.user),
                file=form.given(),
                by=request.user,
            )
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("achievements:sharings")
    return _form(request, form, _("Чем поделились?"))


@allow(rules.shares)
def edit_sharing(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(queries.sharings_visible_to(request.user), pk, rules.can_edit_sharing, request.user)
    start: dict[str, Any] = {name: getattr(row, name) for name in ("version", *SharingForm.WORDS)}
    authors = list(row.authors.select_related("person"))
    there = [author.person_id for author in authors]
    people = _authors(row.programme, request.user)
    if people:
        people = list({**{a.person_id: a.person.list_name for a in authors}, **dict(people)}.items())
    form = SharingForm(people, request.POST or None, request.FILES or None, initial={**start, "authors": there})
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_sharing(
                row,
                form.values(),
                authors=form.cleaned_data.get("authors") or there,
                file=form.given(),
                version=form.cleaned_data["version"] or 0,
                by=request.user,
            )
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("achievements:edit_sharing", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("achievements:sharings")
    return _form(request, form, _("Обмен опытом: исправить"))


@allow(rules.sees_mentors, methods=("GET", "HEAD"))
def sharing_file(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(queries.sharings_visible_to(request.user), pk)
    if row.file is None:
        raise Http404
    return give_file(read(row.file), title=row.file.title, content_type=row.file.content_type)


def _authors(programme: Any, user: Any) -> list[tuple[int, str]]:
    """To be ticked by who leads; for a mentor nobody is to be chosen."""
    if not rules.leads(user):
        return []
    return [(person.pk, person.list_name) for person in queries.mentors_of(programme)]


def _named(form: Any, programme: Any, user: Any) -> list[int]:
    if "authors" in form.fields:
        return list(form.cleaned_data["authors"])
    me = person_of(user, programme.organisation)
    return [me.pk] if me and not rules.leads(user) else []


def _form(request: HttpRequest, form: Any, heading: str) -> HttpResponse:
    context = {"form": form, "heading": heading}
    return render_page(request, "achievements/sharing_form.html", context, status=422 if form.errors else 200)
