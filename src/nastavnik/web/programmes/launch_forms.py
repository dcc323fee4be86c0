"""The form of the information page."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PageForm(forms.Form):
    text = forms.CharField(
        label=_("Что это за программа, своими словами"),
        help_text=_("Пусто — на странице будет цель программы."),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    contact = forms.CharField(
        label=_("К кому подойти с вопросом"),
        help_text=_("Должность и место, например: куратор, кабинет 21. Страницу видит каждый, у кого есть ссылка."),
        max_length=200,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
