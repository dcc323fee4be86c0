"""Writing news."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.web.programmes.forms.fields import RoomForm
from nastavnik.web.shell.forms import DayField


class NewsForm(RoomForm):
    title = forms.CharField(label=_("Заголовок"), max_length=200)
    text = forms.CharField(
        label=_("Текст"),
        help_text=_("Читает каждый. Детей называйте «Полина В.» и только с согласия на публикацию."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    told_on = DayField(label=_("Дата"), help_text=_("Если день впереди, новость появится в этот день."))


class EditNewsForm(NewsForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    names_are_checked = forms.BooleanField(
        label=_("Фамилии проверены: это не о них, или согласие есть"), required=False, widget=forms.HiddenInput
    )

    def ask_names(self) -> None:
        """A name was found: who writes says whether it is somebody else's."""
        self.fields["names_are_checked"].widget = forms.CheckboxInput()
