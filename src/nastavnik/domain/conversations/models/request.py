"""A request that a person answers: «нужна помощь», a question to the mentors of a module, a consultant wanted."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.conversations.enums import RequestKind, RequestState
from nastavnik.domain.conversations.models.channel import Channel
from nastavnik.domain.conversations.states import REQUEST
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.models import Module


class HelpRequest(TenantModel):
    """Its words are the first message of its channel, so that they are kept, watched and checked like all others."""

    lifecycle = REQUEST

    kind = models.CharField(_("о чём просят"), max_length=10, choices=RequestKind)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="requests")
    asker = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    mentorship = models.ForeignKey(
        Mentorship, on_delete=models.PROTECT, null=True, blank=True, related_name="help_requests"
    )
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)
    asked_at = models.DateTimeField(_("когда спросили"))
    answered_at = models.DateTimeField(_("когда ответили"), null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(_("когда закрыт"), null=True, blank=True)

    class Meta:
        constraints = [tenant_key()]
        indexes = [models.Index(fields=["organisation", "state"], name="conversations_open_requests")]
        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        return f"request {self.pk}"


class HelpRequestStateChange(StateChange):
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} request {self.request_id}"
