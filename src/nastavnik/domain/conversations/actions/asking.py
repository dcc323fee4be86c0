"""Asking for help: a person answers."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.conversations.actions.staffing import admit_side, open_aside
from nastavnik.domain.conversations.actions.writing import post, require_consents
from nastavnik.domain.conversations.enums import MemberRole, RequestKind, RequestState
from nastavnik.domain.conversations.errors import NobodyToTell, NoConsultant, NothingWritten
from nastavnik.domain.conversations.models import Channel, HelpRequest, Message
from nastavnik.domain.conversations.queries.office import in_office
from nastavnik.domain.conversations.queries.reading import helpers_for
from nastavnik.domain.mentorships.errors import ClearanceMissing
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import is_cleared, is_minor
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries.visible import PRESENT


@transaction.atomic
def ask_help(asker: Person, *, text: str, by: Any, mentorship: Mentorship | None = None) -> HelpRequest:
    """«Нужна помощь»: to the coordinator, past everybody else. It works without any consent. Raises NobodyToTell where
    nobody but the asker's own pair could read it."""
    return _ask(asker, RequestKind.HELP, text, None, mentorship, by)


@transaction.atomic
def ask_mentors(asker: Person, *, module: Module, text: str, by: Any) -> HelpRequest:
    """A question to all mentors of a module, those from outside as well; who answers joins the conversation."""
    request = _ask(asker, RequestKind.QUESTION, text, module, _own(asker, module), by)
    mentors = Participation.objects.filter(module=module, role=ParticipationRole.MENTOR, state__in=PRESENT)
    for participation in mentors.exclude(person=asker).select_related("person"):
        notify("question_asked", to=participation.person, key=f"question_asked:{request.pk}")
    return request


def _ask(
    asker: Person, kind: str, text: str, module: Module | None, mentorship: Mentorship | None, by: Any
) -> HelpRequest:
    if not text.strip():
        raise NothingWritten
    people = {asker.pk: str(MemberRole.MENTEE)}
    if kind == RequestKind.HELP:
        people |= _answering(asker)
    channel = open_aside(asker.organisation, people, by=by)
    if kind != RequestKind.HELP:
        require_consents(list(channel.members.filter(left_at__isnull=True)))
    request = _record(channel, asker, kind, module, mentorship, by)
    post(channel, author=asker, text=text, by=by)
    for member in channel.members.filter(role=MemberRole.WATCHER).select_related("person"):
        notify("help_asked", to=member.person, key=f"help_asked:{request.pk}")
    return request


def _answering(asker: Person) -> dict[int, str]:
    """Those who were named before the asker wrote; nobody of the asker's pair."""
    staff = helpers_for(asker, clock.today(asker.organisation.time_zone))
    if not staff:
        raise NobodyToTell
    return {person.pk: str(MemberRole.WATCHER) for person in staff}


@transaction.atomic
def answer_question(request: HelpRequest, *, person: Person, text: str, by: Any) -> Message:
    """A mentor of the module answers: joins the conversation of the question and writes."""
    asker, today = request.asker, clock.today(request.organisation.time_zone)
    if is_minor(asker, today) and not is_minor(person, today) and not is_cleared(person, today):
        raise ClearanceMissing(name=person.list_name)
    admit_side(request.channel, person, MemberRole.MENTOR, by=by)
    return post(request.channel, author=person, text=text, by=by)


@transaction.atomic
def bring_in(channel: Channel, *, asker: Person, consultant: Person, text: str, by: Any) -> HelpRequest:
    """A mentor brings a psychologist, a teacher or a coordinator into the conversation of the pair."""
    today = clock.today(channel.organisation.time_zone)
    can_help = in_office(channel.organisation_id, today).filter(pk=consultant.pk).exists()
    if not can_help or not is_cleared(consultant, today):
        raise NoConsultant
    admit_side(channel, consultant, MemberRole.CONSULTANT, by=by)
    request = _record(channel, asker, RequestKind.CONSULTANT, None, channel.mentorship, by)
    post(channel, author=asker, text=text, by=by)
    notify("consultant_asked", to=consultant, key=f"consultant_asked:{request.pk}")
    return request


def _record(
    channel: Channel, asker: Person, kind: str, module: Module | None, mentorship: Mentorship | None, by: Any
) -> HelpRequest:
    request = HelpRequest.objects.create(
        organisation_id=channel.organisation_id, channel=channel, asker=asker, kind=kind, module=module,
        mentorship=mentorship, state=RequestState.OPEN, asked_at=clock.now(),
    )  # fmt: skip
    audit.record("helprequest.ask", request, by=by, fields=["kind"])
    return request


def _own(asker: Person, module: Module) -> Mentorship | None:
    """The mentorship of the asker in this module, if there is one: its radar counts the request."""
    members = MentorshipMember.objects.filter(person=asker, module=module, ends_on__isnull=True)
    member = members.select_related("mentorship").order_by("-id").first()
    return member.mentorship if member else None
