"""The tables an import writes to, in the order in which their rows can go again: what leans on others first."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from nastavnik.domain.consents.models import Consent, ConsentSignature
from nastavnik.domain.exchange.models import ListedRefusal
from nastavnik.domain.mentorships.models import (
    Mentorship,
    MentorshipApproval,
    MentorshipMember,
    MentorshipStateChange,
)
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.people.models import Clearance, Enrolment, Guardianship, Person, RoleAssignment, User
from nastavnik.domain.programmes.models import (
    Participation,
    ParticipationProfile,
    ParticipationStateChange,
    ProfileTopic,
    Topic,
)


@dataclass(frozen=True)
class Traced:
    """`owner` leads from a row to the person it is about, to an account or to the organisation. A `shared` row stays
    where others use it as well."""

    model: type[Model]
    owner: str
    by: str = "person"
    shared: bool = False

    @property
    def table(self) -> str:
        return self.model._meta.label_lower

    @property
    def has_version(self) -> bool:
        return any(field.name == "version" for field in self.model._meta.concrete_fields)


TRACED: tuple[Traced, ...] = (
    Traced(MentorshipStateChange, "mentorship__members__person_id"),
    Traced(MentorshipApproval, "member__person_id"),
    Traced(MentorshipMember, "person_id"),
    Traced(Mentorship, "members__person_id"),
    Traced(ProfileTopic, "profile__participation__person_id"),
    Traced(ParticipationProfile, "participation__person_id"),
    Traced(ParticipationStateChange, "participation__person_id"),
    Traced(Participation, "person_id"),
    Traced(ConsentSignature, "consent__person_id"),
    Traced(Consent, "person_id"),
    Traced(Clearance, "person_id"),
    Traced(Guardianship, "child_id"),
    Traced(Enrolment, "person_id"),
    Traced(ListedRefusal, "person_id"),
    Traced(RoleAssignment, "user_id", by="user"),
    Traced(Person, "pk"),
    Traced(User, "pk", by="user"),
    Traced(StudyGroup, "organisation_id", by="organisation", shared=True),
    Traced(Topic, "organisation_id", by="organisation", shared=True),
)
BY_TABLE = {one.table: one for one in TRACED}


def empty(model: type[Model], name: str) -> Any:
    """What an empty field of the table holds."""
    return None if model._meta.get_field(name).null else ""
