"""What of a roadmap is shown: the filter that its table, its calendar and its line share."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes import queries
from nastavnik.domain.programmes.enums import RowState

STATES = [("", _("все")), ("late", _("срок прошёл")), *RowState.choices]


class ShownForm(forms.Form):
    """Three choices, sent by GET. What is not among them shows everything."""

    stage = forms.ChoiceField(label=_("Этап"), required=False)
    who = forms.ChoiceField(label=_("Ответственный"), required=False)
    state = forms.ChoiceField(label=_("Состояние"), choices=STATES, required=False)

    def __init__(self, *args: Any, stages: Any, people: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbered = [(str(stage.number), f"{stage.number}. {stage.title}") for stage, _rows in stages]
        self.fields["stage"].choices = [("", _("все")), *numbered]  # type: ignore[attr-defined]
        self.fields["who"].choices = [("", _("все")), *((name, name) for name in people)]  # type: ignore[attr-defined]


def narrowed(request: HttpRequest, programme: Any, on: date) -> dict[str, Any]:
    """The stages with the rows that are shown, how many of how many, and the form of the filter."""
    everything = queries.roadmap(programme, on)
    form = ShownForm(request.GET or None, stages=everything, people=queries.roadmap_people(everything))
    chosen = form.cleaned_data if form.is_valid() else {}
    shown = queries.RoadmapFilter(
        stage=int(chosen.get("stage") or 0) or None, responsible=chosen.get("who", ""), state=chosen.get("state", "")
    )
    stages = queries.filtered_roadmap(everything, shown)
    return {
        "stages": stages,
        "filter": form,
        "is_narrowed": bool(shown),
        "rows_shown": sum(len(rows) for _stage, rows in stages),
        "rows_all": sum(len(rows) for _stage, rows in everything),
        "query": request.GET.urlencode(),
    }
