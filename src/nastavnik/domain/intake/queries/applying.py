"""What whoever applies may reach: the one application whose code they hold."""

from datetime import date

from django.db.models import QuerySet

from nastavnik.domain.intake.codes import LONGEST, digest
from nastavnik.domain.intake.models import Application, Intake
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.organisations.queries import study_groups_of


def application_by_code(code: str) -> Application | None:
    """The application that the code continues, whatever its state; None for any other code."""
    return _loaded().filter(code_digest=digest(code)).first() if 0 < len(code) <= LONGEST else None


def application_of(intake: Intake, code: str) -> Application | None:
    """The same, where it belongs to the intake whose pages are open."""
    found = application_by_code(code)
    return found if found and found.intake_id == intake.pk else None


def groups_to_choose(intake: Intake, on: date) -> QuerySet[StudyGroup]:
    """The classes of the year, for choosing one's own."""
    return study_groups_of(intake.organisation, on)


def _loaded() -> QuerySet[Application]:
    return Application.objects.select_related(
        "organisation",
        "intake__organisation",
        "intake__module__programme",
        "intake__module__mentoring_format",
        "person",
        "study_group",
    )
