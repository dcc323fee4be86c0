from datetime import date

from nastavnik.core import clock
from nastavnik.domain.intake.models import AdmissionDecision
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.support.models import SupportContact
from tests.factories.people import staff


def talked_to(pair, day=date(2026, 11, 20), *, by=None):
    """The coordinator has talked to the pair: no talk is due for a month."""
    by = by or staff(RoleCode.COORDINATOR, pair.organisation)
    return SupportContact.objects.create(
        organisation=pair.organisation, mentorship=pair, side="mentor", done_on=day, how="phone", result="well", by=by,
        at=clock.now(),
    )  # fmt: skip


def checked(organisation, *, by=None):
    """Somebody has written down that the mentors there are were admitted."""
    by = by or staff(RoleCode.COORDINATOR, organisation)
    for mentor in Participation.objects.filter(organisation=organisation, role="mentor"):
        AdmissionDecision.objects.create(
            organisation=organisation, participation=mentor, decision="admitted", reason="all_there", by=by,
            at=clock.now(),
        )  # fmt: skip
