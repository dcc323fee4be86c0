"""Meetings every week: planned, changed from a day on, stopped."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships.queries import visible_to
from nastavnik.domain.organisations.queries import video_services
from nastavnik.domain.scheduling import actions, queries, rules
from nastavnik.web.scheduling.faces import opened, today_of
from nastavnik.web.scheduling.forms import ChangeWeeklyForm, WeeklyForm
from nastavnik.web.scheduling.views.meeting import back_to, form_page
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late

TERMS = ("minutes", "mode", "place", "link")
HALF_A_YEAR = timedelta(weeks=26)


@allow(rules.works_on_mentorships)
def weekly(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = opened(fetch(visible_to(request.user), pk, rules.can_write, request.user))
    start = {"last_on": mentorship.planned_until or today_of(request) + HALF_A_YEAR}
    form = WeeklyForm(request.POST or None, initial=start, services=video_services(mentorship.organisation))
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        try:
            series = actions.plan_series(mentorship, **form.pattern(), terms=form.terms(), by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            words = _("Назначено встреч: %(n)s. Каникулы, паузы и занятые дни пропущены.")
            messages.success(request, words % {"n": series.occurrences.count()})
            return back_to(request, mentorship)
    return form_page(request, mentorship, form, _("Встречи по расписанию"), _("Назначить все"))


@allow(rules.works_on_mentorships)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """From a day on by another pattern."""
    row = fetch(queries.series_visible_to(request.user), pk, rules.can_change_series, request.user)
    start = {name: getattr(row, name) for name in (*TERMS, "every", "begins_at", "last_on", "version")}
    services = video_services(row.organisation)
    form = ChangeWeeklyForm(request.POST or None, initial=start, services=services)
    if request.method == "POST" and is_fit(form, row.mentorship, request.user):
        version = form.cleaned_data["version"]
        try:
            actions.change_rest(row, **form.pattern(), terms=form.terms(), version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("scheduling:change_series", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Дальше встречи идут по-новому, прежние остались как были."))
            return see_other("scheduling:index")
    heading = _("Изменить эту и следующие")
    return form_page(request, opened(row.mentorship), form, heading, _("Сохранить"), stops=row)


@allow(rules.works_on_mentorships, methods=("POST",))
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(queries.series_visible_to(request.user), pk, rules.can_change_series, request.user)
    actions.stop_series(row, by=request.user)
    messages.success(request, _("Встречи по расписанию остановлены, будущие отменены."))
    return see_other("scheduling:index")
