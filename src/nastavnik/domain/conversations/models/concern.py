"""«Мне некомфортно»: goes past the mentor to two adults, and rings until both have read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.conversations.enums import ConcernState
from nastavnik.domain.conversations.states import CONCERN
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person


class Concern(TenantModel):
    """Read by its author and its readers alone; nobody else learns that it exists."""

    lifecycle = CONCERN

    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(_("что случилось"), blank=True, max_length=4000)
    state = models.CharField(max_length=10, choices=ConcernState, default=ConcernState.RAISED)
    raised_at = models.DateTimeField(_("когда рассказали"))
    outcome = models.TextField(_("чем закончилось"), blank=True, max_length=4000)
    settled_at = models.DateTimeField(_("когда разобрались"), null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
        ]
        ordering = ("-raised_at", "-id")

    def __str__(self) -> str:
        return f"concern {self.pk}"


class ConcernReader(TenantModel):
    """An adult to whom it was brought, and when they read it."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="readers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("когда передали"))
    read_at = models.DateTimeField(_("когда прочитано"), null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["concern", "person"], name="conversations_reader_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"reader {self.pk} of concern {self.concern_id}"


class ConcernStateChange(StateChange):
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} concern {self.concern_id}"
