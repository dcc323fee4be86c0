"""The forms of the room: text → clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import EndReason, MeetingState, Mood, Outcome, Party
from nastavnik.web.shell.forms import DayField

EMPTY = [("", _("не указано"))]
OUTCOMES = [
    *((mood.value, mood.label) for mood in Mood),
    (MeetingState.MISSED_BY_MENTOR.value, MeetingState.MISSED_BY_MENTOR.label),
    (MeetingState.MISSED_BY_MENTEE.value, MeetingState.MISSED_BY_MENTEE.label),
]
STEP_SIDES = [("", _("вместе")), (Party.MENTOR.value, Party.MENTOR.label), (Party.MENTEE.value, Party.MENTEE.label)]


def words(label: Any, *, required: bool = False, rows: int = 3, most: int = 4000) -> forms.CharField:
    field = forms.CharField(label=label, required=required, max_length=most)
    # Without the attribute `maxlength`: a browser would cut a long text silently.
    field.widget = forms.Textarea(attrs={"rows": rows})
    return field


def photograph() -> forms.FileField:
    return forms.FileField(
        label=_("Снимок"),
        required=False,
        help_text=_("JPEG или PNG до 20 МБ. Место и время съёмки из файла убираем."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
    )


class RecordForm(forms.Form):
    """The entry in two taps: `outcome` is the button that was pressed."""

    outcome = forms.ChoiceField(choices=OUTCOMES, error_messages={"required": _("Нажмите, как прошла встреча.")})
    entry_key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    again = forms.BooleanField(required=False, widget=forms.HiddenInput)
    marked = forms.BooleanField(required=False, widget=forms.HiddenInput)  # the page has asked who came
    planned = forms.IntegerField(required=False, widget=forms.HiddenInput)
    happens_on = DayField(label=_("Какой день"))
    minutes = forms.IntegerField(label=_("Сколько минут"), required=False, min_value=1, max_value=600)
    came = forms.TypedMultipleChoiceField(
        label=_("Кто был"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    text = words(_("Слова: что делали, что получилось"))
    is_private = forms.BooleanField(
        label=_("Только для меня"), required=False, help_text=_("Эти слова не прочтёт никто, кроме автора.")
    )

    def __init__(self, *args: Any, keeps_diary: bool = True, members: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["came"].choices = members  # type: ignore[attr-defined]
        if len(members) < 2:
            del self.fields["came"], self.fields["marked"]
        if not keeps_diary:
            del self.fields["text"], self.fields["is_private"]

    def state(self) -> str:
        """What happened, out of the button."""
        outcome = self.cleaned_data["outcome"]
        return MeetingState.HELD if outcome in Mood.values else outcome

    def present(self) -> list[int] | None:
        """Who came, where the page asked."""
        return self.cleaned_data["came"] if self.cleaned_data.get("marked") else None

    def mood(self) -> str:
        outcome = self.cleaned_data["outcome"]
        return outcome if outcome in Mood.values else ""


class EntryForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    happened_on = DayField(label=_("Какой день"))
    text = words(_("Слова"), required=True, rows=5)
    is_private = forms.BooleanField(
        label=_("Только для меня"), required=False, help_text=_("Эти слова не прочтёт никто, кроме автора.")
    )
    photo = photograph()


class EditEntryForm(EntryForm):
    happened_on = None


class GoalForm(forms.Form):
    title = forms.CharField(label=_("Чего хочется достичь"), max_length=300)


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
