"""Surveys, their waves, who is invited, and which sheets came back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Period, StateChange, period_is_ordered
from nastavnik.domain.monitoring.enums import Moment, WaveState
from nastavnik.domain.monitoring.states import SURVEY_WAVE
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.models import Module, Programme
from nastavnik.domain.questionnaires.models import AnswerSheet, Questionnaire, QuestionnaireVersion


class Survey(TenantModel):
    """A questionnaire asked of the people of a programme, once or in several waves."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="surveys")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("название"), max_length=200)
    roles = models.JSONField(_("кого спросить"), default=list)
    is_anonymous = models.BooleanField(_("без имён"), default=False)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.title


class SurveyWave(TenantModel, Period):
    """One time of asking. Its version of the questions is settled when it is made."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="waves")
    questionnaire_version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="+")
    moment = models.CharField(_("когда"), max_length=10, choices=Moment, default=Moment.ONCE)
    state = models.CharField(max_length=10, choices=WaveState, default=WaveState.PLANNED)
    code = models.CharField(max_length=20, unique=True)  # of all who are asked together; only without names
    by_code = models.BooleanField(_("можно ответить по общему коду"), default=False)

    lifecycle = SURVEY_WAVE

    class Meta:
        constraints = [tenant_key(), period_is_ordered("monitoring_wave_ordered")]
        ordering = ("-starts_on", "-id")

    def __str__(self) -> str:
        return f"wave {self.pk}"


class SurveyWaveStateChange(StateChange):
    wave = models.ForeignKey(SurveyWave, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} wave {self.wave_id}"


class SurveyInvitation(TenantModel):
    """Somebody is asked. Without names it knows that they answered, and neither when nor what."""

    wave = models.ForeignKey(SurveyWave, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    is_anonymous = models.BooleanField(default=False)
    is_answered = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["wave", "person"], name="monitoring_invited_once"),
            models.CheckConstraint(
                name="monitoring_answer_without_hour", condition=Q(is_anonymous=False) | Q(answered_at__isnull=True)
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class WaveSheet(TenantModel):
    """A sheet that belongs to a wave. Without names it leads to no invitation; it carries the id of its sheet, made by
    chance, so that the order of rows tells nothing either."""

    id = models.BigIntegerField(primary_key=True, editable=False)
    wave = models.ForeignKey(SurveyWave, on_delete=models.PROTECT, related_name="sheets")
    sheet = models.OneToOneField(AnswerSheet, on_delete=models.CASCADE, related_name="+")
    is_anonymous = models.BooleanField(default=False)
    invitation = models.OneToOneField(
        SurveyInvitation, on_delete=models.CASCADE, null=True, blank=True, related_name="wave_sheet"
    )

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="monitoring_sheet_without_name", condition=Q(is_anonymous=False) | Q(invitation__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"sheet {self.pk} of wave {self.wave_id}"
