"""Surveys: whom to ask, who answered, what came out."""

import re
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock, links
from nastavnik.domain.documents.question_paper import question_paper
from nastavnik.domain.documents.rendering import papers
from nastavnik.domain.documents.rendering.square import svg
from nastavnik.domain.monitoring import actions, queries, rules, tokens
from nastavnik.domain.monitoring.enums import Asked, WaveState
from nastavnik.domain.programmes.queries import modules_visible_to
from nastavnik.domain.programmes.queries import visible_to as programmes_visible_to
from nastavnik.domain.questionnaires.queries import visible_to as questionnaires_visible_to
from nastavnik.domain.questionnaires.summarising import mean_level
from nastavnik.web.questionnaires.forms import SurveyForm, WaveForm
from nastavnik.web.shell.questions import drawn
from nastavnik.web.shell.render import render_page

ON_PAGE = 50
MOST_PAPERS = 400  # in one file
SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


@allow(rules.sees_surveys, methods=("GET", "HEAD"))
def surveys(request: HttpRequest) -> HttpResponse:
    """Which surveys run, and who answered?"""
    rows = Paginator(queries.waves_visible_to(request.user), ON_PAGE).get_page(request.GET.get("page"))
    context = {"rows": rows, "makes": rules.makes_surveys(request.user)}
    return render_page(request, "questionnaires/surveys.html", context)


@allow(rules.makes_surveys)
def new_survey(request: HttpRequest) -> HttpResponse:
    """What, of whom, from when? Nobody is written to yet."""
    organisation: Any = request.organisation  # type: ignore[attr-defined]
    asked = questionnaires_visible_to(request.user).filter(
        organisation=organisation, archived_on__isnull=True, published_id__isnull=False
    )
    form = SurveyForm(
        request.POST or None,
        questionnaires=asked,
        programmes=programmes_visible_to(request.user).filter(organisation=organisation),
        modules=modules_visible_to(request.user)
        .filter(organisation=organisation)
        .order_by("programme__title", "title"),
        initial={"starts_on": clock.today(organisation.time_zone), "questionnaire": request.GET.get("questionnaire")},
    )
    if request.method == "POST" and form.is_valid():
        return see_other("questionnaires:wave", _made(request, form.cleaned_data).pk)
    return render_page(request, "questionnaires/new_survey.html", {"form": form}, status=422 if form.is_bound else 200)


def _made(request: HttpRequest, given: dict[str, Any]) -> Any:
    survey = actions.create_survey(
        given["programme"],
        module=given["module"],
        questionnaire=given["questionnaire"],
        title=given["title"],
        roles=given["roles"],
        is_anonymous=given["is_anonymous"],
        by=request.user,
    )
    return actions.plan_wave(
        survey,
        moment=given["moment"],
        starts_on=given["starts_on"],
        ends_on=given["ends_on"],
        by_code=given["by_code"],
        by=request.user,
    )


@allow(rules.sees_surveys, methods=("GET", "HEAD"))
def wave(request: HttpRequest, pk: int) -> HttpResponse:
    """Who answered, who did not, what is to be done?"""
    row = fetch(queries.waves_visible_to(request.user), pk)
    survey, today = row.survey, clock.today(row.survey.organisation.time_zone)
    leads = rules.can_lead(request.user, row)
    named = not survey.is_anonymous and row.state != WaveState.PLANNED and leads
    invited = (
        Paginator(queries.invitations_of(row, today), ON_PAGE).get_page(request.GET.get("page")) if named else None
    )
    to_ask = queries.people_to_ask(survey, today).count() if row.state == WaveState.PLANNED else 0
    meant = queries.asked_of(survey, today).count() if row.state == WaveState.PLANNED else 0
    context = {
        "wave": row,
        "survey": survey,
        "roles": [Asked(role).label for role in survey.roles if role in Asked.values],
        "leads": leads,
        "enters": rules.can_enter(request.user, row),
        "reads": rules.can_see_results(request.user, row),
        "invited": invited,
        "to_ask": to_ask,
        "unasked": meant - to_ask,
        "percent": _percent(row),
        "common": _common(request, row) if row.by_code and row.state == WaveState.OPEN else None,
    }
    return render_page(request, "questionnaires/wave.html", context)


@allow(rules.makes_surveys, methods=("POST",))
def open_wave(request: HttpRequest, pk: int) -> HttpResponse:
    """Now they are asked."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_lead, request.user)
    actions.open_wave(row, by=request.user)
    messages.success(request, _("Опрос начался: приглашения на странице «Сегодня» и по почте, у кого она есть."))
    return see_other("questionnaires:wave", pk)


@allow(rules.makes_surveys, methods=("POST",))
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Those who did not answer are written to again."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_lead, request.user)
    number = actions.remind(row, by=request.user)
    said = ngettext("Напомнили %(number)s человеку.", "Напомнили, человек: %(number)s.", number) % {"number": number}
    messages.success(request, said)
    return see_other("questionnaires:wave", pk)


@allow(rules.makes_surveys, methods=("POST",))
def close_wave(request: HttpRequest, pk: int) -> HttpResponse:
    """No more answers; what was begun and not sent is forgotten."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_lead, request.user)
    actions.close_wave(row, by=request.user)
    messages.success(request, _("Опрос завершён. Ответы больше не принимаем."))
    return see_other("questionnaires:results", pk)


