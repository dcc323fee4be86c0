"""A person in a module as mentor or mentee, and what matching reads of them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import (
    Level,
    Mastery,
    Openness,
    ParticipationRole,
    ParticipationState,
    TopicUse,
)
from nastavnik.domain.programmes.models.programme import Module
from nastavnik.domain.programmes.states import PARTICIPATION


class Participation(TenantModel):
    """A mentor and a mentee are roles here, not tables: one person can be both."""

    lifecycle = PARTICIPATION

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="participations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(_("роль"), max_length=10, choices=ParticipationRole)
    state = models.CharField(max_length=20, choices=ParticipationState, default=ParticipationState.ENROLLED)
    joined_on = models.DateField(_("в программе с"))

    # Of the person on a day: set by `queries.with_gates`.
    is_minor: bool
    is_agreed: bool
    is_cleared: bool

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["module", "person", "role"], name="programmes_participation_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"participation {self.pk}"


class ParticipationStateChange(StateChange):
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} participation {self.participation_id}"


def weekly_intervals(value: object) -> None:
    """Refuse what is not a list of [weekday 1–7, start minute, end minute]."""
    for interval in value if isinstance(value, list) else [None]:
        parts: list[Any] = interval if isinstance(interval, list) and len(interval) == 3 else [None]
        whole = all(type(part) is int for part in parts)
        if not whole or not (1 <= parts[0] <= 7 and 0 <= parts[1] < parts[2] <= 24 * 60):
            raise ValidationError(_("Время записывается как день недели и часы: пн 16:00–18:00"))


class ParticipationProfile(TenantModel):
    """The typed inputs of matching. NULL is «не указано»: it forbids nothing and earns nothing."""

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="profile")
    free_time = models.JSONField(_("удобное время"), null=True, blank=True, validators=[weekly_intervals])
    modes = models.JSONField(_("очно или онлайн"), null=True, blank=True)
    languages = models.JSONField(_("языки"), null=True, blank=True)
    age_wish_from = models.PositiveSmallIntegerField(_("возраст второго, от"), null=True, blank=True)
    age_wish_to = models.PositiveSmallIntegerField(_("возраст второго, до"), null=True, blank=True)
    grade_wish_from = models.PositiveSmallIntegerField(_("класс второго, от"), null=True, blank=True)
    grade_wish_to = models.PositiveSmallIntegerField(_("класс второго, до"), null=True, blank=True)
    places = models.PositiveSmallIntegerField(
        _("сколько наставляемых готов взять"), null=True, blank=True, validators=[MaxValueValidator(50)]
    )
    achievements = models.TextField(_("достижения"), blank=True)
    openness = models.CharField(_("как раскрывается"), max_length=10, choices=Openness, blank=True)
    level = models.PositiveSmallIntegerField(
        _("уверенность в предмете"), null=True, blank=True, choices=Level, validators=[MaxValueValidator(5)]
    )
    mastery = models.PositiveSmallIntegerField(
        _("опыт наставничества"), null=True, blank=True, choices=Mastery, validators=[MaxValueValidator(3)]
    )
    building = models.CharField(_("корпус"), max_length=80, blank=True)
    district = models.CharField(_("район"), max_length=80, blank=True)
    wanted_mentors = models.PositiveSmallIntegerField(
        _("сколько наставников нужно"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    # What the registers ask and matching does not read: a code of the catalogue or the words of a list.
    category = models.CharField(_("кому нужен наставник"), max_length=120, blank=True)
    # That conditions are needed and nothing of why: no diagnosis is kept anywhere.
    needs_conditions = models.BooleanField(_("нужны условия"), null=True, blank=True)
    results = models.TextField(_("результаты программы"), blank=True)
    case_link = models.URLField(_("ссылка на кейс или отзыв"), max_length=300, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="programmes_profile_level", condition=models.Q(level__isnull=True) | models.Q(level__lte=5)
            ),
            models.CheckConstraint(
                name="programmes_profile_mastery", condition=models.Q(mastery__isnull=True) | models.Q(mastery__lte=3)
            ),
        ]

    def __str__(self) -> str:
        return f"profile {self.pk}"


class Topic(TenantModel):
    """A subject, skill or interest in one spelling for the whole organisation."""

    title = models.CharField(_("название"), max_length=120)
    normal_title = models.CharField(max_length=120, editable=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "normal_title"], name="programmes_topic_once"),
        ]
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title


class ProfileTopic(TenantModel):
    """What a profile asks for, offers or likes."""

    profile = models.ForeignKey(ParticipationProfile, on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    use = models.CharField(max_length=12, choices=TopicUse)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["profile", "topic", "use"], name="programmes_profile_topic_once"),
            models.UniqueConstraint(
                fields=["profile"], condition=models.Q(use=TopicUse.MAIN_NEED), name="programmes_one_main_need"
            ),
            models.UniqueConstraint(
                fields=["profile"], condition=models.Q(use=TopicUse.TEAM_TOPIC), name="programmes_one_team_topic"
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.use} of profile {self.profile_id}"
