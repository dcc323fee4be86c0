"""The room's own table of requests."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.declared.shape import PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term

OWN = (
    PersonalTable(
        "privacy.DataRequest", _("Просьбы о своих данных"), by("person"), C.MESSAGES, Purpose.PROVE,
        Term.TAKING_PART, Fate.BLANKED, blanked={"text": "", "answer": ""},
        kept=("person", "kind", "state", "asked_by", "asked_on", "due_on"), unsaid=frozenset({"person", "asked_by"}),
    ),
)  # fmt: skip
