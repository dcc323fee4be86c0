"""How somebody opens up, how sure they are, what they value: said by the person, or seen by a teacher."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.reading.cells.topics import topics
from nastavnik.domain.programmes.enums import Level, Mastery, Openness, ParticipationRole, TopicUse
from nastavnik.web.programmes.forms.fields import RoomForm

NOT_SAID = ("", _("не указано"))
STARTERS = {
    TopicUse.VALUE: (_("честность"), _("дружба"), _("труд"), _("уважение"), _("творчество")),
    TopicUse.WAY: (_("на примере"), _("по шагам"), _("через вопросы"), _("через дело"), _("через игру")),
}
NAMES = ("openness", "level", "mastery", "values", "ways")


class CharacterForm(RoomForm):
    """Fields that a profile and an observation share. `known` are the topics that the organisation uses already."""

    openness = forms.ChoiceField(
        label=_("Как раскрывается с людьми"), choices=[NOT_SAID, *Openness.choices], required=False
    )
    level = forms.TypedChoiceField(
        label=_("Уверенность в предмете"),
        choices=[NOT_SAID, *Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    mastery = forms.TypedChoiceField(
        label=_("Опыт наставничества"),
        choices=[NOT_SAID, *Mastery.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    values = forms.CharField(label=_("Что важно в людях и в деле"), max_length=300, required=False)
    ways = forms.CharField(label=_("Как работает"), max_length=300, required=False)

    def __init__(self, *args: Any, role: str, known: dict[str, list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["values"].help_text = _hint(TopicUse.VALUE, known)
        self.fields["ways"].help_text = _hint(TopicUse.WAY, known)
        if role == ParticipationRole.MENTEE:
            self.fields["ways"].label = _("Как удобнее учиться")
            del self.fields["mastery"]

    @property
    def character(self) -> dict[str, Any]:
        """The five as a profile or an observation takes them."""
        given = self.cleaned_data
        return {
            "openness": given["openness"] or None,
            "level": given["level"],
            "mastery": given.get("mastery"),
            "values": topics(given["values"]),
            "ways": topics(given["ways"]),
        }


def initial_of_character(values: Any) -> dict[str, Any]:
    """The same five as the fields of the form."""
    return {
        "openness": values.openness or "",
        "level": values.level,
        "mastery": values.mastery,
        "values": ", ".join(values.values),
        "ways": ", ".join(values.ways),
    }


def _hint(use: TopicUse, known: dict[str, list[str]]) -> str:
    """One spelling helps two people to meet, so what others wrote comes first."""
    words = known.get(use) or [str(word) for word in STARTERS[use]]
    return _("Через запятую. Например: %(words)s.") % {"words": ", ".join(words)}
