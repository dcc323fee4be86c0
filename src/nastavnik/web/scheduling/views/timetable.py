"""When the school is at lessons, of all groups or of one."""

from datetime import time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.organisations.queries import study_groups_of
from nastavnik.domain.scheduling import actions, queries, rules
from nastavnik.web.scheduling.faces import today_of
from nastavnik.web.scheduling.forms import LessonsForm
from nastavnik.web.shell.render import render_page


@allow(rules.keeps_timetable)
def lessons(request: HttpRequest) -> HttpResponse:
    """The hours of all, or with `?group=` those of one group over them."""
    if request.organisation is None or not rules.runs(request.user, request.organisation):
        raise Http404
    groups = list(study_groups_of(request.organisation, today_of(request)))
    group = _chosen(groups, request.POST.get("group") or request.GET.get("group"))
    rows = list(queries.hours_visible_to(request.user).filter(organisation=request.organisation))
    form = LessonsForm(request.POST or None, initial=_start(rows, group))
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_hours(request.organisation, group, form.week(), by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Уроки записаны: время встреч предложим после них."))
            answer = see_other("scheduling:lessons")
            answer["Location"] = reverse("scheduling:lessons") + (f"?group={group.pk}" if group else "")
            return answer
    own = {row.study_group_id for row in rows}
    context = {
        "form": form,
        "group": group,
        "groups": [{"pk": one.pk, "title": one.title, "has_own": one.pk in own} for one in groups],
    }
    return render_page(request, "scheduling/lessons.html", context, status=422 if form.is_bound else 200)


def _chosen(groups: list[Any], text: str | None) -> Any:
    if not text:
        return None
    found = next((one for one in groups if str(one.pk) == text), None)
    if found is None:
        raise Http404
    return found


def _start(rows: list[Any], group: Any) -> dict[str, Any]:
    start: dict[str, Any] = {"group": group.pk if group else None}
    for row in rows:
        if row.study_group_id == (group.pk if group else None):
            start[f"from_{row.weekday}"] = _hour(row.start_minute)
            start[f"until_{row.weekday}"] = _hour(row.end_minute)
    return start


def _hour(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
