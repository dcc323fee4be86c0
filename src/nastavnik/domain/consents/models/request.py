"""A request for consents: a personal link, and a short code for its paper."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.consents.enums import Answer, ConsentKind, SigningParty
from nastavnik.domain.consents.models.consent import Consent
from nastavnik.domain.consents.models.text import ConsentText
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User


class ConsentRequest(TenantModel):
    """Asked of one party for one person: `signer` is the guardian where it is known which one.

    Only the digest of the link is kept. `code` stands on the paper in letters and as a square code. A request is open
    until all its consents are answered, it is called off (a newer one took its place) or its time is over.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consent_requests")
    party = models.CharField(_("кого спрашиваем"), max_length=10, choices=SigningParty)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    code = models.CharField(_("код на бумаге"), max_length=12, unique=True)
    until = models.DateField(_("согласие действует до"), null=True, blank=True)
    asked_on = models.DateField(_("спросили"))
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField(_("ссылка действует до"))
    answered_at = models.DateTimeField(_("ответили"), null=True)
    refused_at = models.DateTimeField(_("отказались"), null=True)
    refusal_reason = models.TextField(_("причина, если её назвали"), blank=True)
    called_off_at = models.DateTimeField(_("больше не нужен"), null=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["person", "party"],
                condition=models.Q(answered_at__isnull=True, called_off_at__isnull=True),
                name="consents_one_open_request",
            ),
        ]

    def __str__(self) -> str:
        return f"consent request {self.pk}"


class RequestedConsent(TenantModel):
    """One consent of a request, answered by itself: agreed, refused or nothing yet."""

    request = models.ForeignKey(ConsentRequest, on_delete=models.CASCADE, related_name="asked")
    kind = models.CharField(_("вид"), max_length=20, choices=ConsentKind)
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(_("ответ"), max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["request", "kind"], name="consents_asked_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"asked {self.kind} #{self.pk}"
