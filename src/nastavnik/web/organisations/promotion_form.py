"""The form of a promotion: a step for each class, exceptions for single people."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.people.actions.promoting import STAY
from nastavnik.domain.people.grades import KEEP, LEAVE, MOVE, Next, grade_of
from nastavnik.domain.people.queries.promoting import GroupPlan, PromotionPlan

STEPS = [(MOVE, _("переходят")), (LEAVE, _("выпускаются")), (KEEP, _("не трогать"))]
EXCEPTIONS = [
    ("", _("как весь класс")),
    (STAY, _("остаётся на второй год")),
    (LEAVE, _("уходит")),
    (KEEP, _("не трогать, запишу сам")),
]


class PromotionForm(forms.Form):
    """`step_<group>`, `title_<group>` and `person_<person>`."""

    from_year = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, plan: PromotionPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["from_year"].initial = plan.from_year.pk
        for one in plan.groups:
            self._add_group(one)

    def _add_group(self, one: GroupPlan) -> None:
        named = {"group": one.group.title}
        step, title = f"step_{one.group.pk}", f"title_{one.group.pk}"
        self.fields[step] = forms.ChoiceField(
            label=_now("%(group)s: что дальше") % named, choices=STEPS, initial=one.usual.step
        )
        self.fields[title] = forms.CharField(
            label=_now("%(group)s: в какой класс") % named,
            max_length=60,
            required=False,
            initial=one.usual.title or one.group.title,
        )
        for person in one.people:
            self.fields[f"person_{person.pk}"] = forms.ChoiceField(
                label=person.list_name, choices=EXCEPTIONS, required=False
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for one in self.plan.groups:
            title = f"title_{one.group.pk}"
            if given.get(f"step_{one.group.pk}") == MOVE and not given.get(title, "").strip():
                self.add_error(title, _now("Напишите, в какой класс переходит %(group)s.") % {"group": one.group.title})
        return given

    def rows(self) -> Iterator[dict[str, Any]]:
        """One class with its fields, for the template."""
        for one in self.plan.groups:
            people = [self[f"person_{person.pk}"] for person in one.people]
            yield {
                "group": one.group,
                "number": len(one.people),
                "step": self[f"step_{one.group.pk}"],
                "title": self[f"title_{one.group.pk}"],
                "people": people,
                "is_open": any(field.value() for field in people),
            }

    @property
    def steps(self) -> dict[int, Next]:
        found = {}
        for one in self.plan.groups:
            step, title = self.cleaned_data[f"step_{one.group.pk}"], self.cleaned_data[f"title_{one.group.pk}"].strip()
            grade = one.usual.grade if title == one.usual.title else grade_of(title)
            found[one.group.pk] = Next(step, title, grade)
        return found

    @property
    def exceptions(self) -> dict[int, str]:
        said = {
            person.pk: self.cleaned_data.get(f"person_{person.pk}") for one in self.plan.groups for person in one.people
        }
        return {pk: answer for pk, answer in said.items() if answer}
