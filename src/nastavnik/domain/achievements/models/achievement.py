"""A contest, an olympiad, a diploma, a social project of somebody in a mentorship."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.achievements.enums import AchievementKind, AchievementState, Level
from nastavnik.domain.achievements.states import ACHIEVEMENT
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User


class Achievement(TenantModel):
    """Entered by either side, confirmed by another person than the one whom it is about."""

    lifecycle = ACHIEVEMENT

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="achievements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="achievements")
    kind = models.CharField(_("вид"), max_length=10, choices=AchievementKind)
    level = models.CharField(_("уровень"), max_length=12, choices=Level)
    title = models.CharField(_("название"), max_length=300)
    result = models.CharField(_("результат"), max_length=200, blank=True)
    happened_on = models.DateField(_("день"))
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=AchievementState, default=AchievementState.ENTERED)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-happened_on", "-id")

    def __str__(self) -> str:
        return f"achievement {self.pk}"


class AchievementStateChange(StateChange):
    achievement = models.ForeignKey(Achievement, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} achievement {self.achievement_id}"
