"""Seven stages and the roadmap; dates are offsets in days from the programme's start."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import RowState, TermKind
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
    """Пункт дорожной карты. Its state is said by the days on which it was begun, done or dropped."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="items")
    title = models.CharField(_("мероприятие"), max_length=500)
    task = models.CharField(_("задача"), max_length=1000, blank=True)
    # Posts and helpers in words; persons stand in RoadmapResponsible beside them.
    responsible = models.CharField(_("ответственный"), max_length=300, blank=True)
    result = models.CharField(_("ожидаемый результат"), max_length=1000, blank=True)
    document = models.CharField(_("вид документа"), max_length=300, blank=True)
    resources = models.JSONField(_("ресурсы"), default=dict, blank=True)  # ResourceKind → words
    term_kind = models.CharField(_("как сказан срок"), max_length=10, choices=TermKind, default=TermKind.SPAN)
    term_words = models.CharField(_("срок словами"), max_length=100, blank=True)
    begun_on = models.DateField(_("начато"), null=True, blank=True)
    dropped_on = models.DateField(_("снято с плана"), null=True, blank=True)
    remind_days = models.PositiveSmallIntegerField(_("напомнить за столько дней"), null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="programmes_item_ordered", condition=models.Q(last_day__gte=models.F("first_day"))
            ),
            models.CheckConstraint(
                name="programmes_item_done_or_dropped",
                condition=models.Q(done_on__isnull=True) | models.Q(dropped_on__isnull=True),
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

    @property
    def state(self) -> RowState:
        if self.dropped_on:
            return RowState.DROPPED
        if self.done_on:
            return RowState.DONE
        return RowState.BEGUN if self.begun_on else RowState.PLANNED

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.dropped_on is None


class RoadmapResponsible(TenantModel):
    """A person who answers for a row; several may. Their posts are said beside the name."""

    item = models.ForeignKey(RoadmapItem, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["item", "person"], name="programmes_responsible_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"person {self.person_id} for row {self.item_id}"


class RoadmapEvidence(TenantModel):
    """A file that shows that a row was done."""

    item = models.ForeignKey(RoadmapItem, on_delete=models.CASCADE, related_name="evidence")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["item", "file"], name="programmes_evidence_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"file {self.file_id} for row {self.item_id}"
