"""Experience that is shared, and when to think of the attestation of somebody."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.achievements.enums import TERM, Level, SharingKind
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import Programme


class Sharing(TenantModel):
    """A presentation, a contest of practices, a publication or a public event of a programme's mentors."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="sharings")
    kind = models.CharField(_("что это"), max_length=12, choices=SharingKind)
    level = models.CharField(_("уровень"), max_length=12, choices=Level)
    title = models.CharField(_("название"), max_length=300)
    happened_on = models.DateField(_("день"))
    place = models.CharField(_("где"), max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-happened_on", "-id")

    def __str__(self) -> str:
        return self.title


class SharingAuthor(TenantModel):
    sharing = models.ForeignKey(
        Sharing, on_delete=models.CASCADE, related_name="authors", verbose_name=_("чем поделились")
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sharings")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["sharing", "person"], name="achievements_author_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"author {self.pk}"


class Attestation(TenantModel):
    """From which day the years are counted; how many is the institution's to say."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="attestation")
    counted_from = models.DateField(_("с какого дня считаем"))
    years = models.PositiveSmallIntegerField(
        _("через сколько лет напомнить"), default=TERM, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    due_on = models.DateField(_("когда подойдёт срок"))
    passed_on = models.DateField(_("пройдена"), null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(name="achievements_attestation_term", condition=Q(years__gte=1, years__lte=10)),
        ]
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return f"attestation {self.pk}"


def later(day: date, years: int) -> date:
    """The same day so many years on; 29 February is 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
