"""Meetings that come again every week or every few weeks."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.enums import Mode
from nastavnik.domain.scheduling.enums import SeriesState
from nastavnik.domain.scheduling.states import SERIES


class MeetingSeries(TenantModel):
    """The pattern; each of its meetings is a row of `Meeting` of its own, joined by an `Occurrence`."""

    lifecycle = SERIES

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="series")
    state = models.CharField(max_length=20, choices=SeriesState, default=SeriesState.RUNNING)
    first_on = models.DateField(_("первая встреча"))
    last_on = models.DateField(_("по какой день"))
    every = models.PositiveSmallIntegerField(
        _("раз в сколько недель"), default=1, validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    begins_at = models.TimeField(_("начало"))
    minutes = models.PositiveSmallIntegerField(
        _("сколько минут"), default=60, validators=[MinValueValidator(5), MaxValueValidator(600)]
    )
    mode = models.CharField(_("очно или онлайн"), max_length=10, choices=Mode, blank=True)
    place = models.CharField(_("где"), max_length=200, blank=True)
    link = models.CharField(_("ссылка на видеовстречу"), max_length=500, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(name="scheduling_series_ordered", condition=Q(last_on__gte=models.F("first_on"))),
        ]
        ordering = ("first_on", "id")

    def __str__(self) -> str:
        return f"series {self.pk}"


class MeetingSeriesStateChange(StateChange):
    meeting_series = models.ForeignKey(MeetingSeries, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} series {self.meeting_series_id}"


class Occurrence(TenantModel):
    """One meeting of a series. `day` is the day of the pattern, also after the meeting was moved to another one."""

    series = models.ForeignKey(MeetingSeries, on_delete=models.PROTECT, related_name="occurrences")
    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="occurrence")
    day = models.DateField(_("день"))

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["series", "day"], name="scheduling_occurrence_once"),
        ]
        ordering = ("day",)

    def __str__(self) -> str:
        return f"occurrence {self.pk}"
