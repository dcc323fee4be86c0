"""Experience is shared and written down; the reminder of an attestation is set."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.achievements.actions.storing import Given, stored
from nastavnik.domain.achievements.errors import DayAhead, NobodyShares, NotAnAuthorHere, NotWithinTerm
from nastavnik.domain.achievements.models import Attestation, Sharing, SharingAuthor, later
from nastavnik.domain.achievements.queries.sharing import AHEAD, attestations_due, mentors_of
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import Programme

YEARS = range(1, 11)
SOON = timedelta(days=30)


@transaction.atomic
def share(
    programme: Programme, values: Mapping[str, Any], *, authors: Collection[int], file: Given | None, by: User | None
) -> Sharing:
    """`values` are kind, level, title, happened_on, place; `authors` are ids of mentors of the programme."""
    if values["happened_on"] > clock.today(programme.organisation.time_zone):
        raise DayAhead
    made = Sharing.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        file=stored(programme.organisation, file, by),
        entered_by=by,
        **values,
    )
    _name_authors(made, authors)
    audit.record("sharing.share", made, by=by, fields=list(values))
    return made


@transaction.atomic
def edit_sharing(
    sharing: Sharing,
    values: Mapping[str, Any],
    *,
    authors: Collection[int],
    file: Given | None,
    version: int,
    by: User | None,
) -> Sharing:
    if values["happened_on"] > clock.today(sharing.organisation.time_zone):
        raise DayAhead
    changes = dict(values)
    if file:
        changes["file"] = stored(sharing.organisation, file, by)
    save_changes(sharing, changes, version=version, by=by)
    sharing.authors.exclude(person__in=authors).delete()
    _name_authors(sharing, authors)
    audit.record("sharing.edit", sharing, by=by, fields=list(changes))
    return sharing


@transaction.atomic
def remind_of_attestation(
    person: Person, *, counted_from: date, years: int, passed_on: date | None, version: int, by: User | None
) -> Attestation:
    """Set or changed; with `passed_on` nobody is reminded any more. `version` is 0 for a new one."""
    if years not in YEARS:
        raise NotWithinTerm
    values = {
        "counted_from": counted_from, "years": years, "due_on": later(counted_from, years), "passed_on": passed_on,
    }  # fmt: skip
    row = Attestation.objects.select_for_update().filter(person=person).first()
    if row is None:
        row = Attestation.objects.create(organisation_id=person.organisation_id, person=person, **values)
        audit.record("attestation.remind", row, by=by, fields=list(values))
        return row
    save_changes(row, values, version=version, by=by)
    return row


def tell_of_attestations() -> int:
    """A letter half a year before the day and one a month before it; each once for a day that was set. Returns how many
    people were due."""
    told = 0
    for organisation in Organisation.objects.filter(pk__in=Attestation.objects.values("organisation")):
        today = clock.today(organisation.time_zone)
        for row in attestations_due(organisation, today + AHEAD):
            stage = "month" if row.due_on <= today + SOON else "half"
            key = f"attestation:{row.pk}:{row.due_on.isoformat()}:{stage}"
            notify("attestation_near", to=row.person, context={"attestation": row.pk}, key=key)
            told += 1
    return told


def _name_authors(sharing: Sharing, authors: Collection[int]) -> None:
    """Those who stand there already stay, whatever they are now."""
    there = set(sharing.authors.values_list("person_id", flat=True))
    new = set(authors) - there
    if not there | new:
        raise NobodyShares
    if new - set(mentors_of(sharing.programme).values_list("pk", flat=True)):
        raise NotAnAuthorHere
    SharingAuthor.objects.bulk_create(
        SharingAuthor(organisation_id=sharing.organisation_id, sharing=sharing, person_id=person)
        for person in sorted(new)
    )
