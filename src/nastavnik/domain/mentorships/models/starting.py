"""How a pair begins: the rules the two agree on, and whether they go on after the trial meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.mentorships.models.mentorship import Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person


class PairAgreement(TenantModel):
    """What the two promise each other beside the ready text of `agreement.PRINCIPLES`; who changes it asks anew."""

    mentorship = models.OneToOneField(Mentorship, on_delete=models.CASCADE, related_name="agreement")
    mentor_does = models.TextField(_("что делает наставник"), max_length=2000, blank=True)
    mentee_does = models.TextField(_("что делает наставляемый"), max_length=2000, blank=True)
    how_often = models.CharField(_("как часто встречаемся"), max_length=300, blank=True)
    how_to_end = models.TextField(_("как закончить"), max_length=1000, blank=True)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"pair agreement {self.pk}"


class AgreementLine(TenantModel):
    """A line that one of them has added."""

    agreement = models.ForeignKey(PairAgreement, on_delete=models.CASCADE, related_name="lines")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("своё правило"), max_length=500)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"agreement line {self.pk}"


class AgreementConfirmation(TenantModel):
    """«Согласен с правилами», of one member, of the text as it is now."""

    agreement = models.ForeignKey(PairAgreement, on_delete=models.CASCADE, related_name="confirmations")
    member = models.ForeignKey(MentorshipMember, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["agreement", "member"], name="mentorships_agreed_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"agreement confirmation {self.pk}"


class TrialAnswer(TenantModel):
    """«Продолжаем» after the trial meeting. Only a yes is a row: who would rather change leaves no mark."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="trial_answers")
    member = models.ForeignKey(MentorshipMember, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["mentorship", "member"], name="mentorships_trial_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"trial answer {self.pk}"
