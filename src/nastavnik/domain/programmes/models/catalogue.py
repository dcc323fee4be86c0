"""Catalogues that regions and institutions extend: rows without an organisation are shipped with the product."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Base
from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.organisations.models import Organisation, TenantModel, tenant_key
from nastavnik.domain.programmes.enums import Catalogue, ProgrammeType


class MentoringFormat(Base):
    """Целевая форма: ученик–ученик, учитель–учитель, …"""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=40)
    title = models.CharField(_("название"), max_length=100)
    # «учитель–ученик» in schools is «педагог–обучающийся» elsewhere.
    title_elsewhere = models.CharField(_("название вне школ"), max_length=100, blank=True)
    is_confirmed = models.BooleanField(_("сверено с первоисточником"), default=False)
    is_hidden = models.BooleanField(_("не предлагать"), default=False)  # own ones; used ones cannot be deleted
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="programmes_format_once"),
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(organisation__isnull=True), name="programmes_shipped_format_once"
            ),
        ]
        ordering = ("position", "title")

    def __str__(self) -> str:
        return self.title

    def called_in(self, organisation: Organisation) -> str:
        """«учитель–ученик» in schools, «педагог–обучающийся» elsewhere."""
        elsewhere = organisation.kind != OrganisationKind.SCHOOL
        return (self.title_elsewhere if elsewhere else "") or self.title


class RoleModel(Base):
    """Ролевая модель внутри формы: успевающий–неуспевающий, лидер–пассивный, равный–равному, …"""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    mentoring_format = models.ForeignKey(MentoringFormat, on_delete=models.PROTECT, related_name="role_models")
    title = models.CharField(_("название"), max_length=120)
    is_confirmed = models.BooleanField(_("сверено с первоисточником"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "mentoring_format", "title"], name="programmes_role_model_once"
            ),
            models.UniqueConstraint(
                fields=["mentoring_format", "title"],
                condition=models.Q(organisation__isnull=True),
                name="programmes_shipped_role_model_once",
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class CatalogueEntry(TenantModel):
    """An entry of an institution: its own, or its words for a shipped one of the same code.

    What is shipped lies in `programmes.shipped` as plain data, so that a new version of the product brings new texts
    without touching what an institution wrote. `queries.entries` lays these rows over it.
    """

    catalogue = models.CharField(_("список"), max_length=20, choices=Catalogue)
    code = models.CharField(max_length=40)
    title = models.CharField(_("название"), max_length=300)
    text = models.TextField(_("текст"), blank=True)
    # What the catalogue needs besides words: an instrument, signs of a portrait, the numbers of a kind.
    details = models.JSONField(default=dict, blank=True)
    programme_type = models.CharField(_("для каких программ"), max_length=10, choices=ProgrammeType, blank=True)
    formats = models.JSONField(_("для каких форм"), default=list, blank=True)  # codes; none means all
    is_confirmed = models.BooleanField(_("сверено с оригиналом"), default=False)
    is_hidden = models.BooleanField(_("не предлагать"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "catalogue", "code"], name="programmes_entry_once"),
        ]
        ordering = ("catalogue", "position", "id")

    def __str__(self) -> str:
        return self.title
