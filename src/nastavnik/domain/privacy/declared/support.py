"""Tables of looking after pairs: talks, marks of the month, what was put off."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.declared.mentorships import about
from nastavnik.domain.privacy.declared.shape import PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term

SUPPORT = (
    PersonalTable(
        "support.Pulse", _("Пульс пары"), by("person"), C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.GONE,
        gone=("mentorship", "person", "role", "month", "score", "comment", "at"),
        unsaid=frozenset({"mentorship", "person"}),
    ),
    PersonalTable(
        "support.SupportContact", _("Разговоры куратора о паре"), about("mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=("mentorship", "side", "due_on", "done_on", "how", "result", "by", "at"),
        unsaid=frozenset({"mentorship", "by"}),
    ),
    PersonalTable(
        "support.Snooze", _("Отложенные дела о паре"), about("mentorship"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.BLANKED, blanked={"note": ""}, kept=("mentorship", "until", "reason", "by", "at"),
        unsaid=frozenset({"mentorship", "by"}),
    ),
)  # fmt: skip
