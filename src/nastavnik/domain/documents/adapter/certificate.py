"""A certificate out of its rows, and the facts that its public check may tell."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, Sum

from nastavnik.core import links
from nastavnik.domain.documents.adapter.people import (
    full_name,
    group_with_word,
    institution,
    official,
)
from nastavnik.domain.documents.kinds.certificate import CertificateContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries.officials import head_of
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.errors import HeadMissing
from nastavnik.domain.people.names import initials, short_public
from nastavnik.domain.people.queries import is_minor
from nastavnik.domain.programmes.queries.participants import groups_of


@dataclass(frozen=True)
class CheckFacts:
    """What the public page holds against the paper; kept with it, so that it never changes. Days are ISO."""

    full_name: str
    short_name: str
    is_minor: bool
    role: str
    programme: str
    form: str
    starts_on: str
    ends_on: str
    meetings: int | None
    hours: int | None
    institution: str
    head: str
    training: str = ""  # of a certificate of training: which

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def certificate_context(document: Document, member: MentorshipMember, *, base: str = "") -> CertificateContext:
    """What the certificate is made of; `base` is the host that the square code leads to. Raises HeadMissing."""
    organisation, mentorship = document.organisation, member.mentorship
    head = head_of(organisation, document.dated_on)
    if head is None:
        raise HeadMissing
    meetings, hours = _work(mentorship)
    address, link = where_to_check(document.check_code or "", base)
    return CertificateContext(
        institution=institution(organisation),
        name=full_name(member.person),
        role=member.role,
        programme=mentorship.module.programme.title,
        starts_on=max(mentorship.started_on or member.starts_on, member.starts_on),
        ends_on=mentorship.ended_on,
        head=official(head, organisation.head_post),
        number=document.number,
        day=document.dated_on,
        check_code=document.check_code or "",
        check_address=address,
        check_link=link,
        form=mentorship.module.mentoring_format.called_in(organisation),
        note=_note(member),
        meetings=meetings,
        hours=hours,
    )


def context_of(document: Document) -> CertificateContext:
    """The same of a certificate that stands in the register."""
    if document.member is None:
        raise ValueError("a certificate is of a member of a mentorship")
    return certificate_context(document, document.member, base=document.context.get("base", ""))


def check_facts(context: CertificateContext, member: MentorshipMember) -> CheckFacts:
    """The same facts in the words of the public page; a minor of the day of the paper stays one in it."""
    return CheckFacts(
        full_name=str(context.name),
        short_name=short_public(context.name),
        is_minor=is_minor(member.person, context.day),
        role=context.role,
        programme=context.programme,
        form=context.form,
        starts_on=context.starts_on.isoformat(),
        ends_on=context.ends_on.isoformat(),
        meetings=context.meetings,
        hours=context.hours,
        institution=context.institution.full_name,
        head=f"{context.head.post} {initials(context.head.name)}",
    )


def _note(member: MentorshipMember) -> str:
    group = groups_of([member.person_id], member.mentorship.ended_on).get(member.person_id, ("", None))[0]
    return group_with_word(group, member.organisation) or member.person.post


def _work(mentorship: Mentorship) -> tuple[int | None, int | None]:
    """Meetings held and full hours; hours only where the minutes of every meeting are known."""
    held = mentorship.meetings.filter(state=MeetingState.HELD)
    counted = held.aggregate(meetings=Count("pk"), timed=Count("minutes"), minutes=Sum("minutes"))
    if not counted["meetings"]:
        return None, None
    hours = counted["minutes"] // 60 if counted["timed"] == counted["meetings"] else 0
    return counted["meetings"], hours or None


def where_to_check(code: str, base: str) -> tuple[str, str]:
    """The page as people read it, and the link of the square code; without a known host the code alone."""
    page = links.absolute("public:check", base=base)
    link = links.absolute("public:check_code", code.replace("-", ""), base=base)
    return page.partition("://")[2].rstrip("/"), link or code
