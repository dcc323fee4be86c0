"""One factory a model, no surprises; traits for situations. `from tests import factories as make`."""

from tests.factories.consents import ConsentFactory, ConsentSignatureFactory, signed_consent
from tests.factories.intake import IntakeFactory, draft, sent
from tests.factories.mentorships import MeetingFactory, MentorshipFactory, active_group, active_pair, add_member
from tests.factories.organisations import AcademicYearFactory, OrganisationFactory, StudyGroupFactory, TerritoryFactory
from tests.factories.people import PersonFactory, RoleAssignmentFactory, UserFactory, staff
from tests.factories.programmes import MentoringFormatFactory, ModuleFactory, ParticipationFactory, ProgrammeFactory
from tests.factories.support import checked, talked_to
from tests.factories.surveys import open_wave, questionnaire, token

__all__ = [
    "AcademicYearFactory",
    "ConsentFactory",
    "ConsentSignatureFactory",
    "IntakeFactory",
    "MeetingFactory",
    "MentoringFormatFactory",
    "MentorshipFactory",
    "ModuleFactory",
    "OrganisationFactory",
    "ParticipationFactory",
    "PersonFactory",
    "ProgrammeFactory",
    "RoleAssignmentFactory",
    "StudyGroupFactory",
    "TerritoryFactory",
    "UserFactory",
    "active_group",
    "active_pair",
    "add_member",
    "checked",
    "draft",
    "open_wave",
    "questionnaire",
    "sent",
    "signed_consent",
    "staff",
    "talked_to",
    "token",
]
