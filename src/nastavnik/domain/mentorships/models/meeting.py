"""Meetings and what was written about them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.core.models import StateChange
from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState, Mood
from nastavnik.domain.mentorships.models.mentorship import Mentorship
from nastavnik.domain.mentorships.states import MEETING
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import Mode


class Meeting(TenantModel):
    """Planned, held or missed; `entry_key` makes the same tap on a telephone count once."""

    lifecycle = MEETING

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="meetings")
    state = models.CharField(max_length=20, choices=MeetingState, default=MeetingState.PLANNED)
    happens_on = models.DateField(_("день"))
    begins_at = models.TimeField(_("начало"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("сколько минут"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    kind = models.CharField(_("какая встреча"), max_length=10, choices=MeetingKind, default=MeetingKind.WORK)
    mode = models.CharField(_("очно или онлайн"), max_length=10, choices=Mode, blank=True)
    place = models.CharField(_("где"), max_length=200, blank=True)
    mood = models.CharField(_("как прошло"), max_length=10, choices=Mood, blank=True)
    entry_key = models.CharField(max_length=64, null=True)  # noqa: DJ001 – NULL is "no key", many allowed

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["mentorship", "entry_key"], name="mentorships_meeting_once"),
        ]
        indexes = [models.Index(fields=["mentorship", "happens_on"], name="mentorships_meeting_day")]
        ordering = ("-happens_on", "-id")

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class MeetingStateChange(StateChange):
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} meeting {self.meeting_id}"


class DiaryEntry(TenantModel):
    """Words about a day of a mentorship. A private note of a child is read by its author alone."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="diary")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="entries")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField(_("день"))
    text = models.TextField(_("слова"), blank=True, max_length=4000)
    is_private = models.BooleanField(_("только для себя"), default=False)
    written_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-happened_on", "-id")

    def __str__(self) -> str:
        return f"diary entry {self.pk}"
