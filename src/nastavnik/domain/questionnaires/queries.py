"""What can be asked about questionnaires."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.questionnaires.enums import VersionState
from nastavnik.domain.questionnaires.models import AnswerSheet, Questionnaire, QuestionnaireVersion


def visible_to(user: Any) -> QuerySet[Questionnaire]:
    """Questionnaires of the organisations where the user makes them or enters answers; those in use come first.

    With `draft_id`, `published_id`, `published_number` and `answers` (how many were submitted), in one query.
    """
    versions = QuestionnaireVersion.objects.filter(questionnaire=OuterRef("pk"))
    published = versions.filter(state=VersionState.PUBLISHED)
    return Questionnaire.objects.filter(organisation__in=_organisations(user)).annotate(
        draft_id=Subquery(versions.filter(state=VersionState.DRAFT).values("pk")[:1]),
        published_id=Subquery(published.values("pk")[:1]),
        published_number=Subquery(published.values("number")[:1]),
        answers=Count("versions__sheets", filter=Q(versions__sheets__submitted_on__isnull=False)),
    )


def versions_visible_to(user: Any) -> QuerySet[QuestionnaireVersion]:
    """All versions of the questionnaires that the user may see."""
    rows = QuestionnaireVersion.objects.filter(organisation__in=_organisations(user))
    return rows.select_related("questionnaire", "organisation")


def published(organisation: Any) -> QuerySet[QuestionnaireVersion]:
    """The versions in force, for choosing what to ask."""
    rows = QuestionnaireVersion.objects.filter(organisation=organisation, state=VersionState.PUBLISHED)
    return (
        rows.filter(questionnaire__archived_on__isnull=True)
        .select_related("questionnaire")
        .order_by("questionnaire__purpose", "questionnaire__title", "id")
    )


def versions_of(questionnaire: Questionnaire) -> QuerySet[QuestionnaireVersion]:
    """The newest first, each with `answers`."""
    rows = QuestionnaireVersion.objects.filter(questionnaire=questionnaire).order_by("-number")
    return rows.annotate(answers=Count("sheets", filter=Q(sheets__submitted_on__isnull=False)))


def ready_ones_taken(organisation: Any) -> dict[str, int]:
    """Codes of the ready questionnaires that the organisation already has: code → id."""
    rows = Questionnaire.objects.filter(organisation=organisation, archived_on__isnull=True).exclude(code="")
    return dict(rows.values_list("code", "pk"))


def draft_by_device(digest: str) -> AnswerSheet | None:
    """The draft without a name that the holder of the secret began."""
    rows = AnswerSheet.objects.filter(draft_digest=digest, submitted_on__isnull=True)
    return rows.select_related("questionnaire_version").first()


def _organisations(user: Any) -> frozenset[int]:
    held = standing(user)
    return held.organisations_where(Permission.QUESTIONNAIRE_EDIT) | held.organisations_where(Permission.ANSWERS_ENTER)
