"""The fields of an application: public pages ask them one by one, staff all at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.reading.cells.topics import topics
from nastavnik.domain.intake.adapter import topics_in
from nastavnik.domain.intake.enums import Source, Stance, Term
from nastavnik.domain.people.normal import phones
from nastavnik.domain.programmes.enums import Level, Mastery, Mode, Openness, ParticipationRole
from nastavnik.web.shell.forms import DayField

LONGEST_TEXT = 2_000
MOST_NEEDS, MOST_COMPETENCES = 3, 10
YES_NO = [("yes", _("да")), ("no", _("пока нет"))]
WEEKDAYS = (
    _("Понедельник"), _("Вторник"), _("Среда"), _("Четверг"), _("Пятница"), _("Суббота"), _("Воскресенье"),
)  # fmt: skip
SLOTS = ((9 * 60, 13 * 60), (13 * 60, 15 * 60), (15 * 60, 17 * 60), (17 * 60, 20 * 60))


@dataclass(frozen=True)
class Around:
    """What the fields are made from: what can be chosen, how the page speaks, what was said before."""

    offered: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    groups: Any = None
    voice: str = "you"
    roles: tuple[str, ...] = ()


class OwnTopics(forms.CharField):
    """Topics in one's own words, parted by commas or lines."""

    def clean(self, value: Any) -> tuple[str, ...]:
        return topics(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(topics_in(value)) if isinstance(value, str) and "\n" in value else value


class PhoneField(forms.CharField):
    """One telephone, kept as +7XXXXXXXXXX; a number of another country stays as it was written."""

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        found, _understood = phones(text)
        if text and not found and not (text.strip().startswith("+") and sum(sign.isdigit() for sign in text) >= 8):
            raise forms.ValidationError(_("Номер не понят. Напишите так: 8 900 123-45-67. Или оставьте пустым."))
        return found[0] if found else text[:40]


class YesNo(forms.TypedChoiceField):
    """Yes, not yet, or nothing said."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=YES_NO,
            widget=forms.RadioSelect,
            coerce=lambda said: said == "yes",
            empty_value=None,
            required=False,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class Ticked(forms.MultipleChoiceField):
    """Needed ones may be ticked here or written beside: the form says what is missing, knowing both."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class WeekField(forms.MultipleChoiceField):
    """Free time as boxes: days by parts of the day. Cleaned into intervals, neighbours joined; None where empty."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [
            (f"{day}-{start}-{end}", f"{start // 60}–{end // 60}")
            for day in range(1, len(WEEKDAYS) + 1)
            for start, end in SLOTS
        ]
        super().__init__(
            choices=choices, widget=forms.CheckboxSelectMultiple, template_name="shell/_week.html", **kwargs
        )

    weekdays = WEEKDAYS

    def clean(self, value: Any) -> list[list[int]] | None:
        ticked = sorted([int(part) for part in text.split("-")] for text in set(super().clean(value)))
        joined: list[list[int]] = []
        for day, start, end in ticked:
            if joined and joined[-1][0] == day and joined[-1][2] == start:
                joined[-1][2] = end
            else:
                joined.append([day, start, end])
        return joined or None

    def prepare_value(self, value: Any) -> Any:
        if not value or isinstance(value[0], str):
            return value
        return [
            f"{day}-{start}-{end}"
            for day in range(1, 8)
            for start, end in SLOTS
            if any(row[0] == day and row[1] <= start and end <= row[2] for row in value)
        ]


def radio(choices: Iterable[tuple[Any, Any]], **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=list(choices), widget=forms.RadioSelect, **kwargs)


def text(label: Any, most: int, hint: Any = "", **attrs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, help_text=hint, required=False, widget=forms.TextInput(attrs=attrs)
    )


def long_text(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_TEXT, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


def ticked(label: Any, around: Around) -> forms.MultipleChoiceField:
    """What the institution offers, and of what was said before whatever it offers no more."""
    titles = dict.fromkeys([*around.offered, *around.said])
    return Ticked(
        label=label,
        choices=[(title, title[:1].upper() + title[1:]) for title in titles],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def own(label: Any, hint: Any = "") -> OwnTopics:
    return OwnTopics(label=label, help_text=hint, max_length=500, required=False)


ROLES = {
    ParticipationRole.MENTEE: _("Хочу, чтобы мне помогли"),
    ParticipationRole.MENTOR: _("Хочу помогать другим"),
}
SOURCES = [(Source.SELF, _("Тот, кто будет участвовать")), (Source.GUARDIAN, _("Родитель или опекун, за ребёнка"))]
STANCES = [
    (Stance.FRIEND, _("Старшим другом, который подскажет")),
    (Stance.EXPERT, _("Знатоком своего дела")),
    (Stance.BOTH, _("И тем и другим")),
]
Make = Callable[[Around], forms.Field]

# column → field; «_own» beside a list of topics is what was added in one's own words.
FIELDS: dict[str, Make] = {
    "role": lambda around: radio([(r, t) for r, t in ROLES.items() if r in around.roles], label=_("Кем быть")),
    "source": lambda around: radio(SOURCES, label=_("Кто заполняет")),
    "surname": lambda around: text(_("Фамилия"), 80, autocomplete="family-name"),
    "given_name": lambda around: text(_("Имя"), 80, autocomplete="given-name"),
    "patronymic": lambda around: text(_("Отчество"), 80, autocomplete="additional-name"),
    "birth_date": lambda around: DayField(label=_("День рождения"), required=False),
    "study_group": lambda around: forms.ModelChoiceField(
        label=_("Класс или группа"), queryset=around.groups, required=False, empty_label=_("нет в списке")
    ),
    "group_words": lambda around: text(_("Если нет в списке"), 60, _("Например: 6 «Б», хор, группа П-21.")),
    "post": lambda around: text(_("Должность"), 150, autocomplete="organization-title"),
    "workplace": lambda around: text(_("Место работы"), 200, autocomplete="organization"),
    "needs": lambda around: ticked(_("В чём помочь"), around),
    "needs_own": lambda around: own(_("Другое"), _("Через запятую.")),
    "main_need": lambda around: radio([(title, title[:1].upper() + title[1:]) for title in around.said],
                                      label=_("Главное"), required=False),
    "competences": lambda around: ticked(_("Чем помочь другим"), around),
    "competences_own": lambda around: own(_("Другое"), _("Через запятую.")),
    "level": lambda around: forms.TypedChoiceField(
        label=_("Уверенность в предмете"), choices=Level.choices, widget=forms.RadioSelect, coerce=int,
        empty_value=None, required=False,
    ),
    "mastery": lambda around: forms.TypedChoiceField(
        label=_("Опыт наставничества"), choices=Mastery.choices, widget=forms.RadioSelect, coerce=int,
        empty_value=None, required=False,
    ),
    "achievements": lambda around: long_text(_("Достижения")),
    "places": lambda around: forms.IntegerField(label=_("Скольким"), min_value=1, max_value=50, required=False),
    "stance": lambda around: radio(STANCES, label=_("Кем быть для другого"), required=False),
    "is_ready_to_share": lambda around: YesNo(label=_("Хочется делиться тем, что умеете")),
    "term": lambda around: radio(Term.choices, label=_("Срок"), required=False),
    "goal": lambda around: long_text(_("Цель")),
    "has_plan": lambda around: YesNo(label=_("Уже есть план, что делать для этого")),
    "why_mentor": lambda around: long_text(_("Какой наставник и почему")),
    "is_ready_to_learn": lambda around: YesNo(label=_("Хочется учиться и пробовать")),
    "free_time": lambda around: WeekField(label=_("Удобное время"), required=False),
    "modes": lambda around: forms.MultipleChoiceField(
        label=_("Очно или онлайн"), choices=Mode.choices, widget=forms.CheckboxSelectMultiple, required=False
    ),
    "interests": lambda around: own(_("Интересы")),
    "values": lambda around: own(_("Что важно в людях")),
    "ways": lambda around: own(_("Как удобнее работать")),
    "openness": lambda around: radio(Openness.choices, label=_("С новыми людьми"), required=False),
    "age_wish_from": lambda around: forms.IntegerField(label=_("От"), min_value=5, max_value=99, required=False),
    "age_wish_to": lambda around: forms.IntegerField(label=_("До"), min_value=5, max_value=99, required=False),
    "wish": lambda around: long_text(_("Что ещё важно знать")),
    "guardian_name": lambda around: text(_("Фамилия, имя, отчество родителя или опекуна"), 250),
    "guardian_relation": lambda around: text(_("Кем приходится"), 40, _("Мама, папа, бабушка, опекун.")),
    "guardian_phone": lambda around: PhoneField(label=_("Телефон родителя"), max_length=60, required=False),
    "guardian_email": lambda around: forms.EmailField(
        label=_("Почта родителя"), required=False, help_text=_("Пришлём ссылку на согласие. Больше ничего.")
    ),
    "phone": lambda around: PhoneField(label=_("Телефон"), max_length=60, required=False),
    "email": lambda around: forms.EmailField(label=_("Почта"), required=False),
}  # fmt: skip
