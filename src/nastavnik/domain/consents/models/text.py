"""The words of a consent: a version that was published is never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.consents.enums import ConsentKind
from nastavnik.domain.consents.texts.words import PARTS, has_blank
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class ConsentText(TenantModel):
    """One version of the words of one kind: each part that 152-ФЗ ст. 9 ч. 4 asks for is a field of its own.

    A draft has no `published_on`. With it come `sha256` of all parts and the end of the version before.
    """

    kind = models.CharField(_("вид"), max_length=20, choices=ConsentKind)
    number = models.PositiveSmallIntegerField(_("версия"))
    title = models.CharField(_("заголовок"), max_length=200)
    operator = models.TextField(_("оператор и его адрес"), blank=True)
    purpose = models.TextField(_("цель"))
    data = models.TextField(_("какие данные"), blank=True)
    actions = models.TextField(_("что с ними делают"), blank=True)
    third_parties = models.TextField(_("кому поручена обработка, кому передают"), blank=True)
    term = models.TextField(_("срок"))
    withdrawal = models.TextField(_("как отозвать"))
    body = models.TextField(_("что ещё нужно знать"), blank=True)
    published_on = models.DateField(_("действует с"), null=True, blank=True)
    retired_on = models.DateField(_("заменён"), null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "kind", "number"], name="consents_text_number_once"),
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                condition=models.Q(published_on__isnull=False, retired_on__isnull=True),
                name="consents_one_text_in_use",
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                condition=models.Q(published_on__isnull=True),
                name="consents_one_draft_of_a_text",
            ),
            models.CheckConstraint(
                name="consents_published_text_is_sealed",
                condition=models.Q(published_on__isnull=True, sha256="")
                | (models.Q(published_on__isnull=False) & ~models.Q(sha256="")),
            ),
        ]
        ordering = ("kind", "-number")

    @property
    def has_blank(self) -> bool:
        """Does it leave a line for what the organisation has not written down? Then it is signed on paper only."""
        return has_blank({part: getattr(self, part) for part in PARTS})

    def __str__(self) -> str:
        return f"text {self.kind} {self.number}"
