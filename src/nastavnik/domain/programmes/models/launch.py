"""The information page of a programme and what came back through it: no names, interest has no identity yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.organisations.models import StudyGroup, TenantModel, tenant_key
from nastavnik.domain.programmes.enums import Audience, ParticipationRole
from nastavnik.domain.programmes.models.programme import Programme


class InformationPage(TenantModel):
    """Opened by link or QR code. It says what the programme gives and asks for no consent: it keeps no person."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="information_page")
    token = models.CharField(max_length=40, unique=True)
    is_open = models.BooleanField(_("открыта"), default=False)
    opened_on = models.DateField(_("открыта с"), null=True, blank=True)
    text = models.TextField(_("своими словами"), blank=True)
    contact = models.CharField(_("к кому подойти"), max_length=200, blank=True)

    class Meta:
        constraints = [tenant_key()]

    def __str__(self) -> str:
        return f"page of programme {self.programme_id}"


class PageAnswer(TenantModel):
    """One visitor read the page (counted as informed) and may have said what they would like."""

    page = models.ForeignKey(InformationPage, on_delete=models.CASCADE, related_name="answers")
    audience = models.CharField(_("кто вы"), max_length=10, choices=Audience)
    study_group = models.ForeignKey(StudyGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    wanted_role = models.CharField(_("кем хотелось бы быть"), max_length=10, choices=ParticipationRole, blank=True)
    wish = models.CharField(_("что хотелось бы"), max_length=500, blank=True)
    answer_key = models.CharField(max_length=64)  # made by chance in the form: one answer however often it is sent
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["page", "answer_key"], name="programmes_page_answer_once"),
        ]
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"answer {self.pk} to page {self.page_id}"
