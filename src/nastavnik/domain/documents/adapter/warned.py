"""A paper that is not issued yet, as the warnings need it. Whoever knows one more thing to look at adds a provider."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from django.db.models import Min

from nastavnik.core.errors import DomainError
from nastavnik.domain.documents import queries
from nastavnik.domain.documents.adapter.papers import paper_of
from nastavnik.domain.documents.adapter.unchecked import unchecked_words
from nastavnik.domain.documents.enums import Book, DocumentState, Subject
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import citation
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.papers import from_plain, text_of, to_plain
from nastavnik.domain.documents.warnings import Facts, Load, Warning, WarningCode, warnings
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.organisations.queries import holidays
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole

AT_WORK = (MentorshipState.ACTIVE, MentorshipState.PAUSED)
OPEN = (DocumentState.DRAFT, DocumentState.SUBMITTED)


def warnings_for(document: Document) -> tuple[Warning, ...]:
    """What should be looked at before the paper is signed; nothing once it is issued."""
    if document.state not in OPEN:
        return ()
    return tuple(warning for provider in PROVIDERS for warning in provider(document))


def facts_of(document: Document) -> Facts:
    """The facts of a paper from the rows as they are now."""
    kind, programme, organisation = kind_of(document.kind), document.programme, document.organisation
    introduces = kind.subject == Subject.PROGRAMME and kind.needs_approval and "preparation" in kind.stages
    off = holidays(organisation).filter(starts_on__lte=document.dated_on, ends_on__gte=document.dated_on)
    is_order = kind.book == Book.ORDERS and document.appendix_to is None
    return Facts(
        dated_on=document.dated_on,
        is_order=is_order,
        introduces=introduces and document.replaces is None,
        needs_number=kind.is_numbered and document.appendix_to is None,
        number=document.number,
        starts_on=programme.starts_on if programme else None,
        year_starts_on=programme.academic_year.starts_on if programme else None,
        term_ends=_term_ends(document),
        council_on=programme.council_on if programme else None,
        council_protocol=programme.council_protocol if programme else "",
        valid_from=document.valid_from,
        valid_until=document.valid_until,
        limit=organisation.mentor_limit,
        loads=_loads(document) if organisation.mentor_limit else (),
        holidays=tuple(off.values_list("title", flat=True)) if is_order else (),
    )


def _of_facts(document: Document) -> tuple[Warning, ...]:
    return warnings(facts_of(document))


def _of_acts(document: Document) -> tuple[Warning, ...]:
    count = queries.unconfirmed_grounds(document).count()
    return (Warning(WarningCode.ACTS_UNCONFIRMED, {"acts": count}),) if count else ()


def _of_citations(document: Document) -> tuple[Warning, ...]:
    lines = [line for one in _with_appendices(document) for line in text_of(from_plain(one.context["paper"]))]
    flags = queries.citation_flags(document, lines)
    return tuple(Warning(WarningCode.ACT_CITED, {"said": citation(flag)}) for flag in flags)


def _of_text(document: Document) -> tuple[Warning, ...]:
    """The rows say something else by now. What the head reads is what was sent, and stays."""
    if document.state != DocumentState.DRAFT:
        return ()
    stale = any(_is_stale(one) for one in _with_appendices(document))
    return (Warning(WarningCode.TEXT_STALE),) if stale else ()


def _is_stale(document: Document) -> bool:
    try:
        said: bool = to_plain(paper_of(document)) != document.context["paper"]
    except DomainError:  # the rows do not give this paper any more; making it anew says why
        return True
    return said


def _with_appendices(document: Document) -> list[Document]:
    return [document, *queries.appendices_of(document)]


PROVIDERS: tuple[Callable[[Document], tuple[Warning, ...]], ...] = (
    _of_text,
    _of_facts,
    _of_citations,
    _of_acts,
    unchecked_words,
)


def _term_ends(document: Document) -> date | None:
    """The soonest end of what the paper is about: of its pairs, else of the programme. Some papers look back."""
    kind = kind_of(document.kind)
    if document.member_id or kind.book == Book.CERTIFICATES or kind.is_diary:
        return None
    planned = Mentorship.objects.filter(document_mentorships__document=document)
    soonest = planned.aggregate(soonest=Min("planned_until"))["soonest"]
    ends_on = document.programme.ends_on if document.programme else None
    return soonest or (None if "closing" in kind.stages else ends_on)


def _loads(document: Document) -> tuple[Load, ...]:
    """Mentors of the paper with all whom they lead once it counts, by name; two queries."""
    ours = MentorshipMember.objects.filter(
        mentorship__document_mentorships__document=document, role=ParticipationRole.MENTOR, ends_on__isnull=True
    )
    mentors = {person.pk: person for person in Person.objects.filter(pk__in=ours.values("person"))}
    there = MentorshipMember.objects.filter(ends_on__isnull=True)
    led = there.filter(person__in=mentors, role=ParticipationRole.MENTOR)
    counted = Mentorship.objects.filter(pk__in=led.values("mentorship"))
    counted = counted.filter(state__in=AT_WORK) | counted.filter(document_mentorships__document=document)
    leads: dict[int, set[int]] = defaultdict(set)
    follows: dict[int, set[int]] = defaultdict(set)
    for mentorship, role, person in there.filter(mentorship__in=counted.values("pk")).values_list(
        "mentorship_id", "role", "person_id"
    ):
        (leads if role == ParticipationRole.MENTOR else follows)[mentorship].add(person)
    mentees: dict[int, set[int]] = defaultdict(set)
    for mentorship, persons in leads.items():
        for person in persons & mentors.keys():
            mentees[person] |= follows[mentorship]
    named = sorted(mentors.values(), key=lambda person: (person.normal_name, person.pk))
    return tuple(Load(person.list_name, len(mentees[person.pk])) for person in named)
