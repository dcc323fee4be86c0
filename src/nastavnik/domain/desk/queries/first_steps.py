"""The facts behind the first steps; the number of queries does not depend on how many people there are."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from nastavnik.domain.desk.steps import InstitutionFacts, ProgrammeFacts, on_day
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import LIVE, Document, LegalGround
from nastavnik.domain.documents.queries import heads_of
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.mentorships.models import Goal, Meeting, Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import AcademicYear, Organisation
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Participation, Programme, RoadmapItem
from nastavnik.domain.programmes.queries import informed, is_agreed, page_of, with_gates

BEGUN = (S.ACTIVE, S.PAUSED, S.COMPLETED, S.DISSOLVED)
ASKED = (S.PROPOSED, S.CONFIRMED, *BEGUN)
PLANNED = [kind for kind, rules in KINDS.items() if rules.plan_needed]
PAPERS = ("introduction_order", "regulation_order", "programme_report")


def institution_facts(organisation: Organisation, on: date) -> InstitutionFacts:
    """Three queries."""
    return InstitutionFacts(
        has_letterhead=bool(organisation.letterhead.strip() and organisation.city),
        has_year=AcademicYear.objects.filter(organisation=organisation).exists(),
        has_head=heads_of(organisation, on).exists(),
        **LegalGround.objects.filter(organisation=organisation, is_hidden=False).aggregate(
            acts=Count("pk"), unconfirmed_acts=Count("pk", filter=Q(is_confirmed=False))
        ),
    )


def programme_facts(programme: Programme, on: date) -> ProgrammeFacts:
    """What is known about one programme on a day."""
    module = programme.modules.order_by("id").values_list("pk", flat=True).first()
    page = page_of(programme)
    return ProgrammeFacts(
        pk=programme.pk,
        module=module,
        state=programme.state,
        needs_order=programme.needs_order,
        is_agreed=is_agreed(programme),
        papers=_papers(programme, on),
        page_is_open=bool(page and page.is_open),
        informed=informed(page).total if page else 0,
        **_rows(programme),
        **_people(programme, on),
        **_pairs(programme),
        **_certificates(programme),
    )


def _rows(programme: Programme) -> dict[str, int]:
    items = RoadmapItem.objects.filter(stage__programme=programme, dropped_on__isnull=True)
    return items.aggregate(rows=Count("pk"), rows_done=Count("pk", filter=Q(done_on__isnull=False)))


def _papers(programme: Programme, on: date) -> dict[str, str]:
    """Kind → «№ 14-а от 3 сентября» of the last issued one. A regulation counts for all programmes of its type."""
    rows = Document.objects.filter(organisation=programme.organisation, kind__in=PAPERS, state=DocumentState.ISSUED)
    own = Q(programme=programme) | Q(kind="regulation_order", programme__type=programme.type)
    found = rows.filter(own).order_by("dated_on", "id").values_list("kind", "number", "dated_on")
    return {kind: on_day(number, day, on) for kind, number, day in found}


def _people(programme: Programme, on: date) -> dict[str, int]:
    rows = Participation.objects.filter(module__programme=programme).exclude(state=ParticipationState.LEFT)
    mentor, minor = Q(role=ParticipationRole.MENTOR), Q(is_minor=True)
    admitted = Q(state__in=(ParticipationState.READY, ParticipationState.SUSPENDED, ParticipationState.FINISHED))
    return with_gates(rows, on).aggregate(
        mentees=Count("pk", filter=~mentor),
        mentors=Count("pk", filter=mentor),
        minors=Count("pk", filter=minor),
        minors_agreed=Count("pk", filter=minor & Q(is_agreed=True)),
        adults=Count("pk", filter=mentor & Q(is_minor=False)),
        adults_cleared=Count("pk", filter=mentor & Q(is_minor=False, is_cleared=True)),
        ready_mentors=Count("pk", filter=mentor & admitted),
        ready_mentees=Count("pk", filter=~mentor & admitted),
    )


def _pairs(programme: Programme) -> dict[str, int]:
    rows = Mentorship.objects.filter(module__programme=programme).annotate(
        has_plan=Exists(Goal.objects.filter(mentorship=OuterRef("pk"))),
        has_met=Exists(Meeting.objects.filter(mentorship=OuterRef("pk"), state=MeetingState.HELD)),
    )
    begun = Q(state__in=BEGUN)
    usual = Q(module__card_needs_plan__isnull=True, kind__in=PLANNED)
    planning = begun & (Q(module__card_needs_plan=True) | usual)
    return rows.aggregate(
        pairs=Count("pk", filter=Q(state__in=ASKED)),
        answered=Count("pk", filter=Q(state__in=ASKED) & ~Q(state=S.PROPOSED)),
        begun=Count("pk", filter=begun),
        planning=Count("pk", filter=planning),
        planned=Count("pk", filter=planning & Q(has_plan=True)),
        met=Count("pk", filter=begun & Q(has_met=True)),
        ended=Count("pk", filter=Q(state__in=(S.COMPLETED, S.DISSOLVED))),
    )


def _certificates(programme: Programme) -> dict[str, Any]:
    given = Document.objects.filter(member=OuterRef("pk"), kind="certificate", state__in=LIVE)
    rows = MentorshipMember.objects.filter(mentorship__module__programme=programme, mentorship__state=S.COMPLETED)
    return rows.annotate(is_certified=Exists(given)).aggregate(
        due=Count("pk"), certified=Count("pk", filter=Q(is_certified=True))
    )
