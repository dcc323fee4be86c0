"""Допуск наставника: what was checked, talked about, agreed in writing and decided."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Period, period_is_ordered
from nastavnik.domain.intake.admission_enums import (
    AdmissionCode,
    Decision,
    DecisionReason,
    EndingParty,
    InterviewOutcome,
    Mark,
    MentorSign,
)
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Participation


class AdmissionItem(TenantModel):
    """What no other room knows of a point of the checklist: that it was done, until when it is to be, or that it is
    not needed and why. Clearance, consents, agreement and training are asked where they stand."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="admission_items")
    code = models.CharField(max_length=20, choices=AdmissionCode)
    done_on = models.DateField(_("сделано"), null=True, blank=True)
    due_on = models.DateField(_("к какому дню"), null=True, blank=True)
    is_waived = models.BooleanField(_("не требуется"), default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(_("почему"), blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["participation", "code"], name="intake_admission_item_once"),
            models.CheckConstraint(
                name="intake_waived_says_why", condition=Q(is_waived=False) | ~Q(note="") & Q(done_on__isnull=True)
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.code} of participation {self.participation_id}"


class Interview(TenantModel):
    """A talk before admission: that it was held, how it ended, what matters. The last one counts."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="interviews")
    held_on = models.DateField(_("день беседы"))
    outcome = models.CharField(_("чем закончилась"), max_length=10, choices=InterviewOutcome)
    note = models.TextField(_("что важно"), blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("held_on", "id")

    def __str__(self) -> str:
        return f"interview {self.pk}"


class AdmissionMark(TenantModel):
    """What somebody saw of a sign; a later look writes over it."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="admission_marks")
    sign = models.CharField(max_length=20, choices=MentorSign)
    mark = models.CharField(max_length=10, choices=Mark)
    marked_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["participation", "sign"], name="intake_admission_mark_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.sign} of participation {self.participation_id}"


class EmployeeAgreement(TenantModel, Period):
    """ТК РФ ст. 351.8: a worker mentors a worker by written consent and an agreement on content, term, form, pay.

    The agreement is a fact with its terms; the paper lies in the institution. Either side ends it early by a notice.
    """

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="agreements")
    number = models.CharField(_("номер"), max_length=30, blank=True)
    signed_on = models.DateField(_("подписано"))
    consent_on = models.DateField(_("согласие работника от"))
    content = models.TextField(_("содержание работы"))
    way = models.CharField(_("в какой форме"), max_length=200)
    pay = models.CharField(_("размер и условия оплаты"), max_length=300)
    ended_by = models.CharField(_("кто прекращает"), max_length=10, choices=EndingParty, blank=True)
    notice_on = models.DateField(_("день уведомления"), null=True, blank=True)
    ended_on = models.DateField(_("последний день работы"), null=True, blank=True)
    is_sooner_agreed = models.BooleanField(_("о более раннем дне договорились"), default=False)
    end_note = models.TextField(_("почему"), blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("intake_agreement_ordered"),
            models.CheckConstraint(name="intake_agreement_after_consent", condition=Q(signed_on__gte=F("consent_on"))),
            models.CheckConstraint(
                name="intake_agreement_end_is_whole",
                condition=Q(ended_by="", notice_on__isnull=True, ended_on__isnull=True)
                | ~Q(ended_by="") & Q(notice_on__isnull=False, ended_on__gte=F("notice_on")),
            ),
        ]
        ordering = ("-starts_on", "-id")

    def __str__(self) -> str:
        return f"agreement {self.pk}"


class AdmissionDecision(TenantModel):
    """Who decided what and why; the last one counts, none is changed."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="admission_decisions")
    decision = models.CharField(_("решение"), max_length=10, choices=Decision)
    reason = models.CharField(_("причина"), max_length=20, choices=DecisionReason)
    note = models.TextField(_("своими словами"), blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [tenant_key()]
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"decision {self.pk}"
