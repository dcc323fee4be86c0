"""«Правила подбора» of a module."""

from typing import Any

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.matching import rules
from nastavnik.domain.programmes import actions as programmes
from nastavnik.web.matching.forms import SettingsForm
from nastavnik.web.matching.views import opening
from nastavnik.web.shell.late import late_with
from nastavnik.web.shell.render import render_page


@allow(rules.runs_matching)
def settings(request: HttpRequest, pk: int) -> HttpResponse:
    """What can never be a pair; it acts from the next run on."""
    module = opening.module_to_match(request, pk)
    form = SettingsForm(request.POST or None, module=module)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            programmes.edit_module(module, {"matching_settings": form.settings}, version=version, by=request.user)
        except ChangedMeanwhile:
            now = opening.module_to_match(request, pk)
            back = reverse("matching:settings", args=[pk])
            return late_with(request, form, _both(form, now), version=now.version, back=back)
        messages.success(request, _("Правила сохранены. Они подействуют при следующем подборе."))
        return see_other("matching:module", module.pk)
    context = {"module": module, "form": form}
    return render_page(request, "matching/settings.html", context, status=422 if form.is_bound else 200)


def _both(form: SettingsForm, module: Any) -> list[dict[str, str]]:
    """What is written now beside what was sent, where they differ."""
    now = SettingsForm(module=module).initial
    return [
        {"label": str(field.label), "theirs": _shown(field, now.get(field.name)), "mine": _shown(field, mine)}
        for field in form.visible_fields()
        if (mine := form.cleaned_data.get(field.name)) != now.get(field.name)
    ]


def _shown(field: BoundField, value: Any) -> str:
    if isinstance(value, bool):
        return _("да") if value else _("нет")
    choices = dict(getattr(field.field, "choices", None) or ())
    return "" if value is None else str(choices.get(value, value))
