"""The tables of the room, one file a noun."""

from nastavnik.domain.people.models.clearance import Clearance
from nastavnik.domain.people.models.person import Enrolment, Guardianship, Person
from nastavnik.domain.people.models.promotion import Promotion
from nastavnik.domain.people.models.signing_in import SignInAttempt, SignInToken
from nastavnik.domain.people.models.user import RoleAssignment, User

__all__ = [
    "Clearance",
    "Enrolment",
    "Guardianship",
    "Person",
    "Promotion",
    "RoleAssignment",
    "SignInAttempt",
    "SignInToken",
    "User",
]
