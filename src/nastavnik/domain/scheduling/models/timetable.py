"""When the school is at its lessons."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.models import StudyGroup, TenantModel, tenant_key

DAY_MINUTES = 24 * 60


class LessonHours(TenantModel):
    """From the first bell to the last on one day of the week, of one study group or, without one, of all."""

    study_group = models.ForeignKey(
        StudyGroup, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("класс, группа")
    )
    weekday = models.PositiveSmallIntegerField(
        _("день недели"), validators=[MinValueValidator(1), MaxValueValidator(7)]
    )
    start_minute = models.PositiveSmallIntegerField(_("с"), validators=[MaxValueValidator(DAY_MINUTES)])
    end_minute = models.PositiveSmallIntegerField(_("до"), validators=[MaxValueValidator(DAY_MINUTES)])

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["study_group", "weekday"], name="scheduling_hours_once"),
            models.UniqueConstraint(
                fields=["organisation", "weekday"],
                condition=Q(study_group__isnull=True),
                name="scheduling_hours_of_all_once",
            ),
            models.CheckConstraint(
                name="scheduling_hours_ordered", condition=Q(end_minute__gt=models.F("start_minute"))
            ),
        ]
        ordering = ("weekday", "start_minute", "id")

    def __str__(self) -> str:
        return f"lessons {self.pk}"
