"""Questionnaires, their versions, and the sheets that people filled in."""

import secrets

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.questionnaires.enums import Audience, Purpose, Source, VersionState
from nastavnik.domain.questionnaires.paging import in_pages
from nastavnik.domain.questionnaires.specs import Scoring, Spec, from_plain, scoring_from_plain
from nastavnik.domain.questionnaires.states import QUESTIONNAIRE_VERSION


class Questionnaire(TenantModel):
    """What an institution asks; `code` says from which ready one it came, "" for its own."""

    code = models.CharField(max_length=40, blank=True)
    title = models.CharField(_("название"), max_length=200)
    purpose = models.CharField(_("для чего"), max_length=20, choices=Purpose, default=Purpose.OTHER)
    audience = models.CharField(_("кто отвечает"), max_length=20, choices=Audience, default=Audience.ANYBODY)
    formats = models.JSONField(_("для каких форм"), default=list, blank=True)
    is_anonymous = models.BooleanField(_("без имён"), default=False)
    archived_on = models.DateField(_("в архиве с"), null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["organisation", "code"],
                condition=~Q(code="") & Q(archived_on__isnull=True),
                name="questionnaires_ready_once",
            ),
        ]
        ordering = ("purpose", "title", "id")

    def __str__(self) -> str:
        return self.title


class QuestionnaireVersion(TenantModel):
    """The questions as they stood. A draft is edited; what was published never changes."""

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=20, choices=VersionState, default=VersionState.DRAFT)
    spec = models.JSONField(default=dict)
    scoring = models.JSONField(default=dict, blank=True)
    published_on = models.DateField(_("действует с"), null=True, blank=True)

    lifecycle = QUESTIONNAIRE_VERSION

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["questionnaire", "number"], name="questionnaires_version_number"),
            models.UniqueConstraint(
                fields=["questionnaire"], condition=Q(state=VersionState.DRAFT), name="questionnaires_one_draft"
            ),
            models.UniqueConstraint(
                fields=["questionnaire"], condition=Q(state=VersionState.PUBLISHED), name="questionnaires_one_in_force"
            ),
        ]
        ordering = ("questionnaire_id", "-number")

    def __str__(self) -> str:
        return f"version {self.number} of questionnaire {self.questionnaire_id}"

    @property
    def asked(self) -> Spec:
        return from_plain(self.spec)

    @property
    def paged(self) -> Spec:
        """What is asked, a few questions a page, as people answer it on a screen."""
        return in_pages(self.asked)

    @property
    def scored(self) -> Scoring:
        return scoring_from_plain(self.scoring)


class QuestionnaireVersionStateChange(StateChange):
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.CASCADE, related_name="state_changes")


def chance_number() -> int:
    """A key made by chance: the order of ids does not tell in which order people answered."""
    return secrets.randbelow(2**52) + 1


class AnswerSheet(TenantModel):
    """One filled copy. It is a draft until the day it is submitted.

    A sheet without names knows its day and nothing else: no person, no hour, no order, no way back to an invitation.
    """

    id = models.BigIntegerField(primary_key=True, default=chance_number, editable=False)
    questionnaire_version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="sheets")
    is_anonymous = models.BooleanField(default=False)
    respondent = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    source = models.CharField(max_length=10, choices=Source, default=Source.ONLINE)
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    scores = models.JSONField(default=dict)
    page = models.PositiveSmallIntegerField(default=0)  # how far somebody came
    submitted_on = models.DateField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    # Opens a draft without a name to the device that holds the secret; blanked when the sheet is submitted.
    draft_digest = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 – NULL is "none", many allowed

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="questionnaires_without_names",
                condition=Q(is_anonymous=False)
                | Q(respondent__isnull=True, subject__isnull=True, entered_by__isnull=True, submitted_at__isnull=True),
            ),
            models.CheckConstraint(
                name="questionnaires_submitted_forgets_device",
                condition=Q(submitted_on__isnull=True) | Q(draft_digest__isnull=True),
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"sheet {self.pk}"

    @property
    def is_submitted(self) -> bool:
        return self.submitted_on is not None
