"""What changes on the way: another mentor, a rest before the next pair, a longer term, a wish to end."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.core.models import Period, period_is_ordered
from nastavnik.domain.mentorships.enums import EndReason
from nastavnik.domain.mentorships.models.mentorship import Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Participation

SEPTEMBER = 9


class Handover(TenantModel):
    """One mentor goes, another takes over the plan and the meetings; private notes stay with their author."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="handovers")
    left = models.OneToOneField(MentorshipMember, on_delete=models.PROTECT, related_name="+")
    came = models.ForeignKey(MentorshipMember, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("с какого дня"))
    reason = models.CharField(_("почему"), max_length=20, choices=EndReason)
    note = models.TextField(_("что важно новому наставнику"), max_length=2000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(name="mentorships_handover_of_two", condition=~Q(left=models.F("came"))),
        ]
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"handover {self.pk}"


class Rest(TenantModel, Period):
    """Days in which somebody who is ready is offered to nobody: a breath between two pairs."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="rests")

    class Meta:
        constraints = [tenant_key(), period_is_ordered("mentorships_rest_ordered")]
        ordering = ("starts_on", "id")

    def __str__(self) -> str:
        return f"rest {self.pk}"


class Extension(TenantModel):
    """A later end. Whatever the number of extensions, a pair counts once in each year in which it works."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="extensions")
    until_before = models.DateField(_("срок был до"), null=True)
    until = models.DateField(_("срок теперь до"))
    # The academic year, by its autumn, into which the pair goes on; empty where an earlier extension counts in it.
    counted_year = models.PositiveSmallIntegerField(_("в каком учебном году засчитано"), null=True, editable=False)
    note = models.TextField(_("почему"), max_length=2000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="mentorships_extension_later",
                condition=Q(until_before__isnull=True) | Q(until__gt=models.F("until_before")),
            ),
            models.UniqueConstraint(
                fields=["mentorship", "counted_year"], name="mentorships_extension_counted_once_a_year"
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"extension {self.pk}"


def year_of(day: date) -> int:
    """The academic year of a day by the calendar year of its autumn: May 2027 is 2026."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


class EndRequest(TenantModel):
    """One of the members asks the coordinator to end it; it waits until it is settled."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="end_requests")
    member = models.ForeignKey(MentorshipMember, on_delete=models.CASCADE, related_name="+")
    note = models.TextField(_("почему"), max_length=2000, blank=True)
    asked_at = models.DateTimeField(_("когда попросили"), default=clock.now)
    settled_at = models.DateTimeField(_("когда решено"), null=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["member"], condition=Q(settled_at__isnull=True), name="mentorships_end_asked_once"
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"end request {self.pk}"
