"""Who was not told yet how things stand gets a letter with the meeting in it. Done again it sends nothing again."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.mentorships.queries import hidden_for_consent
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person
from nastavnik.domain.scheduling.actions.offering import readers
from nastavnik.domain.scheduling.models import Invitation, MeetingSeries
from nastavnik.domain.scheduling.queries.calendar import facts, facts_of_pattern, loaded, occurrence_of
from nastavnik.domain.scheduling.queries.free import present

CALLED_OFF = ""


@transaction.atomic
def invite(mentorship: Mentorship) -> int:
    """Letters about what changed from today on; returns how many were written."""
    if hidden_for_consent(Mentorship.objects.filter(pk=mentorship.pk)).exists():
        return 0
    today = clock.today(mentorship.organisation.time_zone)
    rows = loaded(Meeting.objects.filter(mentorship=mentorship, happens_on__gte=today))
    people = [person for member in present(mentorship) for person in readers(member.person, member.is_minor)]
    series: dict[MeetingSeries, list[Meeting]] = {}
    written = 0
    for meeting in rows:
        occurrence = occurrence_of(meeting)
        if occurrence:
            series.setdefault(occurrence.series, []).append(meeting)
        else:
            written += _tell(people, {"meeting": meeting}, [meeting])
    for one, meetings in series.items():
        written += _tell(people, {"series": one}, meetings)
    return written


def _tell(people: Iterable[Person], about: dict[str, Meeting | MeetingSeries], meetings: Sequence[Meeting]) -> int:
    now = dict(_stand(meeting) for meeting in meetings)
    known = {row.person_id: row for row in Invitation.objects.filter(**about)}
    written = 0
    for person in {person.pk: person for person in people}.values():
        before = known.get(person.pk)
        kind = _kind(before.told if before else None, now)
        if not kind:
            continue
        _keep(before, person, about, now)
        ((name, row),) = about.items()
        notify(kind, to=person, context={name: row.pk})
        written += 1
    return written


def _kind(told: dict[str, str] | None, now: dict[str, str]) -> str:
    """Which letter is due; "" where everything is known. Days that are over are asked about no more."""
    live = any(state != CALLED_OFF for state in now.values())
    if told is None:
        return "meeting_invited" if live else ""
    if all(told.get(day) == state for day, state in now.items()):
        return ""
    return "meeting_changed" if live else "meeting_cancelled"


def _keep(
    before: Invitation | None, person: Person, about: dict[str, Meeting | MeetingSeries], now: dict[str, str]
) -> None:
    if before is None:
        Invitation.objects.create(
            organisation_id=person.organisation_id, person=person, told=now, at=clock.now(), **about
        )
        return
    Invitation.objects.filter(pk=before.pk).update(told=before.told | now, at=clock.now())


def _stand(meeting: Meeting) -> tuple[str, str]:
    """The day by which it is known, and what is told of it. One that was held is what was planned."""
    occurrence = occurrence_of(meeting)
    key = occurrence.day.isoformat() if occurrence else "meeting"
    if meeting.state == MeetingState.CANCELLED:
        return key, CALLED_OFF
    if meeting.state == MeetingState.PLANNED:
        return key, facts(meeting)
    return key, facts_of_pattern(occurrence.series, occurrence.day) if occurrence else facts(meeting)
