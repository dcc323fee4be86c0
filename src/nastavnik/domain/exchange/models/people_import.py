"""A list on its way in. Its rows are read from the stored file at every step; nothing of them is kept here."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.exchange.enums import PeopleImportState
from nastavnik.domain.exchange.states import PEOPLE_IMPORT
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module


class PeopleImport(TenantModel):
    """The steps file → columns → check → accepted; the file goes when the import ends."""

    lifecycle = PEOPLE_IMPORT

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="people_imports")
    role = models.CharField(_("кто в списке"), max_length=10, choices=ParticipationRole)
    state = models.CharField(max_length=20, choices=PeopleImportState, default=PeopleImportState.UPLOADED)
    file = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    # {"B": "name", …} when the coordinator corrected the guess; {"77,102": "same"|"different"} for what she decided.
    columns = models.JSONField(default=dict)
    decisions = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"people import {self.pk}"


class PeopleImportStateChange(StateChange):
    people_import = models.ForeignKey(PeopleImport, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} people import {self.people_import_id}"