@allow(rules.makes_surveys)
def next_wave(request: HttpRequest, pk: int) -> HttpResponse:
    """The same survey once more, with the version of the questions that is in force now."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_lead, request.user)
    form = WaveForm(request.POST or None, initial={"starts_on": clock.today(row.survey.organisation.time_zone)})
    if not row.survey.is_anonymous:
        del form.fields["by_code"]
    if request.method == "POST" and form.is_valid():
        made = actions.plan_wave(row.survey, by=request.user, **form.cleaned_data)
        return see_other("questionnaires:wave", made.pk)
    context = {"form": form, "wave": row}
    return render_page(request, "questionnaires/next_wave.html", context, status=422 if form.is_bound else 200)


@allow(rules.makes_surveys, methods=("GET", "HEAD"))
def cards(request: HttpRequest, pk: int) -> HttpResponse:
    """Cards with codes for those who did not answer, six a page."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_lead, request.user)
    waiting = queries.silent(row, clock.today(row.survey.organisation.time_zone)) if _is_open(row) else []
    found = [
        (invitation.person, tokens.spaced(tokens.token_for(row.code, invitation.person_id))) for invitation in waiting
    ]
    sheets = [found[start : start + 6] for start in range(0, len(found), 6)]
    context = {"wave": row, "pages": sheets, "where": links.absolute("public:survey_code", base=_base(request))}
    return render_page(request, "questionnaires/cards.html", context)


@allow(rules.makes_surveys, methods=("GET", "HEAD"))
def wave_papers(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for each who did not answer, with name and code; without names one form to be copied."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_lead, request.user)
    spec, school = row.questionnaire_version.asked, row.survey.organisation.short_title
    if row.survey.is_anonymous or not _is_open(row):
        sheets = [question_paper(spec, without_name=row.survey.is_anonymous, school=school)]
    else:
        waiting = queries.silent(row, clock.today(row.survey.organisation.time_zone))[:MOST_PAPERS]
        sheets = [
            question_paper(
                spec,
                name=invitation.person.full_name,
                code=tokens.spaced(tokens.token_for(row.code, invitation.person_id)),
                school=school,
            )
            for invitation in waiting
        ]
    content = papers.render_many(sheets, title=spec.title)
    return give_file(content, title=f"{spec.title[:80]}.pdf", content_type="application/pdf", inline=True)


@allow(rules.sees_surveys, methods=("GET", "HEAD"))
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """What did they say, and how many of how many?"""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_see_results, request.user)
    found = queries.results(row)
    scoring = row.questionnaire_version.scored
    scores = [(one, mean_level(scoring, one)) for one in found.scores]
    context = {
        "wave": row,
        "results": found,
        "scores": scores,
        "as_of": clock.now(),
        "former": queries.waves_before(row, request.user) if rules.can_lead(request.user, row) else [],
    }
    return render_page(request, "questionnaires/results.html", context)


@allow(rules.makes_surveys, methods=("GET", "HEAD"))
def change(request: HttpRequest, pk: int, former: int) -> HttpResponse:
    """What changed for those who answered both times? For who may read the sheets: beside the results of one time the
    means could tell of somebody who answered but once."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_lead, request.user)
    before = next((one for one in queries.waves_before(row, request.user) if one.pk == former), None)
    if before is None:
        raise Http404
    context = {"wave": row, "before": before, "change": queries.change(before, row), "as_of": clock.now()}
    return render_page(request, "questionnaires/change.html", context)


@allow(rules.makes_surveys, methods=("GET", "HEAD"))
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """What did this person answer?"""
    row = fetch(queries.sheets_visible_to(request.user), pk)
    version = row.questionnaire_version
    shown = [one for one in version.asked.questions() if one.code in row.answers]
    titles = {one.code: one.title for one in version.scored.scores}
    scores = [(titles[code], result) for code, result in row.scores.items() if code in titles]
    context = {"sheet": row, "drawn": drawn(shown, row.answers), "scores": scores}
    return render_page(request, "questionnaires/sheet.html", context)


def _common(request: HttpRequest, row: Any) -> dict[str, str]:
    where = links.absolute("public:survey", row.code, base=_base(request))
    square = SIZE.sub(r'viewBox="0 0 \1 \2"', svg(where), count=1)  # as large as the page lets it be
    return {"code": tokens.spaced(row.code), "where": where, "square": mark_safe(square)}  # noqa: S308 – drawn by us


def _base(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")


def _is_open(row: Any) -> bool:
    return bool(row.state == WaveState.OPEN)


def _percent(row: Any) -> int | None:
    return min(100, (row.answered * 200 + row.invited) // (2 * row.invited)) if row.invited else None
