"""The form of an application: any pages of `intake.pages` at once. Public pages show one, staff all of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.intake.adapter import topics_in, topics_text
from nastavnik.domain.intake.pages import Page, Said, Setting, needed_fields
from nastavnik.domain.people.queries import age_on
from nastavnik.web.shell.application_fields import FIELDS, MOST_COMPETENCES, MOST_NEEDS, Around

TOPICS = {"needs": MOST_NEEDS, "competences": MOST_COMPETENCES}
TYPED = ("interests", "values", "ways")
LONGEST_TOPIC = 120
FEWEST_YEARS = 5
EMPTY = {
    "surname": _("Напишите фамилию."),
    "given_name": _("Напишите имя."),
    "birth_date": _("Напишите день рождения, например 14.03.2014."),
    "post": _("Напишите, кем работаете."),
    "needs": _("Выберите хотя бы одно или напишите своё."),
    "competences": _("Выберите хотя бы одно или напишите своё."),
    "main_need": _("Выберите, что главное."),
    "guardian_name": _("Напишите имя родителя или опекуна: его спросят о согласии."),
}


class ApplicationForm(forms.Form):
    """`initial` are the columns of the application; `answers` the columns as they were answered."""

    def __init__(
        self, *args: Any, pages: Sequence[Page], said: Said, setting: Setting, around: Around, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pages, self.said, self.setting = pages, said, setting
        self.is_draft = False  # of a draft nothing is required that stands in no column by itself
        for name in _names(pages, around):
            field = FIELDS[name](around)
            field.widget.attrs.pop("maxlength", None)  # a browser cuts what is pasted and says nothing
            self.fields[name] = field
        for page in pages:
            each, _one_of = needed_fields(page, said, setting)
            for name in each:
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = EMPTY.get(name, _("Выберите один ответ."))

    def clean_birth_date(self) -> Any:
        """A slip of the year is told at once: nobody of two years applies."""
        born = self.cleaned_data["birth_date"]
        years = age_on(born, clock.today()) if born else None
        if years is not None and 0 <= years < FEWEST_YEARS:
            self._too_young(born)
        return born

    def _too_young(self, born: Any) -> None:
        said = _("%(day)s: до %(fewest)s лет заявок не подают. Проверьте год рождения.")
        self.add_error("birth_date", said % {"day": f"{born:%d.%m.%Y}", "fewest": FEWEST_YEARS})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name, most in TOPICS.items():
            if name in self.fields:
                self._clean_topics(given, name, most)
        low, high = given.get("age_wish_from"), given.get("age_wish_to")
        if low and high and high < low:
            self.add_error("age_wish_to", _("«До» меньше, чем «от». Исправьте одно из двух."))
        for page in self.pages:
            _each, one_of = needed_fields(page, self.said, self.setting)
            if one_of and not self.is_draft and not any(given.get(name) or name in self.errors for name in one_of):
                self.add_error(one_of[0], _("Нужен телефон или почта: иначе мы не сможем ответить."))
        return given

    def _clean_topics(self, given: dict[str, Any], name: str, most: int) -> None:
        """Ticked and own ones together: not too many, none too long."""
        if name not in given or f"{name}_own" not in given:
            return
        chosen = topics_in("\n".join([*given[name], *given[f"{name}_own"]]))
        given[name] = topics_text(chosen)
        if not chosen and self.fields[name].required:
            self.add_error(name, EMPTY[name])
        if len(chosen) > most:
            self.add_error(name, _("Выберите не больше %(most)s.") % {"most": most})
        if any(len(topic) > LONGEST_TOPIC for topic in given.get(f"{name}_own", ())):
            self.add_error(f"{name}_own", _("Слишком длинно. Скажите короче, до 120 букв."))

    @property
    def answers(self) -> dict[str, Any]:
        """Columns of the application; only what the form asked."""
        found = {name: value for name, value in self.cleaned_data.items() if not name.endswith("_own")}
        for name in TYPED:
            if name in found:
                found[name] = topics_text(topic[:LONGEST_TOPIC] for topic in found[name])
        if "modes" in found:
            found["modes"] = sorted(found["modes"]) or None
        return found


def _names(pages: Iterable[Page], around: Around) -> list[str]:
    names: list[str] = []
    for page in pages:
        for name in page.fields:
            if name == "study_group" and (around.groups is None or not around.groups):
                continue
            names.append(name)
            if name in TOPICS:
                names.append(f"{name}_own")
    return names


def initial_of(values: dict[str, Any]) -> dict[str, Any]:
    """Columns of an application as the fields show them."""
    shown = {**values, **{name: list(topics_in(values.get(name) or "")) for name in TOPICS}}
    return {**shown, **{name: ", ".join(topics_in(values.get(name) or "")) for name in TYPED}}
