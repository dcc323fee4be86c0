"""A programme and its modules."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Period, StateChange, period_is_ordered
from nastavnik.domain.organisations.models import AcademicYear, TenantModel, tenant_key
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import Activity, Catalogue, EducationStage, Kind, ProgrammeState, ProgrammeType
from nastavnik.domain.programmes.models.catalogue import MentoringFormat, RoleModel
from nastavnik.domain.programmes.shipped.kinds import KINDS
from nastavnik.domain.programmes.states import PROGRAMME

SHIPPED_KINDS = {one.code: one.title for one in KINDS}


class Programme(TenantModel, Period):
    """A programme of one academic year; its dates are the ends of the roadmap."""

    lifecycle = PROGRAMME

    academic_year = models.ForeignKey(AcademicYear, on_delete=models.PROTECT, related_name="programmes")
    title = models.CharField(_("название"), max_length=200)
    type = models.CharField(_("тип"), max_length=10, choices=ProgrammeType)
    goal = models.TextField(_("цель"), blank=True)
    note = models.TextField(_("пояснительная записка"), blank=True)
    education_stage = models.CharField(_("ступень образования"), max_length=20, choices=EducationStage, blank=True)
    activity = models.CharField(_("чем занимаются пары"), max_length=20, choices=Activity, blank=True)
    first_needs = models.CharField(_("первые запросы участников"), max_length=500, blank=True)
    # Answers of the designer, code → answer: why the programme is what it is. No people are in them.
    designed_from = models.JSONField(default=dict, blank=True)
    council_on = models.DateField(_("день педагогического совета"), null=True, blank=True)
    council_protocol = models.CharField(_("номер протокола совета"), max_length=30, blank=True)
    copied_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="copies")
    needs_order = models.BooleanField(_("пары закрепляет приказ руководителя"), default=True)
    state = models.CharField(max_length=20, choices=ProgrammeState, default=ProgrammeState.PREPARING)

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("programmes_programme_ordered"),
            models.UniqueConstraint(
                fields=["organisation", "academic_year", "title"], name="programmes_title_once_a_year"
            ),
        ]
        ordering = ("-starts_on", "title")

    def __str__(self) -> str:
        return self.title


class Module(TenantModel):
    """Format, kind, hard rules, weights, radar belong here; a programme has at least one module, made with it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="modules")
    title = models.CharField(_("название"), max_length=200)
    mentoring_format = models.ForeignKey(MentoringFormat, on_delete=models.PROTECT, related_name="+")
    role_model = models.ForeignKey(RoleModel, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(_("вид"), max_length=20, choices=Kind, default=Kind.INDIVIDUAL)
    # The institution's own name of a kind: an entry of the catalogue that behaves as `kind` does. Empty is the kind.
    kind_code = models.CharField(max_length=40, blank=True)
    # What the institution's card of the kind says otherwise than the kind itself; NULL is «as the kind».
    card_needs_order = models.BooleanField(null=True, editable=False)
    card_needs_plan = models.BooleanField(null=True, editable=False)
    note = models.TextField(_("пояснительная записка модуля"), blank=True)
    aim = models.TextField(_("цель модуля"), blank=True)
    radar_period = models.PositiveSmallIntegerField(
        _("ждём встречу раз в столько дней"), default=14, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )
    radar_grace = models.PositiveSmallIntegerField(_("ещё дней запаса"), default=7, validators=[MaxValueValidator(365)])
    keeps_diary = models.BooleanField(_("пары ведут дневник"), default=True)
    # What the matching room understands: {"rules": {...}, "weights": {...}}; empty means the defaults of the kind.
    matching_settings = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["programme", "title"], name="programmes_module_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title

    @property
    def kind_title(self) -> str:
        """The name of the kind: the institution's own where `queries.modules_visible_to` brought it along."""
        shipped = SHIPPED_KINDS.get(self.kind_code) if self.kind_code else self.get_kind_display()
        title: str = getattr(self, "own_kind_title", None) or shipped or self.get_kind_display()
        return title.lower()


class ModuleEntry(TenantModel):
    """What a module takes from a catalogue: an entry by its code, with other words where somebody wrote them."""

    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="entries")
    catalogue = models.CharField(max_length=20, choices=Catalogue)
    code = models.CharField(max_length=40)
    text = models.TextField(_("своими словами"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["module", "catalogue", "code"], name="programmes_module_entry_once"),
        ]
        ordering = ("catalogue", "position", "id")

    def __str__(self) -> str:
        return f"{self.catalogue} {self.code} of module {self.module_id}"


class ProgrammeStaff(TenantModel, Period):
    """Who works on one programme besides the coordinators of the whole organisation."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="staff")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("роль"), max_length=30, choices=RoleCode)

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("programmes_staff_ordered"),
            models.UniqueConstraint(
                fields=["programme", "user", "role"],
                condition=models.Q(ends_on__isnull=True),
                name="programmes_staff_once",
            ),
        ]

    def __str__(self) -> str:
        return f"staff {self.pk}"


class ProgrammeStateChange(StateChange):
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} programme {self.programme_id}"
