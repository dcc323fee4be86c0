"""Приём заявок в модуль: its link, the code of its poster, what it asks."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Period, period_is_ordered
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.models import Module
from nastavnik.domain.questionnaires.models import QuestionnaireVersion


class Intake(TenantModel, Period):
    """Opened by link, by square code or by the code on a poster; the address and the code never change."""

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="intakes")
    takes_mentees = models.BooleanField(_("ждём тех, кому нужна помощь"), default=True)
    takes_mentors = models.BooleanField(_("ждём наставников"), default=True)
    token = models.CharField(max_length=40, unique=True, editable=False)
    code = models.CharField(_("код на плакате"), max_length=20, unique=True, editable=False)
    is_open = models.BooleanField(_("заявки принимаются"), default=True)
    greeting = models.TextField(_("своими словами"), blank=True)
    contact = models.CharField(_("к кому подойти"), max_length=200, blank=True)
    # One a line: what mentees choose from and mentors offer, so that both sides use the same words.
    topics = models.TextField(_("в чём помогаем"), blank=True)
    # Codes of `pages.PAGES` that this intake asks beyond what law and matching need.
    extra_pages = models.JSONField(_("о чём спросить ещё"), default=list, blank=True)
    # Asked after all other pages, one section a page.
    mentee_questions = models.ForeignKey(
        QuestionnaireVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    mentor_questions = models.ForeignKey(
        QuestionnaireVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    review_days = models.PositiveSmallIntegerField(
        _("за сколько дней отвечаем"), default=5, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    # Приём с десяти лет is usual and no law: who is younger is shown in review, nobody is stopped.
    youngest = models.PositiveSmallIntegerField(
        _("обычно принимаем с какого возраста"), null=True, blank=True, default=10, validators=[MaxValueValidator(30)]
    )

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("intake_intake_ordered"),
            models.CheckConstraint(
                name="intake_takes_somebody", condition=models.Q(takes_mentees=True) | models.Q(takes_mentors=True)
            ),
        ]
        ordering = ("-starts_on", "-id")

    def __str__(self) -> str:
        return f"intake {self.pk}"
