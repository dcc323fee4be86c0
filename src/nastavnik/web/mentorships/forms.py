"""The forms of the room: text → clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import EndReason, MeetingKind, MeetingState, Mood, Outcome, Party
from nastavnik.domain.programmes.enums import Mode
from nastavnik.web.shell.forms import DayField

EMPTY = [("", _("не указано"))]
OUTCOMES = [
    *((mood.value, mood.label) for mood in Mood),
    (MeetingState.MISSED_BY_MENTOR.value, MeetingState.MISSED_BY_MENTOR.label),
    (MeetingState.MISSED_BY_MENTEE.value, MeetingState.MISSED_BY_MENTEE.label),
]
STEP_SIDES = [("", _("вместе")), (Party.MENTOR.value, Party.MENTOR.label), (Party.MENTEE.value, Party.MENTEE.label)]


def words(label: Any, *, required: bool = False, rows: int = 3) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=4000, widget=forms.Textarea(attrs={"rows": rows}))


class RecordForm(forms.Form):
    """The entry in two taps: `outcome` is the button that was pressed."""

    outcome = forms.ChoiceField(choices=OUTCOMES, error_messages={"required": _("Нажмите, как прошла встреча.")})
    entry_key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    planned = forms.IntegerField(required=False, widget=forms.HiddenInput)
    happens_on = DayField(label=_("Какой день"))
    minutes = forms.IntegerField(label=_("Сколько минут"), required=False, min_value=1, max_value=600)
    text = words(_("Слова: что делали, что получилось"))
    is_private = forms.BooleanField(
        label=_("Только для меня"), required=False, help_text=_("Эти слова не прочтёт никто, кроме автора.")
    )

    def state(self) -> str:
        """What happened, out of the button."""
        outcome = self.cleaned_data["outcome"]
        return MeetingState.HELD if outcome in Mood.values else outcome

    def mood(self) -> str:
        outcome = self.cleaned_data["outcome"]
        return outcome if outcome in Mood.values else ""


class PlanMeetingForm(forms.Form):
    happens_on = DayField(label=_("Какой день"))
    begins_at = forms.TimeField(
        label=_("Во сколько"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Где"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Какая встреча"), choices=MeetingKind.choices, initial=MeetingKind.WORK)
    mode = forms.ChoiceField(label=_("Очно или онлайн"), choices=EMPTY + Mode.choices, required=False)


class MeetingForm(PlanMeetingForm):
    """Correcting an entry."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(label=_("Состоялась?"), choices=MeetingState.choices)
    mood = forms.ChoiceField(label=_("Как прошло"), choices=EMPTY + Mood.choices, required=False)
    minutes = forms.IntegerField(label=_("Сколько минут"), required=False, min_value=1, max_value=600)
    field_order = ("version", "state", "happens_on", "begins_at", "minutes", "mood", "kind", "mode", "place")

    def changes(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("version", "state")}


class EntryForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    happened_on = DayField(label=_("Какой день"))
    text = words(_("Слова"), required=True, rows=5)
    is_private = forms.BooleanField(
        label=_("Только для меня"), required=False, help_text=_("Эти слова не прочтёт никто, кроме автора.")
    )


class EditEntryForm(EntryForm):
    happened_on = None


class GoalForm(forms.Form):
    title = forms.CharField(label=_("Чего хотите достичь"), max_length=300)


class StepForm(forms.Form):
    title = forms.CharField(label=_("Шаг"), max_length=300)
    who = forms.ChoiceField(label=_("Кто делает"), choices=STEP_SIDES, required=False)
    due_on = DayField(label=_("До какого дня"), required=False)


class MarkStepForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    done_on = DayField(label=_("Когда сделано"))
    result = forms.CharField(label=_("Что получилось"), max_length=500, required=False)


class StartForm(forms.Form):
    on = DayField(label=_("С какого дня пара работает"))


class PauseForm(forms.Form):
    on = DayField(label=_("С какого дня"))
    until = DayField(label=_("По какой день"), required=False, help_text=_("Если пока неизвестно, оставьте пустым."))
    note = words(_("Почему"))


class ResumeForm(forms.Form):
    on = DayField(label=_("С какого дня работаем дальше"))


class EndForm(forms.Form):
    """`outcome` decides between done and ended before its time."""

    outcome = forms.ChoiceField(
        label=_("Чем закончилось"),
        choices=[("complete", _("работа завершена")), ("dissolve", _("прекращаем раньше срока"))],
        widget=forms.RadioSelect,
    )
    reason = forms.ChoiceField(label=_("Почему"), choices=[("", _("выберите причину")), *EndReason.choices])
    on = DayField(label=_("С какого дня"))
    note = words(_("Что важно запомнить"))


class EndEarlyForm(EndForm):
    """A paused pair can only be ended before its time."""

    outcome = forms.ChoiceField(
        choices=[("dissolve", _("прекращаем раньше срока"))], initial="dissolve", widget=forms.HiddenInput
    )


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(label=_("Почему"), choices=[("", _("выберите причину")), *EndReason.choices])
    note = words(_("Что важно запомнить"))


class AcquaintanceForm(forms.Form):
    held_on = DayField(label=_("Когда встретились"))
    outcome = forms.ChoiceField(label=_("Чем закончилась встреча"), choices=Outcome.choices, widget=forms.RadioSelect)
    note = words(_("Что важно запомнить"))
