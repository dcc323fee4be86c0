from datetime import date

from nastavnik.core import clock
from nastavnik.domain.intake.models import AdmissionDecision
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.support.models import SupportContact
from tests.factories.people import staff


def talked_to(pair, day=date(2026, 11, 20), *, by=None):
    """The coordinator has talked to the pair: no talk is due for a month."""
    by = by or staff(RoleCode.COORDINATOR, pair.organisation)
    return SupportContact.objects.create(
        organisation=pair.organisation, mentorship=pair, side="mentor", done_on=day, how="phone", result="well", by=by,
        at=clock.now(),
    )  # fmt: skip


def checked(pair, *, by=None):
    """Somebody has written down that the mentors of the pair were admitted."""
    by = by or staff(RoleCode.COORDINATOR, pair.organisation)
    for member in pair.members.filter(role="mentor"):
        AdmissionDecision.objects.create(
            organisation=pair.organisation, participation=member.participation, decision="admitted",
            reason="all_there", by=by, at=clock.now(),
        )  # fmt: skip
