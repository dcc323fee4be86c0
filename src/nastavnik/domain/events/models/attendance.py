"""Who was asked to a meeting, who came, and what came of the practical task."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.events.enums import AttendanceState, TaskState
from nastavnik.domain.events.models.event import Event
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User


class Attendance(TenantModel):
    """One person at one meeting. `invited_on` is empty where somebody came unasked."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    state = models.CharField(max_length=10, choices=AttendanceState, default=AttendanceState.INVITED)
    invited_on = models.DateField(_("приглашение"), null=True, blank=True)
    task_state = models.CharField(max_length=10, choices=TaskState, default=TaskState.NONE)
    task_result = models.TextField(_("что получилось"), blank=True)
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    checked_on = models.DateField(_("когда посмотрели"), null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["event", "person"], name="events_attendance_once"),
            models.CheckConstraint(
                name="events_result_of_who_came",
                condition=Q(state=AttendanceState.CAME) | Q(task_state=TaskState.NONE, task_result=""),
            ),
            models.CheckConstraint(
                name="events_result_was_seen",
                condition=Q(task_state=TaskState.NONE) | Q(checked_by__isnull=False, checked_on__isnull=False),
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"attendance {self.pk}"
