"""Заявка: what somebody wrote to take part as mentee or mentor, page by page."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.core.models import StateChange
from nastavnik.domain.events.models import Event
from nastavnik.domain.intake.enums import (
    ApplicationState,
    DeclineReason,
    Remedy,
    Source,
    Stance,
    TalkOutcome,
    Term,
    TwinAnswer,
    WithdrawReason,
)
from nastavnik.domain.intake.models.intake import Intake
from nastavnik.domain.intake.states import APPLICATION
from nastavnik.domain.organisations.models import StudyGroup, TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.enums import Level, Mastery, Openness, ParticipationRole
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.models.participation import weekly_intervals
from nastavnik.domain.questionnaires.models import AnswerSheet


class Words(models.Model):
    """What the applicant wrote. Empty is «не указано». Topics are texts, one a line; codes are lists."""

    surname = models.CharField(_("фамилия"), max_length=80, blank=True)
    given_name = models.CharField(_("имя"), max_length=80, blank=True)
    patronymic = models.CharField(_("отчество"), max_length=80, blank=True)
    birth_date = models.DateField(_("дата рождения"), null=True, blank=True)
    study_group = models.ForeignKey(StudyGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group_words = models.CharField(_("класс или группа словами"), max_length=60, blank=True)
    phone = models.CharField(_("телефон"), max_length=40, blank=True)
    email = models.EmailField(_("электронная почта"), blank=True)
    post = models.CharField(_("должность"), max_length=150, blank=True)
    workplace = models.CharField(_("место работы или учёбы"), max_length=200, blank=True)
    guardian_name = models.CharField(_("родитель или опекун"), max_length=250, blank=True)
    guardian_relation = models.CharField(_("кем приходится"), max_length=40, blank=True)
    guardian_phone = models.CharField(_("телефон родителя"), max_length=40, blank=True)
    guardian_email = models.EmailField(_("почта родителя"), blank=True)

    main_need = models.CharField(_("главный запрос"), max_length=120, blank=True)
    needs = models.TextField(_("запросы"), blank=True)
    competences = models.TextField(_("в чём может помочь"), blank=True)
    interests = models.TextField(_("интересы"), blank=True)
    values = models.TextField(_("ценности"), blank=True)
    ways = models.TextField(_("как удобнее работать"), blank=True)
    free_time = models.JSONField(_("удобное время"), null=True, blank=True, validators=[weekly_intervals])
    modes = models.JSONField(_("очно или онлайн"), null=True, blank=True)
    openness = models.CharField(_("как раскрывается"), max_length=10, choices=Openness, blank=True)
    level = models.PositiveSmallIntegerField(_("уверенность в предмете"), null=True, blank=True, choices=Level)
    mastery = models.PositiveSmallIntegerField(_("опыт наставничества"), null=True, blank=True, choices=Mastery)
    places = models.PositiveSmallIntegerField(
        _("сколько наставляемых готов взять"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
    )
    age_wish_from = models.PositiveSmallIntegerField(_("возраст второго, от"), null=True, blank=True)
    age_wish_to = models.PositiveSmallIntegerField(_("возраст второго, до"), null=True, blank=True)
    achievements = models.TextField(_("достижения"), blank=True)
    wish = models.TextField(_("что ещё важно знать"), blank=True)

    # Readiness by seed 000: four points, asked kindly, never a wall.
    has_plan = models.BooleanField(_("план развития начат"), null=True, blank=True)
    goal = models.TextField(_("цель"), blank=True)
    why_mentor = models.TextField(_("каким должен быть наставник и почему"), blank=True)
    is_ready_to_learn = models.BooleanField(_("готов учиться"), null=True, blank=True)
    # Of mentors, by seed 000.
    stance = models.CharField(_("друг или знаток"), max_length=10, choices=Stance, blank=True)
    term = models.CharField(_("на какой срок"), max_length=10, choices=Term, blank=True)
    is_ready_to_share = models.BooleanField(_("готов делиться опытом"), null=True, blank=True)

    class Meta:
        abstract = True


class Application(TenantModel, Words):
    """It exists only where somebody applied; `person` is known from the moment it was sent."""

    lifecycle = APPLICATION

    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="applications")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="applications")
    role = models.CharField(_("роль"), max_length=10, choices=ParticipationRole, blank=True)
    state = models.CharField(max_length=20, choices=ApplicationState, default=ApplicationState.DRAFT)
    source = models.CharField(_("кто заполнил"), max_length=12, choices=Source, default=Source.SELF)
    # Where it was filled in on the spot, by the code shown there.
    event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="applications")
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    page = models.CharField(_("до какой страницы дошли"), max_length=20, blank=True)
    # The code by which it is continued: only its keyed digest is kept. NULL: nobody continues it by a code.
    code_digest = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001
    touched_at = models.DateTimeField(default=clock.now)
    submitted_at = models.DateTimeField(_("отправлена"), null=True, blank=True)
    promised_at = models.DateTimeField(_("обещали ответить до"), null=True, blank=True)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="applications")
    twin = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    twin_answer = models.CharField(_("один человек?"), max_length=10, choices=TwinAnswer, blank=True)
    participation = models.ForeignKey(
        Participation, on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )
    # What was said to the questions of the intake's own; copied into nothing.
    extra_sheet = models.OneToOneField(
        AnswerSheet, on_delete=models.SET_NULL, null=True, blank=True, related_name="application"
    )
    # The application as mentee that was given up for this one, as mentor.
    given_up = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="instead")

    return_note = models.TextField(_("что дополнить"), blank=True)
    decline_reason = models.CharField(_("почему не принята"), max_length=20, choices=DeclineReason, blank=True)
    withdraw_reason = models.CharField(_("почему отозвана"), max_length=20, choices=WithdrawReason, blank=True)
    refusal_note = models.TextField(_("подробнее о причине"), blank=True)
    remedy = models.CharField(_("что поможет"), max_length=20, choices=Remedy, blank=True)
    remedy_due_on = models.DateField(_("к какому дню"), null=True, blank=True)
    remedy_done_on = models.DateField(_("сделано"), null=True, blank=True)
    talk_outcome = models.CharField(_("итог разговора"), max_length=10, choices=TalkOutcome, blank=True)
    talked_on = models.DateField(_("день разговора"), null=True, blank=True)
    talked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            # Who looks like somebody known becomes a person when a human being has said whether they are the same.
            models.CheckConstraint(
                name="intake_sent_has_person",
                condition=models.Q(state__in=[ApplicationState.DRAFT, ApplicationState.WITHDRAWN])
                | models.Q(submitted_at__isnull=False)
                & (models.Q(person__isnull=False) | models.Q(twin__isnull=False)),
            ),
            models.CheckConstraint(
                name="intake_accepted_takes_part",
                condition=~models.Q(state=ApplicationState.ACCEPTED) | models.Q(participation__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_declined_says_why",
                condition=~models.Q(state=ApplicationState.DECLINED) | ~models.Q(decline_reason=""),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state", "submitted_at"], name="intake_queue")]
        ordering = ("submitted_at", "id")

    def __str__(self) -> str:
        return f"application {self.pk}"  # names do not belong in logs

    @property
    def list_name(self) -> str:
        return " ".join(part for part in (self.surname, self.given_name) if part)

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)


class ApplicationStateChange(StateChange):
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} application {self.application_id}"
