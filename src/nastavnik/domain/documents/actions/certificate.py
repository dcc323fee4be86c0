"""Certificates for work that was brought to its end."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.documents.actions.filing import new_document, next_number, take_turn, write_files, year_of
from nastavnik.domain.documents.actions.settling import give_out
from nastavnik.domain.documents.adapter import certificate_context, check_facts
from nastavnik.domain.documents.errors import NotCompleted
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import LIVE, Document, DocumentMentorship
from nastavnik.domain.documents.rendering.check_code import new_check_code
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import guardians_of, is_minor

KIND = "certificate"
SUFFIX = "-Н"  # наставничество: the numbers of these papers are apart from others in the same book
CHANCE = random.SystemRandom()


@dataclass(frozen=True)
class Standing:
    """How it stands with those who are to get certificates, asked for all of them at once."""

    given: Mapping[int, Document]  # by member
    open_to: frozenset[int]  # persons whose data may be used today


def standing_of(members: Iterable[MentorshipMember]) -> Standing:
    """Two queries whatever the number; ask inside the transaction in which the certificates are made, after the turn
    of the organisation was taken."""
    rows = list(members)
    given = Document.objects.filter(member__in=rows, kind=KIND, state__in=LIVE)
    open_to: set[int] = set()
    for today in {clock.today(row.organisation.time_zone) for row in rows}:
        persons = Person.objects.filter(processable(today), pk__in=[row.person_id for row in rows])
        open_to |= set(persons.values_list("pk", flat=True))
    return Standing({paper.member_id: paper for paper in given if paper.member_id}, frozenset(open_to))


@transaction.atomic
def issue_certificate(
    member: MentorshipMember, *, dated_on: date, by: Any, base: str = "", standing: Standing | None = None
) -> Document:
    """The certificate of one member; who has one keeps it. `base` is the host that the square code leads to where no
    public address is configured. With a `standing` the turn of the organisation is taken already. Raises NotCompleted,
    ConsentMissing, HeadMissing."""
    organisation = member.organisation if standing else take_turn(member.organisation_id)
    now = standing or standing_of([member])
    if member.pk in now.given:
        return now.given[member.pk]
    _require_end(member)
    if member.person_id not in now.open_to:
        raise ConsentMissing(name=member.person.list_name)
    book, year = kind_of(KIND).book, year_of(dated_on)
    document = new_document(
        KIND,
        organisation,
        number=next_number(organisation, book, year, suffix=SUFFIX),
        dated_on=dated_on,
        by=by,
        programme=member.mentorship.module.programme,
        module=member.mentorship.module,
        person=member.person,
        member=member,
        check_code=new_check_code(CHANCE),
    )
    document.save(force_insert=True)
    DocumentMentorship.objects.create(organisation=organisation, document=document, mentorship=member.mentorship)
    _write(document, member, base, by)
    audit.record("document.prepare", document, by=by, fields=["number", "person"])
    give_out(document, by=by)
    _tell(document, member)
    return document


@transaction.atomic
def issue_certificates(
    members: Iterable[MentorshipMember], *, dated_on: date, by: Any, base: str = ""
) -> list[Document]:
    """Many at once, all or none."""
    rows = list(members)
    for organisation_id in sorted({row.organisation_id for row in rows}):
        take_turn(organisation_id)
    standing = standing_of(rows)
    return [issue_certificate(row, dated_on=dated_on, by=by, base=base, standing=standing) for row in rows]


def _write(document: Document, member: MentorshipMember, base: str, by: Any) -> None:
    context = certificate_context(document, member, base=base)
    document.context = {"check": check_facts(context, member).as_json(), "base": base}
    write_files(document, kind_of(KIND).build(context), by=by)


def _require_end(member: MentorshipMember) -> None:
    mentorship = member.mentorship
    stayed = member.ends_on is not None and mentorship.ended_on is not None and member.ends_on >= mentorship.ended_on
    if mentorship.state != MentorshipState.COMPLETED or not stayed:
        raise NotCompleted(name=member.person.list_name)


def _tell(document: Document, member: MentorshipMember) -> None:
    today = clock.today(member.organisation.time_zone)
    people = [member.person]
    if is_minor(member.person, today):
        people += [row.guardian for row in guardians_of(member.person, today)]
    for person in people:
        key = f"certificate_issued:{document.pk}:{person.pk}"
        notify("certificate_issued", to=person, context={"document": document.pk}, key=key)
