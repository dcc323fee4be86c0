"""Lists by their state, and what belongs to them."""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.exchange.enums import ListRole, PeopleImportState
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries.standing import between
from nastavnik.domain.exchange.traces import trace_of
from nastavnik.domain.intake.queries.admission import unrecorded
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.models import Module, Participation, ParticipationStateChange

UNFINISHED = (PeopleImportState.UPLOADED, PeopleImportState.CHECKED)
BUTTON = timedelta(minutes=10)  # so long the button stands first on the page of what was done


def visible_to(user: Any) -> QuerySet[PeopleImport]:
    """Imports of the organisations whose lists the user may load."""
    allowed = standing(user).organisations_where(Permission.PEOPLE_IMPORT)
    return PeopleImport.objects.filter(organisation__in=allowed).select_related(
        "organisation", "module__programme__academic_year", "file", "uploaded_by"
    )


def unfinished(user: Any) -> QuerySet[PeopleImport]:
    """Lists that were loaded and neither accepted nor cancelled."""
    return visible_to(user).filter(state__in=UNFINISHED)


def accepted_lately(user: Any) -> QuerySet[PeopleImport]:
    """Lists that were taken in, the newest first; those undone too."""
    return visible_to(user).filter(state__in=(PeopleImportState.ACCEPTED, PeopleImportState.UNDONE))


def can_still_be_pressed(people_import: PeopleImport) -> bool:
    """Accepted not more than ten minutes ago: who pressed too early sees the way back first."""
    change = people_import.state_changes.filter(action="accept").last()
    return change is not None and clock.now() - change.at <= BUTTON


def modules_for_import(user: Any) -> QuerySet[Module]:
    """Modules into which the user may load people: of programmes that are not over."""
    allowed = standing(user).organisations_where(Permission.PEOPLE_IMPORT)
    modules = Module.objects.filter(organisation__in=allowed).exclude(programme__state="closed")
    return modules.select_related("programme", "organisation").order_by("-programme__starts_on", "id")


def today_of(people_import: PeopleImport) -> date:
    return clock.today(people_import.organisation.time_zone)


def loaded_before(people_import: PeopleImport) -> PeopleImport | None:
    """The last earlier import of the very same sheet of the very same file into the same pool."""
    same = PeopleImport.objects.filter(
        organisation_id=people_import.organisation_id,
        role=people_import.role,
        sha256=people_import.sha256,
        sheet=people_import.sheet,
    )
    return same.exclude(pk=people_import.pk).order_by("-id").first()


def waiting_after(people_import: PeopleImport) -> QuerySet[Participation]:
    """People of the module in the role of the list whose consent is still incomplete."""
    rows = Participation.objects.filter(module=people_import.module_id)
    if people_import.role != ListRole.PAIRS:
        rows = rows.filter(role=people_import.role)
    return rows.exclude(processable(today_of(people_import), prefix="person__"))


def admitted_past_the_checklist(people_import: PeopleImport, user: Any) -> int:
    """Of the mentors whom this list made ready, those about whom no decision is written down yet."""
    spans = trace_of(people_import.trace).spans("programmes.participationstatechange")
    rows = unrecorded(user).filter(module=people_import.module_id)
    made = (ParticipationStateChange.objects.filter(chosen) for chosen in between(spans))
    return sum(rows.filter(pk__in=changes.values("participation")).count() for changes in made)
