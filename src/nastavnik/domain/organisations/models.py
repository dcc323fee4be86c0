"""Institutions and what is given by them: territory, years, study groups, partners, holidays."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Base, Period, period_is_ordered
from nastavnik.domain.organisations.enums import USUAL_HELP, OrganisationKind, StudyGroupWord, TerritoryKind

USUAL_SERVICES = "sferum.ru\nmax.ru\ntelemost.yandex.ru"


def existing_time_zone(name: str) -> None:
    """Refuse a time zone that the machine does not know."""
    from zoneinfo import available_timezones

    if name not in available_timezones():
        raise ValidationError(_("Такого часового пояса нет: %(name)s"), params={"name": name})


class Territory(Base):
    """A municipality or a region; municipalities lie in regions."""

    kind = models.CharField(_("вид"), max_length=20, choices=TerritoryKind)
    title = models.CharField(_("название"), max_length=200)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")

    def __str__(self) -> str:
        return self.title


class Organisation(Base):
    """An institution that runs mentoring; the tenant of all its rows."""

    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="organisations")
    kind = models.CharField(_("тип"), max_length=20, choices=OrganisationKind)
    title = models.CharField(_("полное название"), max_length=300)
    short_title = models.CharField(_("короткое название"), max_length=100)
    letterhead = models.TextField(_("шапка бланка"), blank=True)
    city = models.CharField(_("населённый пункт"), max_length=100, blank=True)
    head_post = models.CharField(_("должность руководителя"), max_length=100, default="директор")
    time_zone = models.CharField(
        _("часовой пояс"), max_length=50, default="Europe/Moscow", validators=[existing_time_zone]
    )
    study_group_word = models.CharField(_("как называются учебные группы"), max_length=20, choices=StudyGroupWord)
    # 152-ФЗ names no age; the strict reading is the default: from 14 the child signs beside the guardian.
    own_consent_from = models.PositiveSmallIntegerField(
        _("с какого возраста ребёнок подписывает согласие сам"),
        default=14,
        validators=[MinValueValidator(14), MaxValueValidator(18)],
    )
    # 152-ФЗ ст. 9: a tick is no written form. Until the institution decides otherwise, consents are signed on paper.
    consent_by_link = models.BooleanField(_("согласие можно дать по личной ссылке"), default=False)
    # Who the operator is, as consents name it; an empty one leaves a line to be written by hand.
    inn = models.CharField(_("ИНН"), max_length=12, blank=True)
    ogrn = models.CharField(_("ОГРН"), max_length=15, blank=True)
    legal_address = models.CharField(_("юридический адрес"), max_length=300, blank=True)
    consents_email = models.EmailField(_("почта для отзыва согласий"), blank=True)
    publication_places = models.TextField(_("где публикуете"), blank=True)
    # A local rule, if there is one; federal law names no number. Papers and matching warn, nobody is stopped.
    mentor_limit = models.PositiveSmallIntegerField(
        _("сколько наставляемых может вести один наставник"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    # Hosts, one a line. 41-ФЗ keeps schools off foreign services; which of the Russian ones, each institution says.
    video_services = models.TextField(_("какие сервисы видеосвязи разрешены"), blank=True, default=USUAL_SERVICES)
    # Who helps a child from outside, one a line; the numbers are to be checked by each institution.
    help_contacts = models.TextField(_("куда ещё обратиться ребёнку"), default=USUAL_HELP)
    is_demo = models.BooleanField(default=False, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="organisations_own_consent_age",
                condition=models.Q(own_consent_from__gte=14, own_consent_from__lte=18),
            )
        ]

    def __str__(self) -> str:
        return self.short_title


class TenantModel(Base):
    """A row that belongs to one institution; the abstract parent of all tenant tables."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def tenant_key() -> models.UniqueConstraint:
    """UNIQUE (organisation_id, id): what composite foreign keys, row-level security and partitions stand on."""
    return models.UniqueConstraint(fields=["organisation", "id"], name="%(app_label)s_%(class)s_tenant")


class AcademicYear(TenantModel, Period):
    """Учебный год."""

    title = models.CharField(_("название"), max_length=20)

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("organisations_year_ordered"),
            models.UniqueConstraint(fields=["organisation", "title"], name="organisations_year_once"),
        ]
        ordering = ("-starts_on",)

    def __str__(self) -> str:
        return self.title


class StudyGroup(TenantModel):
    """A class, an association (объединение) or a group of one academic year."""

    academic_year = models.ForeignKey(AcademicYear, on_delete=models.PROTECT, related_name="study_groups")
    title = models.CharField(_("название"), max_length=60)
    grade = models.PositiveSmallIntegerField(_("параллель или курс"), null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["academic_year", "title"], name="organisations_group_once"),
        ]
        ordering = ("grade", "title")

    def __str__(self) -> str:
        return self.title


class Partner(TenantModel):
    """An enterprise, a university or another body from which mentors come."""

    title = models.CharField(_("название"), max_length=200)
    full_title = models.CharField(_("полное название"), max_length=300, blank=True)
    address = models.CharField(_("адрес"), max_length=300, blank=True)
    contacts = models.CharField(_("телефон, почта"), max_length=300, blank=True)
    # Who signs for the partner, as papers name them: «генерального директора Иванова Петра Сергеевича».
    signatory = models.CharField(_("кто подписывает"), max_length=200, blank=True)
    signatory_post = models.CharField(_("должность подписывающего"), max_length=150, blank=True)
    signs_by = models.CharField(_("на основании чего действует"), max_length=200, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "title"], name="organisations_partner_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Holiday(TenantModel, Period):
    """Days on which no meeting is expected; the radar does not count them."""

    title = models.CharField(_("название"), max_length=60)

    class Meta:
        constraints = [tenant_key(), period_is_ordered("organisations_holiday_ordered")]
        ordering = ("starts_on",)

    def __str__(self) -> str:
        return self.title
