"""Which rows somebody may see. The one door to programmes, modules and participations."""

from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import Catalogue, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import (
    CatalogueEntry,
    MentoringFormat,
    Module,
    Observation,
    Participation,
    ParticipationProfile,
    Programme,
    RoadmapEvidence,
    RoadmapItem,
    RoleModel,
    Stage,
)


def visible_to(user: Any) -> QuerySet[Programme]:
    """Programmes of the organisations in which the user may see programmes."""
    return Programme.objects.filter(organisation__in=_organisations(user)).select_related("academic_year")


def modules_visible_to(user: Any) -> QuerySet[Module]:
    """Modules with how many people they have; one query."""
    present = Q(participations__state__in=PRESENT)
    mentees = Q(participations__role=ParticipationRole.MENTEE)
    ready = Q(participations__state=ParticipationState.READY)
    new = Q(participations__state=ParticipationState.ENROLLED)
    return (
        Module.objects.filter(organisation__in=_organisations(user))
        .select_related("organisation", "programme", "programme__academic_year", "mentoring_format", "role_model")
        .annotate(
            mentees=Count("participations", filter=present & mentees),
            mentors=Count("participations", filter=present & ~mentees),
            ready_mentees=Count("participations", filter=ready & mentees),
            ready_mentors=Count("participations", filter=ready & ~mentees),
            new_mentees=Count("participations", filter=new & mentees),
            new_mentors=Count("participations", filter=new & ~mentees),
            own_kind_title=_OWN_KIND,
        )
    )


def participations_visible_to(user: Any) -> QuerySet[Participation]:
    """Own ones; all of the organisation for staff who collect consents; for the head those whose data may be used."""
    if not user.is_authenticated:
        return Participation.objects.none()
    held = standing(user)
    collectors = held.organisations_where(Permission.PEOPLE_SEE)
    others = held.organisations_where(Permission.PROGRAMME_SEE) - collectors
    rows = Q(organisation__in=collectors) | Q(person__user=user)
    if others:
        rows |= Q(organisation__in=others) & processable_today("person__")
    return Participation.objects.filter(rows).select_related("person", "module", "module__programme").distinct()


def observations_visible_to(user: Any) -> QuerySet[Observation]:
    """Those who observe see what the others of the organisation saw; nobody sees what was written about them."""
    organisations = standing(user).organisations_where(Permission.PROFILE_OBSERVE)
    rows = Observation.objects.filter(organisation__in=organisations).exclude(participation__person__user=user)
    return rows.select_related("by", "organisation").prefetch_related("topics__topic")


def stages_visible_to(user: Any) -> QuerySet[Stage]:
    return Stage.objects.filter(organisation__in=_organisations(user)).select_related("programme")


def items_visible_to(user: Any) -> QuerySet[RoadmapItem]:
    return RoadmapItem.objects.filter(organisation__in=_organisations(user)).select_related("stage__programme")


def evidence_visible_to(user: Any) -> QuerySet[RoadmapEvidence]:
    rows = RoadmapEvidence.objects.filter(organisation__in=_organisations(user))
    return rows.select_related("file", "item__stage__programme")


def formats_for(organisation: Any, *, hidden: bool = False, keep: int | None = None) -> QuerySet[MentoringFormat]:
    """The shipped formats and the institution's own, with its role models; `hidden` adds those offered no more, `keep`
    the one of this id."""
    own = Q(organisation__isnull=True) | Q(organisation=organisation)
    rows = MentoringFormat.objects.filter(own)
    if not hidden:
        rows = rows.filter(Q(is_hidden=False) | Q(pk=keep))
    return rows.prefetch_related(Prefetch("role_models", RoleModel.objects.filter(own)))


def role_models_for(organisation: Any) -> QuerySet[RoleModel]:
    """Role models of these formats, in the order of the formats."""
    rows = RoleModel.objects.filter(Q(organisation__isnull=True) | Q(organisation=organisation))
    return rows.select_related("mentoring_format").order_by("mentoring_format__position", "id")


def enrolled(module: Module, role: str) -> QuerySet[Participation]:
    """Who is in the module and was not admitted yet."""
    return Participation.objects.filter(module=module, role=role, state=ParticipationState.ENROLLED)


def profile_version(participation: Participation) -> int | None:
    """The version a form of the profile is made from; None where there is no profile yet."""
    rows = ParticipationProfile.objects.filter(participation=participation)
    return rows.values_list("version", flat=True).first()


# What the institution calls the kind of a module, if it does.
_OWN_KIND = Subquery(
    CatalogueEntry.objects.filter(
        organisation=OuterRef("organisation"),
        catalogue=Catalogue.KIND,
        code=Coalesce(NullIf(OuterRef("kind_code"), Value("")), OuterRef("kind")),
    )
    .exclude(title="")
    .values("title")[:1]
)
PRESENT = (ParticipationState.ENROLLED, ParticipationState.READY, ParticipationState.SUSPENDED)


def _organisations(user: Any) -> frozenset[int]:
    return standing(user).organisations_where(Permission.PROGRAMME_SEE)
