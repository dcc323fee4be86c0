"""A list on its way in. Its rows are read from the stored file at every step; nothing of them is kept here."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.exchange.enums import ListRole, PeopleImportState
from nastavnik.domain.exchange.states import PEOPLE_IMPORT
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import Module


class PeopleImport(TenantModel):
    """The steps file → columns → check → accepted (→ undone); the file goes when the import ends."""

    lifecycle = PEOPLE_IMPORT

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="people_imports")
    role = models.CharField(_("кто в списке"), max_length=10, choices=ListRole)
    state = models.CharField(max_length=20, choices=PeopleImportState, default=PeopleImportState.UPLOADED)
    file = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    sheet = models.CharField(_("лист"), max_length=100, blank=True)  # "" is the one that looks most like a list
    # {"B": "name", …} when the coordinator corrected the guess; {"77,102": "same"|"different"} for what she decided.
    columns = models.JSONField(default=dict)
    decisions = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    # What was made and what was filled in, by table: numbers of rows and names of fields, so that it can be undone.
    trace = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"people import {self.pk}"


class SavedMapping(TenantModel):
    """Which heading held what, for the next list with the same headings. Headings only, nothing of the people."""

    role = models.CharField(_("кто в списке"), max_length=10, choices=ListRole)
    fingerprint = models.CharField(max_length=64)
    # [["фио", 0, "name"], ["телефон", 1, "guardian_phones"], ["примечание", 0, null]]: heading, which of equal ones
    fields = models.JSONField(default=list)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "role", "fingerprint"], name="exchange_mapping_once"),
        ]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"mapping {self.pk}"


class ListedRefusal(TenantModel):
    """A list said «нет» about consent: no later list without an answer admits this person to matching."""

    people_import = models.ForeignKey(PeopleImport, on_delete=models.PROTECT, related_name="refusals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField(_("когда"))
    # A later list said «да».
    taken_back_on = models.DateField(_("отказ снят"), null=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(taken_back_on__isnull=True), name="exchange_refusal_once"
            ),
        ]

    def __str__(self) -> str:
        return f"refusal {self.pk}"


class PeopleImportStateChange(StateChange):
    people_import = models.ForeignKey(PeopleImport, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} people import {self.people_import_id}"
