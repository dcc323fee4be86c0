"""Seven stages and the roadmap; dates are offsets in days from the programme's start."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.models.programme import Programme


class Planned(TenantModel):
    """Something between two days of the programme: moving the start moves it all."""

    first_day = models.SmallIntegerField(_("с какого дня"))
    last_day = models.SmallIntegerField(_("по какой день"))
    done_on = models.DateField(_("сделано"), null=True, blank=True)

    class Meta:
        abstract = True


class Stage(Planned):
    """Этап; the list is data with an order, not a closed enumeration."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=30)
    title = models.CharField(_("название"), max_length=100)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["programme", "number"], name="programmes_stage_number"),
            models.CheckConstraint(
                name="programmes_stage_ordered", condition=models.Q(last_day__gte=models.F("first_day"))
            ),
        ]
        ordering = ("number",)

    def __str__(self) -> str:
        return self.title

    @property
    def starts_on(self) -> date:
        return self.programme.starts_on + timedelta(days=self.first_day)

    @property
    def ends_on(self) -> date:
        return self.programme.starts_on + timedelta(days=self.last_day)


class RoadmapItem(Planned):
    """Пункт дорожной карты."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="items")
    title = models.CharField(_("мероприятие"), max_length=300)
    responsible = models.CharField(_("ответственный"), max_length=200, blank=True)
    result = models.CharField(_("результат, вид документа"), max_length=300, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="programmes_item_ordered", condition=models.Q(last_day__gte=models.F("first_day"))
            ),
        ]
        ordering = ("first_day", "id")

    def __str__(self) -> str:
        return self.title

    @property
    def starts_on(self) -> date:
        return self.stage.programme.starts_on + timedelta(days=self.first_day)

    @property
    def ends_on(self) -> date:
        return self.stage.programme.starts_on + timedelta(days=self.last_day)
