"""Forms about a meeting that was: corrected, who came, what was told after it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState, Mood, SessionType, Work
from nastavnik.domain.organisations.queries import allows_link, video_services
from nastavnik.domain.programmes.enums import Mode
from nastavnik.web.mentorships.forms import EMPTY, words
from nastavnik.web.shell.forms import DayField

TICKS = forms.CheckboxSelectMultiple
OWN_STATES = [
    (MeetingState.HELD.value, _("да")),
    (MeetingState.MISSED_BY_MENTOR.value, _("нет, не пришёл наставник")),
    (MeetingState.MISSED_BY_MENTEE.value, _("нет, не получилось прийти у меня")),
    (MeetingState.CANCELLED.value, _("нет, запись сделана по ошибке")),
]
OF_GROUPS = ("came", "discussed", "works")


class MeetingForm(forms.Form):
    """Correcting an entry; fields of a group are there for groups alone."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    happens_on = DayField(label=_("Какой день"))
    begins_at = forms.TimeField(
        label=_("Во сколько"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Где"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Какая встреча"), choices=MeetingKind.choices, initial=MeetingKind.WORK)
    mode = forms.ChoiceField(label=_("Очно или онлайн"), choices=EMPTY + Mode.choices, required=False)
    state = forms.ChoiceField(label=_("Состоялась?"), choices=MeetingState.choices)
    mood = forms.ChoiceField(label=_("Как прошло"), choices=EMPTY + Mood.choices, required=False)
    minutes = forms.IntegerField(label=_("Сколько минут"), required=False, min_value=1, max_value=600)
    came = forms.TypedMultipleChoiceField(label=_("Кто был"), coerce=int, widget=TICKS, required=False)
    session_type = forms.ChoiceField(label=_("Что это было"), choices=EMPTY + SessionType.choices, required=False)
    topic = forms.CharField(label=_("Тема"), required=False, max_length=300)
    methods = forms.MultipleChoiceField(label=_("Методы"), widget=TICKS, required=False)
    works = forms.MultipleChoiceField(
        label=_("Какая работа была на занятии"), choices=Work.choices, widget=TICKS, required=False
    )
    discussed = forms.TypedMultipleChoiceField(
        label=_("Чьи программы обсудили"), coerce=int, widget=TICKS, required=False
    )
    link = forms.URLField(label=_("Ссылка на видеовстречу"), required=False, max_length=500, assume_scheme="https")
    field_order = (
        "version", "state", "happens_on", "begins_at", "minutes", "mood", "came", "kind", "session_type", "topic",
        "methods", "works", "discussed", "mode", "place", "link",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        methods: Sequence[tuple[str, str]],
        members: Sequence[tuple[int, str]],
        organisation: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.is_of_group = len(members) > 1
        self.fields["methods"].choices = methods  # type: ignore[attr-defined]
        for name in ("came", "discussed"):
            self.fields[name].choices = members  # type: ignore[attr-defined]
        if not self.is_of_group:
            for name in OF_GROUPS:
                del self.fields[name]

    def clean_link(self) -> str:
        link: str = self.cleaned_data["link"]
        if link and not allows_link(self.organisation, link):
            allowed = ", ".join(video_services(self.organisation)) or _("пока ни один")
            raise forms.ValidationError(
                _("Этот сервис в вашей организации не разрешён. Разрешены: %(hosts)s."), params={"hosts": allowed}
            )
        return link

    def changes(self) -> dict[str, Any]:
        """Columns of the meeting."""
        other = {"version", "state", "came", "discussed"}
        return {name: value for name, value in self.cleaned_data.items() if name not in other}


class OwnRecordForm(forms.Form):
    """What a child wrote down: whether they met, when, and how it was."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(label=_("Встреча была?"), choices=OWN_STATES, widget=forms.RadioSelect)
    happens_on = DayField(label=_("Какой день"))
    mood = forms.ChoiceField(label=_("Как прошло"), choices=EMPTY + Mood.choices, required=False)

    def changes(self) -> dict[str, Any]:
        """Columns of the meeting; there is no mood where nobody met."""
        given = self.cleaned_data
        mood = given["mood"] if given["state"] == MeetingState.HELD else ""
        return {"happens_on": given["happens_on"], "mood": mood}


class OwnMoodForm(forms.Form):
    """How a meeting was that the mentor has written down."""

    mood = forms.ChoiceField(label=_("Как прошло для тебя"), choices=Mood.choices, widget=forms.RadioSelect)


class ConfirmForm(forms.Form):
    """`mood` is the button that was pressed."""

    mood = forms.ChoiceField(choices=Mood.choices, error_messages={"required": _("Нажмите, как прошла встреча.")})


class FeedbackForm(forms.Form):
    """Guided: first the good, then what to change, then what comes next."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    to = forms.TypedChoiceField(label=_("Кому"), coerce=int)
    went_well = words(_("Что получилось"), required=True, most=2000)
    to_change = words(_("Что изменить"), most=2000)
    next_step = words(_("Следующий шаг"), required=True, rows=2, most=2000)

    def __init__(self, *args: Any, members: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = members  # type: ignore[attr-defined]
        self.fields["went_well"].help_text = _("Назовите дело, а не человека: «сам нашёл ошибку в третьей задаче».")
        self.fields["to_change"].help_text = _("Одно, над чем стоит поработать.")
        if len(members) == 1:
            self.fields["to"].widget = forms.HiddenInput()
            self.initial.setdefault("to", members[0][0])


class AnswerForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    answer = words(_("Ответ"), required=True, most=2000)


class ReflectionForm(forms.Form):
    text = words(_("Что эта встреча дала"), required=True)
    is_private = forms.BooleanField(
        label=_("Только для меня"), required=False, help_text=_("Эти слова не прочтёт никто, кроме автора.")
    )
