"""Requests about one's data, acts of destruction, terms of keeping."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.privacy.enums import LEAST_DAYS, ErasureReason, RequestKind, RequestState, Term
from nastavnik.domain.privacy.states import DATA_REQUEST


class DataRequest(TenantModel):
    """Somebody asks what is held about them or their child, or to correct or erase it."""

    lifecycle = DATA_REQUEST

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="data_requests")
    kind = models.CharField(_("о чём просят"), max_length=10, choices=RequestKind)
    text = models.TextField(_("что исправить или почему"), blank=True)
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField(_("день просьбы"))
    due_on = models.DateField(_("ответить до"))
    answer = models.TextField(_("ответ"), blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["person", "kind"], condition=models.Q(state=RequestState.OPEN), name="privacy_asked_once"
            ),
        ]
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return f"data request {self.pk}"


class DataRequestStateChange(StateChange):
    data_request = models.ForeignKey(DataRequest, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} data request {self.data_request_id}"


class ErasureAct(TenantModel):
    """Акт об уничтожении персональных данных: whose (a number, no name), what, why, how; never changed.

    `person_id` and `person_created_at` together say which row it was, also in a copy made before the erasure.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="erasure_acts")
    number = models.PositiveIntegerField(_("номер"))
    year = models.PositiveSmallIntegerField()
    reason = models.CharField(_("причина"), max_length=20, choices=ErasureReason)
    erased_on = models.DateField(_("день"))
    erased_at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # {"people.Person": {"gone": 0, "blanked": 1}}; [{"id", "kind", "number", "dated_on"}] of papers that stay.
    counts = models.JSONField(default=dict)
    kept_papers = models.JSONField(default=list)
    is_replayed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "year", "number"], name="privacy_act_number"),
        ]
        ordering = ("-erased_at", "-id")

    def __str__(self) -> str:
        return f"erasure act {self.pk}"


class RetentionRule(TenantModel):
    """The institution's number of days for a term; without a row the usual one holds, which no law names."""

    term = models.CharField(_("срок"), max_length=20, choices=Term)
    days = models.PositiveIntegerField(_("дней"), validators=[MinValueValidator(LEAST_DAYS)])
    is_automatic = models.BooleanField(_("удалять без отдельного решения"), default=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "term"], name="privacy_term_once"),
            models.CheckConstraint(name="privacy_term_days", condition=models.Q(days__gte=LEAST_DAYS)),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.days}"
