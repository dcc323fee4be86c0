"""Recognition by facts: who deserves what, all papers by one press, the register of what was given."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.achievements import queries
from nastavnik.domain.documents import actions as papers
from nastavnik.domain.documents import rules
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.queries import recognitions, thanked_already
from nastavnik.domain.documents.rendering.xlsx import Column, Sheet, render_table
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.queries import visible_to as programmes_visible_to
from nastavnik.web.achievements.community_forms import PeriodForm, RecogniseForm
from nastavnik.web.shell import posted
from nastavnik.web.shell.render import render_page

ROWS = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allow(rules.prepares_documents)
def recognise(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has done what in the period; tick, choose papers, press once."""
    programme = fetch(programmes_visible_to(request.user), pk, rules.can_prepare_for, request.user)
    today = clock.today(programme.organisation.time_zone)
    period = PeriodForm({"since": programme.starts_on, "until": today, **request.GET.dict()})
    since, until = _bounds(period, programme, today)
    found = queries.deserving(programme, since, until, today)
    given = thanked_already([row.participation.pk for row in found], since, until)
    ticked = set(posted.numbers(request, "who"))
    form = RecogniseForm(request.POST or None, initial={"dated_on": today})
    if request.method == "POST" and form.is_valid():
        chosen = [row for row in found if row.participation.pk in ticked]
        try:
            return _give(request, programme, form.cleaned_data, chosen, found)
        except DomainError as error:
            form.add_error(None, sentence(error))
    rows = [
        {
            "row": row,
            "given": given.get(row.participation.pk, []),
            "ticked": row.participation.pk in ticked
            if request.method == "POST"
            else not given.get(row.participation.pk),
        }
        for row in found
    ]
    context = {"programme": programme, "period": period, "rows": rows, "form": form}
    return render_page(request, "achievements/recognise.html", context, status=422 if form.errors else 200)


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def recognised(request: HttpRequest) -> HttpResponse:
    """The register of recognition, a page at a time."""
    year = _year(request)
    page = Paginator(recognitions(request.user, year=year), ROWS).get_page(request.GET.get("page"))
    for one in page:
        one.kind_title = kind_of(one.kind).title
        one.to = _to(one)
    programmes = [row for row in programmes_visible_to(request.user) if rules.can_prepare_for(request.user, row)]
    today = clock.today()
    context = {"page": page, "year": year, "years": range(today.year, today.year - 4, -1), "programmes": programmes}
    return render_page(request, "achievements/recognised.html", context)


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def recognised_table(request: HttpRequest) -> HttpResponse:
    """The same as a table."""
    columns = (
        Column(_("Дата"), 12), Column(_("Вид"), 28), Column(_("Номер"), 14), Column(_("Кому"), 36),
        Column(_("Программа"), 40),
    )  # fmt: skip
    rows = [
        (one.dated_on, str(kind_of(one.kind).title), one.number, _to(one), one.programme.title if one.programme else "")
        for one in recognitions(request.user, year=_year(request))
    ]
    content = render_table([Sheet(_("Реестр признания"), columns, rows)], day=clock.today())
    return give_file(content, title=f"{_('Реестр признания')}.xlsx", content_type=XLSX)


@transaction.atomic
def _give(
    request: HttpRequest, programme: Any, asked: dict[str, Any], chosen: Collection[Any], found: Collection[Any]
) -> HttpResponse:
    """All papers that were asked for or none of them; then to the one, or to the list of several."""
    day, made, order = asked["dated_on"], [], None
    common: dict[str, Any] = {"dated_on": day, "base": request.build_absolute_uri("/"), "by": request.user}
    if "thanks_letter" in asked["papers"]:
        answers = {"to": "participant", "deed": asked["deed"]}
        targets = [row.participation.pk for row in chosen]
        made.append(papers.order_batch("thanks_letter", targets, answers=answers, **common))
    if "certificate" in asked["papers"]:
        made.append(papers.order_batch("certificate", [pk for row in chosen for pk in row.members], **common))
    if "reward_order" in asked["papers"]:
        order = _order(programme, asked, chosen, found, by=request.user)
        messages.success(request, _("Проект приказа готов: проверьте, впишите номер и отправьте руководителю."))
    if made and order is None and len(made) == 1:
        return see_other("documents:batch", made[0].pk)
    if order is not None and not made:
        return see_other("documents:document", order.pk)
    return see_other("documents:batches")


def _order(programme: Any, asked: dict[str, Any], chosen: Collection[Any], found: Collection[Any], *, by: Any) -> Any:
    """The order names mentors who worked to the end: those who were not ticked are left out by name."""
    kept = {row.participation.person_id for row in chosen}
    left = [row.participation.person for row in found if row.participation.role == ParticipationRole.MENTOR]
    names = [person.list_name for person in left if person.pk not in kept]
    answers = {"reward": asked["reward"] or "thanks", "leave_out": "\n".join(dict.fromkeys(names))}
    return papers.prepare("reward_order", programme=programme, dated_on=asked["dated_on"], answers=answers, by=by)


def _bounds(period: PeriodForm, programme: Any, today: date) -> tuple[date, date]:
    """What was asked, or from the first day of the programme until today."""
    if period.is_valid():
        return period.cleaned_data["since"], period.cleaned_data["until"]
    return programme.starts_on or today, today


def _year(request: HttpRequest) -> int | None:
    year = request.GET.get("year", "")
    return int(year) if year.isdecimal() and len(year) == 4 else None


def _to(one: Any) -> str:
    person = one.person or (one.participation.person if one.participation else None)
    person = person or (one.member.person if one.member else None)
    return str(person.list_name) if person else _("наставникам программы")
