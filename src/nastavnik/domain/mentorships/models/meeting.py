"""Meetings and what was written about them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.core.models import StateChange
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.mentorships.enums import EntryKind, MeetingKind, MeetingState, Mood, SessionType
from nastavnik.domain.mentorships.models.mentorship import Mentorship, MentorshipMember
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
    session_type = models.CharField(_("что это было"), max_length=15, choices=SessionType, blank=True)
    topic = models.CharField(_("тема"), max_length=300, blank=True)
    # Codes of the institution's catalogue of methods, and of `Work`.
    methods = models.JSONField(_("методы"), default=list, blank=True)
    works = models.JSONField(_("какая работа"), default=list, blank=True)
    link = models.CharField(_("ссылка на видеовстречу"), max_length=500, blank=True)
    entry_key = models.CharField(max_length=64, null=True)  # noqa: DJ001 – NULL is "no key", many allowed
    # The moment on the telephone, where the entry was made without the network.
    told_at = models.DateTimeField(_("записано в телефоне"), null=True, editable=False)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(_("когда подтверждено"), null=True, editable=False)
    second_mood = models.CharField(_("как прошло для другой стороны"), max_length=10, choices=Mood, blank=True)

    # Rows of a group and whether nobody was missing: set by `queries.timeline`.
    present: "list[MeetingAttendance]"
    all_came: bool

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["mentorship", "entry_key"], name="mentorships_meeting_once"),
            models.CheckConstraint(
                name="mentorships_meeting_confirmed_whole",
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="mentorships_meeting_confirmed_by_other",
                condition=Q(confirmed_by__isnull=True) | Q(told_by__isnull=True) | ~Q(confirmed_by=models.F("told_by")),
            ),
        ]
        indexes = [models.Index(fields=["mentorship", "happens_on"], name="mentorships_meeting_day")]
        ordering = ("-happens_on", "-id")

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class MeetingStateChange(StateChange):
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} meeting {self.meeting_id}"


class MeetingAttendance(TenantModel):
    """Who of the members came, and whose own programme was talked about."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    member = models.ForeignKey(MentorshipMember, on_delete=models.CASCADE, related_name="+")
    came = models.BooleanField(_("был на встрече"), default=True)
    is_discussed = models.BooleanField(_("обсудили его программу"), default=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["meeting", "member"], name="mentorships_attendance_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"attendance {self.pk}"


class MeetingFeedback(TenantModel):
    """What a mentor tells one mentee after a meeting, and what the mentee answers."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="feedback")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(MentorshipMember, on_delete=models.CASCADE, related_name="+")
    went_well = models.TextField(_("что получилось"), max_length=2000)
    to_change = models.TextField(_("что изменить"), max_length=2000, blank=True)
    next_step = models.TextField(_("следующий шаг"), max_length=2000)
    answer = models.TextField(_("ответ"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("когда ответили"), null=True, editable=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["meeting", "to", "author"], name="mentorships_feedback_once"),
            models.CheckConstraint(
                name="mentorships_feedback_answer_has_moment",
                condition=Q(answer="", answered_at__isnull=True) | ~Q(answer="") & Q(answered_at__isnull=False),
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"feedback {self.pk}"


class DiaryEntry(TenantModel):
    """Words about a day of a mentorship. A private note of a child is read by its author alone."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="diary")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="entries")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField(_("день"))
    kind = models.CharField(_("что это"), max_length=10, choices=EntryKind, default=EntryKind.NOTE)
    text = models.TextField(_("слова"), blank=True, max_length=4000)
    is_private = models.BooleanField(_("только для себя"), default=False)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-happened_on", "-id")

    def __str__(self) -> str:
        return f"diary entry {self.pk}"
