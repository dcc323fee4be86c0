"""The joint project of a mentorship, its defence, and the sheets of the jury."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class Project(TenantModel):
    """What the two (or the group) make together."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="projects")
    title = models.CharField(_("название"), max_length=300)
    aim = models.TextField(_("для кого и ради чего"), max_length=2000, blank=True)
    result = models.TextField(_("что получилось"), max_length=2000, blank=True)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"project {self.pk}"


class Defence(TenantModel):
    """`criteria` are the words of the institution, in order; each is marked from 0 to `most`."""

    project = models.OneToOneField(Project, on_delete=models.PROTECT, related_name="defence")
    held_on = models.DateField(_("день защиты"))
    place = models.CharField(_("место"), max_length=120, blank=True)
    criteria = models.JSONField(_("критерии"), default=list)
    most = models.PositiveSmallIntegerField(_("наибольшая оценка"), default=5, validators=[MinValueValidator(1)])

    class Meta:
        constraints = [tenant_key(), models.CheckConstraint(name="achievements_scale", condition=Q(most__gte=1))]

    def __str__(self) -> str:
        return f"defence {self.pk}"


class JuryMark(TenantModel):
    """One cell of a jury's sheet. Sheets have numbers, not names: who sat in the jury stands in the minutes."""

    defence = models.ForeignKey(Defence, on_delete=models.PROTECT, related_name="marks")
    sheet = models.PositiveSmallIntegerField(_("лист жюри"))
    criterion = models.PositiveSmallIntegerField(_("номер критерия"))
    points = models.PositiveSmallIntegerField(_("оценка"))

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["defence", "sheet", "criterion"], name="achievements_mark_once"),
        ]
        ordering = ("sheet", "criterion")

    def __str__(self) -> str:
        return f"mark {self.pk}"
