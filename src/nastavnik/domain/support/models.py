"""What is remembered: talks that took place, marks of the month, what was put off, how often to talk."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module
from nastavnik.domain.support.enums import How, Result, SnoozeReason
from nastavnik.domain.support.limits import HIGHEST, LEAST_DAYS, LOWEST, MOST_DAYS, USUAL_DAYS


class SupportRule(TenantModel):
    """How often every pair is talked to; the row without a module is the organisation's."""

    module = models.OneToOneField(Module, on_delete=models.CASCADE, null=True, blank=True, related_name="support_rule")
    every_days = models.PositiveSmallIntegerField(
        _("разговор раз в столько дней"),
        default=USUAL_DAYS,
        validators=[MinValueValidator(LEAST_DAYS), MaxValueValidator(MOST_DAYS)],
    )

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(module__isnull=True), name="support_one_rule_of_organisation"
            ),
            models.CheckConstraint(
                condition=Q(every_days__gte=LEAST_DAYS, every_days__lte=MOST_DAYS), name="support_rule_within"
            ),
        ]

    def __str__(self) -> str:
        return f"every {self.every_days} days"


class SupportContact(TenantModel):
    """A talk of the coordinator with one side of a pair; `due_on` is the day by which it was to take place."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="support_contacts")
    side = models.CharField(_("с кем"), max_length=10, choices=Party)
    due_on = models.DateField(_("срок"), null=True)
    done_on = models.DateField(_("день разговора"))
    how = models.CharField(_("как"), max_length=10, choices=How)
    result = models.CharField(_("чем закончился"), max_length=20, choices=Result)
    note = models.TextField(_("что важно"), blank=True, max_length=2000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [tenant_key()]
        indexes = [models.Index(fields=["mentorship", "done_on"], name="support_contact_day")]
        ordering = ("-done_on", "-id")

    def __str__(self) -> str:
        return f"contact {self.pk}"


class Pulse(TenantModel):
    """How one side finds the pair in a month, from 1 to 10; `month` is its first day. Words are for the coordinator."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="pulses")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=ParticipationRole)
    month = models.DateField(_("месяц"))
    score = models.PositiveSmallIntegerField(_("оценка"))
    comment = models.TextField(_("слова куратору"), blank=True, max_length=1000)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["mentorship", "person", "month"], name="support_pulse_once"),
            models.CheckConstraint(condition=Q(score__gte=LOWEST, score__lte=HIGHEST), name="support_pulse_of_ten"),
        ]
        ordering = ("-month", "role", "id")

    def __str__(self) -> str:
        return f"pulse {self.pk}"


class Snooze(TenantModel):
    """A pair is out of the coordinator's queue until a day. Of several the last one counts."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="snoozes")
    until = models.DateField(_("до какого дня"))
    reason = models.CharField(_("почему"), max_length=20, choices=SnoozeReason)
    note = models.CharField(_("пояснение"), max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"snooze {self.pk}"
