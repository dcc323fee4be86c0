"""A meeting of many, and the course whose sessions some of them are."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.events.enums import EventKind, EventState
from nastavnik.domain.events.states import EVENT
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.models import Module


class Course(TenantModel):
    """Программа обучения наставников одного модуля."""

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="courses")
    title = models.CharField(_("название"), max_length=200)
    # 0: every session that took place.
    hours_needed = models.DecimalField(
        _("сколько часов нужно пройти"), max_digits=4, decimal_places=1, default=0, validators=[MinValueValidator(0)]
    )
    gate_before_admission = models.BooleanField(_("без обучения не допускать к подбору"), default=False)
    gate_before_first_meeting = models.BooleanField(_("без обучения не записывать первую встречу"), default=False)
    gives_certificate = models.BooleanField(_("выдаётся свидетельство"), default=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["module", "title"], name="events_course_once"),
            models.CheckConstraint(name="events_course_hours", condition=Q(hours_needed__gte=0)),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class Event(TenantModel):
    """A motivational meeting, a session of a course, another meeting of many."""

    lifecycle = EVENT

    kind = models.CharField(_("вид"), max_length=20, choices=EventKind)
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="events")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions")
    title = models.CharField(_("название"), max_length=200)
    starts_at = models.DateTimeField(_("когда"))
    minutes = models.PositiveSmallIntegerField(
        _("сколько минут"), default=45, validators=[MinValueValidator(5), MaxValueValidator(720)]
    )
    place = models.CharField(_("место"), max_length=120, blank=True)
    note = models.TextField(_("о чём"), blank=True)
    # Printed and shown on the screen, so that applications made on the spot are known to come from here.
    code = models.CharField(_("код для заявок"), max_length=20)
    # Who came and is not in the list: children without consent are counted, never named.
    others_came = models.PositiveSmallIntegerField(_("ещё пришло человек, без имён"), default=0)
    hours = models.DecimalField(_("засчитывается часов"), max_digits=4, decimal_places=1, default=0)
    is_role_play = models.BooleanField(_("ролевая игра"), default=False)
    practical_task = models.TextField(_("практическое задание"), blank=True)
    expected_result = models.TextField(_("что должно получиться"), blank=True)
    state = models.CharField(max_length=20, choices=EventState, default=EventState.PLANNED)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["code"], name="events_code_once"),
            models.CheckConstraint(
                name="events_session_of_a_course",
                condition=Q(kind=EventKind.TRAINING, course__isnull=False)
                | ~Q(kind=EventKind.TRAINING) & Q(course__isnull=True),
            ),
            # Training is practice: a session without a task is not one.
            models.CheckConstraint(
                name="events_session_has_a_task", condition=~Q(kind=EventKind.TRAINING) | ~Q(practical_task="")
            ),
            models.CheckConstraint(name="events_event_hours", condition=Q(hours__gte=0)),
        ]
        ordering = ("-starts_at", "-id")

    def __str__(self) -> str:
        return self.title


class EventMaterial(TenantModel):
    """What is handed out: a file of the institution's own or a memo of the library, by its code."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="materials")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    memo = models.CharField(_("памятка"), max_length=40, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="events_material_is_one_thing",
                condition=Q(file__isnull=False, memo="") | Q(file__isnull=True) & ~Q(memo=""),
            ),
            models.UniqueConstraint(fields=["event", "memo"], condition=~Q(memo=""), name="events_memo_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"material {self.pk}"


class EventStateChange(StateChange):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} event {self.event_id}"
