"""The questions of the designer, one form a page."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.programmes.designing import (
    PORTRAITS,
    Answers,
    Authority,
    Knowledge,
    Manner,
    Mentee,
    Mentor,
    Sharing,
    Term,
    Together,
)
from nastavnik.domain.programmes.enums import Activity, EducationStage
from nastavnik.domain.programmes.templates import STAGE_SETS
from nastavnik.web.programmes.forms.fields import LAST_DAY, FirstDayField, RoomForm
from nastavnik.web.shell.forms import DayField

UNKNOWN = [("", _("не указано"))]


def radio(label: Any, choices: Any, *, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, help_text=help_text)


class WhoForm(RoomForm):
    mentor = radio(_("Кто наставник?"), Mentor.choices)
    mentee = radio(_("Кто наставляемый?"), Mentee.choices)


class PortraitForm(RoomForm):
    portrait = radio(_("Кому нужен наставник? Что видно?"), ())
    education_stage = forms.ChoiceField(
        label=_("Ступень образования"), choices=UNKNOWN + EducationStage.choices, required=False
    )
    activity = forms.ChoiceField(label=_("Чем занимаются вместе?"), choices=UNKNOWN + Activity.choices, required=False)
    first_needs = forms.CharField(
        label=_("С чем уже обращались? Первые запросы"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Без имён: «дроби в 6 классе, страх сцены»."),
    )

    def __init__(self, *args: Any, mentee: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["portrait"].choices = [(one.value, one.label) for one in PORTRAITS[mentee]]


class QuestionsForm(RoomForm):
    manner = radio(_("1. Как наставнику держаться с подопечным?"), Manner.choices)
    knowledge = radio(_("2. Должен ли он знать столько же, сколько эксперт?"), Knowledge.choices)
    sharing = radio(_("3. Готов ли он делиться?"), Sharing.choices)
    term = radio(_("4. На какой срок он нужен?"), Term.choices)
    authority = radio(_("5. За что его будут уважать?"), Authority.choices)
    together = radio(_("Как удобнее встречаться?"), Together.choices)


class DesignedForm(RoomForm):
    """Everything is filled beforehand; only what is different is changed."""

    title = forms.CharField(label=_("Название программы"), max_length=200)
    starts_on = FirstDayField(label=_("Первый день"), help_text=_("От него считаются все даты дорожной карты."))
    ends_on = DayField(label=_("Последний день"), required=False, help_text=LAST_DAY)
    variant = radio(_("Какую модель взять?"), ())
    stage_set = radio(_("Как делить на этапы?"), [(one.code, one.title) for one in STAGE_SETS.values()])

    def __init__(self, *args: Any, variants: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["variant"].choices = list(variants)


USUAL: dict[str, tuple[str, str]] = {
    OrganisationKind.SCHOOL: (Mentor.TEACHER, Mentee.PUPIL),
    OrganisationKind.SUPPLEMENTARY: (Mentor.PUPIL, Mentee.PUPIL),
    OrganisationKind.COLLEGE: (Mentor.STUDENT, Mentee.STUDENT),
    OrganisationKind.TECHNOPARK: (Mentor.TEACHER, Mentee.TEACHER),
}
STAGE_OF: dict[str, str] = {
    OrganisationKind.SUPPLEMENTARY: EducationStage.SUPPLEMENTARY,
    OrganisationKind.TECHNOPARK: EducationStage.SUPPLEMENTARY,
    OrganisationKind.COLLEGE: EducationStage.VOCATIONAL,
}
AMONG_PEERS = {
    "manner": Manner.FRIEND,
    "knowledge": Knowledge.EXPERIENCE,
    "sharing": Sharing.TAUGHT,
    "authority": Authority.FRIEND,
}
BY_EXPERTS = {
    "manner": Manner.EXPERT,
    "knowledge": Knowledge.EXPERT,
    "sharing": Sharing.READY,
    "authority": Authority.PROFESSIONAL,
}


def answers_of(said: dict[str, str], kind: str) -> Answers:
    """What was said, the rest as it usually is in such an institution: nobody has to answer what is plain."""
    mentor, mentee = USUAL[kind]
    mentor, mentee = said.get("mentor", mentor), said.get("mentee", mentee)
    usual = {
        "mentor": mentor,
        "mentee": mentee,
        "portrait": PORTRAITS[mentee][0],
        "education_stage": EducationStage.STAFF if mentee == Mentee.TEACHER else STAGE_OF.get(kind, ""),
        "activity": Activity.TEACHING if mentee == Mentee.TEACHER else "",
        "term": Term.YEAR,
        "together": Together.UNSURE,
        **(AMONG_PEERS if mentor in (Mentor.PUPIL, Mentor.STUDENT) else BY_EXPERTS),
    }
    found = Answers(**{**usual, **said})
    return Answers(**{**vars(found), "portrait": found.seen})


def usual_start(today: date) -> date:
    """Today; in summer the first of September."""
    return date(today.year, 9, 1) if today.month in (6, 7, 8) else today
