"""Persons and how they belong together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Period, period_is_ordered
from nastavnik.domain.organisations.models import Partner, StudyGroup, TenantModel, tenant_key
from nastavnik.domain.people.enums import Gender
from nastavnik.domain.people.models.user import User


class Person(TenantModel):
    """A human being as one organisation knows them: pupil, teacher, guardian, a mentor from outside."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="persons")
    surname = models.CharField(_("фамилия"), max_length=80)
    given_name = models.CharField(_("имя"), max_length=80, blank=True)
    patronymic = models.CharField(_("отчество"), max_length=80, blank=True)
    # For comparing only: lower case, ё as е, single spaces. Kept beside the name because lists are searched by it.
    normal_name = models.CharField(max_length=250, editable=False)
    gender = models.CharField(_("пол"), max_length=10, choices=Gender, blank=True)
    birth_date = models.DateField(_("дата рождения"), null=True, blank=True)
    phone = models.CharField(_("телефон"), max_length=40, blank=True)
    email = models.EmailField(_("электронная почта"), blank=True)
    post = models.CharField(_("должность"), max_length=150, blank=True)
    workplace = models.CharField(_("место работы или учёбы"), max_length=200, blank=True)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="persons")
    # {"accusative": "…"}: forms that a person corrected by hand win over the inflected ones.
    name_forms = models.JSONField(default=dict, blank=True)
    # The row stays so that counts stay true; nothing in it tells who it was (`privacy.erase`).
    erased_on = models.DateField(_("данные удалены"), null=True, editable=False)

    class Meta:
        constraints = [tenant_key()]
        indexes = [models.Index(fields=["organisation", "normal_name"], name="people_by_name")]
        ordering = ("surname", "given_name", "patronymic", "id")

    def __str__(self) -> str:
        return f"person {self.pk}"  # names do not belong in logs

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    @property
    def list_name(self) -> str:
        return " ".join(part for part in (self.surname, self.given_name) if part)


class Guardianship(TenantModel, Period):
    """Who answers for a child, for a time."""

    guardian = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="wards")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardians")
    relation = models.CharField(_("кем приходится"), max_length=40, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("people_guardianship_ordered"),
            models.CheckConstraint(
                name="people_nobody_guards_themself", condition=~models.Q(guardian=models.F("child"))
            ),
            models.UniqueConstraint(
                fields=["guardian", "child"], condition=models.Q(ends_on__isnull=True), name="people_guardian_once"
            ),
        ]

    def __str__(self) -> str:
        return f"guardianship {self.pk}"


class Enrolment(TenantModel, Period):
    """A person in a study group, for a time."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrolments")
    study_group = models.ForeignKey(StudyGroup, on_delete=models.PROTECT, related_name="enrolments")

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("people_enrolment_ordered"),
            models.UniqueConstraint(
                fields=["person", "study_group"], condition=models.Q(ends_on__isnull=True), name="people_enrolled_once"
            ),
        ]

    def __str__(self) -> str:
        return f"enrolment {self.pk}"
