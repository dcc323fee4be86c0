"""The register of personal data: every table, what it holds, why, how long, what erasure does with it.

`TABLES` stand in the order in which erasure goes through them, the upper rooms first. A field that is declared
nowhere fails `tests/domain/privacy/test_declared.py`.
"""

from nastavnik.domain.privacy.declared.achievements import ACHIEVEMENTS
from nastavnik.domain.privacy.declared.conversations import CONVERSATIONS
from nastavnik.domain.privacy.declared.impersonal import IMPERSONAL
from nastavnik.domain.privacy.declared.intake import ANSWERS, EVENTS, INTAKE, LISTS, SURVEYS
from nastavnik.domain.privacy.declared.mentorships import MENTORSHIPS
from nastavnik.domain.privacy.declared.own import OWN
from nastavnik.domain.privacy.declared.pair_life import PAIR_LIFE
from nastavnik.domain.privacy.declared.papers import PAPERS
from nastavnik.domain.privacy.declared.people import CONSENTS, PEOPLE
from nastavnik.domain.privacy.declared.plans import PLANS
from nastavnik.domain.privacy.declared.programmes import MATCHING, PROGRAMMES
from nastavnik.domain.privacy.declared.scheduling import SCHEDULING
from nastavnik.domain.privacy.declared.shape import FILE, Each, Impersonal, PersonalTable, fields_of
from nastavnik.domain.privacy.declared.support import SUPPORT

TABLES: tuple[PersonalTable, ...] = (
    *OWN, *PAPERS, *SURVEYS, *MATCHING, *LISTS, *SUPPORT, *SCHEDULING, *PLANS, *ACHIEVEMENTS, *CONVERSATIONS,
    *PAIR_LIFE, *MENTORSHIPS, *INTAKE, *EVENTS, *PROGRAMMES, *ANSWERS, *CONSENTS, *PEOPLE,
)  # fmt: skip

__all__ = ["FILE", "IMPERSONAL", "TABLES", "Each", "Impersonal", "PersonalTable", "fields_of"]
