"""Consents and the signatures that make them valid."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Period, period_is_ordered
from nastavnik.domain.consents.enums import ConsentKind, SigningMethod, SigningParty
from nastavnik.domain.consents.models.text import ConsentText
from nastavnik.domain.consents.signing import same_name
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User


class Consent(TenantModel, Period):
    """Valid while its period runs, it is not withdrawn, and all signatures that the age asks for are there."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    kind = models.CharField(_("вид"), max_length=20, choices=ConsentKind)
    # What was signed; empty where a paper or a list was written down without saying which words stood on it.
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_on = models.DateField(_("отозвано"), null=True, blank=True)
    scan = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("consents_consent_ordered"),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(withdrawn_on__isnull=True, text__isnull=True),
                name="consents_one_in_force",
            ),
            # A new text is signed beside the former one, which ends when the new one bears all signatures.
            models.UniqueConstraint(
                fields=["person", "kind", "text"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="consents_one_of_a_text_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"


class ConsentSignature(TenantModel):
    """One signature under a consent."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="signatures")
    party = models.CharField(_("кто подписал"), max_length=10, choices=SigningParty)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    signer_name = models.CharField(_("имя подписавшего"), max_length=200, blank=True)  # who is no person of ours
    signed_on = models.DateField(_("подписано"))
    method = models.CharField(_("как"), max_length=10, choices=SigningMethod)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["consent", "party"], name="consents_signature_once"),
        ]

    def __str__(self) -> str:
        return f"signature {self.pk}"

    @property
    def differs(self) -> bool:
        """Was it signed by link with another name than that of who was asked, or by a parent whom no card names?"""
        if self.method != SigningMethod.LINK or not self.signer_name:
            return False
        return self.signer is None or not same_name(self.signer_name, self.signer.full_name)
