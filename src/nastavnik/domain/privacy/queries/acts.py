"""Acts of destruction, requests and terms that somebody may see."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.core.models import AuditEntry
from nastavnik.domain.documents.models import Document
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Guardianship, Person, RoleAssignment
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.people.queries import visible_to as people_visible_to
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.privacy.declared.papers import SIGNED
from nastavnik.domain.privacy.enums import RequestState, Term
from nastavnik.domain.privacy.models import DataRequest, ErasureAct, RetentionRule

# No law names these numbers: usual ones, every institution may set its own.
USUAL_DAYS = {Term.TAKING_PART: 365, Term.DRAFT: 30, Term.SENT: 30}
WORKING = ("administrator", "coordinator", "head", "teacher", "psychologist", "municipal_operator", "regional_operator")


def acts_visible_to(user: Any) -> QuerySet[ErasureAct]:
    """Acts of the organisations in which the user may erase."""
    where = standing(user).organisations_where(Permission.PERSONAL_DATA_ERASE)
    return ErasureAct.objects.filter(organisation__in=where).select_related("organisation", "by")


def requests_visible_to(user: Any) -> QuerySet[DataRequest]:
    """Requests to the organisations in which the user answers them."""
    where = standing(user).organisations_where(Permission.PERSONAL_DATA_ERASE)
    return DataRequest.objects.filter(organisation__in=where).select_related("person", "organisation")


def open_requests(user: Any) -> QuerySet[DataRequest]:
    """Those that wait for an answer, the earliest term first."""
    return requests_visible_to(user).filter(state=RequestState.OPEN)


def subjects_visible_to(user: Any) -> QuerySet[Person]:
    """Whose data somebody may ask about: their own and those of children for whom they answer; staff who erase: all of
    their organisations."""
    where = standing(user).organisations_where(Permission.PERSONAL_DATA_ERASE)
    own = Q(user=user) | Q(
        Exists(Guardianship.objects.filter(in_force(clock.today()), child=OuterRef("pk"), guardian__user=user))
    )
    return people_visible_to(user).filter(own | Q(organisation__in=where)).select_related("organisation").distinct()


def working_roles(person: Person, on: date) -> list[str]:
    """Roles for which the institution still needs somebody; data of who holds one are not erased."""
    if person.user_id is None:
        return []
    held = RoleAssignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        Q(organisation=person.organisation_id) | Q(organisation__isnull=True),
        user=person.user_id,
        role__in=WORKING,
    )
    return [assignment.get_role_display() for assignment in held]


def kept_papers(person: Person) -> QuerySet[Document]:
    """Signed papers that name the person: they stay for the term of the institution's filing rules."""
    about = (
        Q(person=person)
        | Q(participation__person=person)
        | Q(member__person=person)
        | Q(mentorships__members__person=person)
        | Q(appendix_to__mentorships__members__person=person)
    )
    return Document.objects.filter(about, state__in=SIGNED).order_by("id").distinct()


def rule_of(organisation: Organisation, term: str) -> RetentionRule | None:
    """What the institution decided about a term; None where the usual one holds."""
    return RetentionRule.objects.filter(organisation=organisation, term=term).first()


def days_of(organisation: Organisation, term: str) -> int:
    """The institution's number of days for a term, or the usual one."""
    rule = rule_of(organisation, term)
    return rule.days if rule else USUAL_DAYS[Term(term)]


def log_of(act: ErasureAct) -> list[AuditEntry]:
    """The extract of the trail that goes with the act: what was erased, when, by whom; ids only."""
    entries = AuditEntry.objects.filter(organisation_id=act.organisation_id, subject_id=str(act.person_id))
    return list(entries.filter(subject_type="people.person", action__startswith="person.").order_by("number"))


def erasing_by_themselves() -> list[Organisation]:
    """Institutions that let the term do it without a decision of somebody each time."""
    rules = RetentionRule.objects.filter(term=Term.TAKING_PART, is_automatic=True)
    return [rule.organisation for rule in rules.select_related("organisation").order_by("organisation")]
