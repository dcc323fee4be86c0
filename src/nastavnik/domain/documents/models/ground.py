"""The register of acts that papers cite."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.enums import ProgrammeType


class LegalGround(TenantModel):
    """An act that papers cite, with the days on which it was in force; marked until somebody held it against the
    original. A paper of a day cites what was in force on that day."""

    code = models.CharField(max_length=40, blank=True)  # of a shipped act; empty for the institution's own
    title = models.CharField(_("как писать в бумагах"), max_length=600)
    issuer = models.CharField(_("кто принял"), max_length=200, blank=True)
    number = models.CharField(_("номер"), max_length=60, blank=True)
    adopted_on = models.DateField(_("дата акта"), null=True, blank=True)
    subject = models.CharField(_("о чём"), max_length=20, choices=ActSubject, default=ActSubject.MENTORING)
    programme_type = models.CharField(_("для каких программ"), max_length=10, choices=ProgrammeType, blank=True)
    in_force_from = models.DateField(_("действует с"), null=True, blank=True)
    in_force_to = models.DateField(_("действует по"), null=True, blank=True)
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces")
    is_confirmed = models.BooleanField(_("сверено с оригиналом"), default=False)
    is_hidden = models.BooleanField(_("в бумаги не ставить"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "title"], name="documents_ground_once"),
            models.UniqueConstraint(
                fields=["organisation", "code"], condition=~Q(code=""), name="documents_ground_code_once"
            ),
        ]
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.title
