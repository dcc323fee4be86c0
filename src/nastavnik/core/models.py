"""Abstract parents of all tables, and the tables of the core itself (plain ids instead of foreign keys)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock


class Base(models.Model):
    """Every editable row has a version: a form that comes late is answered with 409, not with a lost update."""

    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True


class Period(models.Model):
    """A relation that holds for a time: figures can be asked as of any date, nothing is deleted to change it."""

    starts_on = models.DateField(_("с"))
    ends_on = models.DateField(_("по"), null=True, blank=True)

    class Meta:
        abstract = True


def period_is_ordered(name: str) -> models.CheckConstraint:
    """The constraint of every Period: it does not end before it begins."""
    return models.CheckConstraint(
        name=name, condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on"))
    )


class StateChange(models.Model):
    """One step of a life cycle, never changed. `note` is the one field that erasure may blank."""

    action = models.CharField(max_length=40)
    from_state = models.CharField(max_length=20)
    to_state = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True
        ordering = ("at", "id")


class JobState(models.TextChoices):
    QUEUED = "queued", _("в очереди")
    RUNNING = "running", _("идёт")
    DONE = "done", _("готово")
    FAILED = "failed", _("не вышло")
    CANCELLED = "cancelled", _("отменено")


class Job(models.Model):
    """Background work, written in the same transaction as its cause; delivered at least once, so work is idempotent."""

    name = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    organisation_id = models.BigIntegerField(null=True)
    key = models.CharField(max_length=100, null=True, unique=True)  # noqa: DJ001 – NULL is "no key", many allowed
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField(default=clock.now)
    leased_until = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "run_after"], name="core_job_due")]

    def __str__(self) -> str:
        return f"{self.name} #{self.pk}"


class AuditEntry(models.Model):
    """Who did what to which row: ids and field names in a chain of hashes, no personal data, no foreign keys."""

    organisation_id = models.BigIntegerField(default=0)  # 0: the installation itself
    number = models.BigIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    fields = models.JSONField(default=list)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "number"], name="core_audit_number"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_type} {self.subject_id}"


class Submission(models.Model):
    """A submitted form, by the key that its page carried: the same submit has one effect and one answer."""

    key = models.CharField(max_length=64, unique=True)
    owner = models.CharField(max_length=64)
    path = models.CharField(max_length=300)
    location = models.CharField(max_length=500)
    at = models.DateTimeField(default=clock.now, db_index=True)

    def __str__(self) -> str:
        return self.key
