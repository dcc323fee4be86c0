"""Who signs in, and in which roles."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Base, Period, period_is_ordered
from nastavnik.domain.organisations.models import Organisation, Territory
from nastavnik.domain.people.enums import RoleCode


class User(AbstractBaseUser):
    """An account. It holds no name: who the person is stands in Person, one for each organisation."""

    username = models.CharField(_("имя для входа"), max_length=60, unique=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    objects = BaseUserManager()

    def __str__(self) -> str:
        return f"user {self.pk}"


class RoleAssignment(Base, Period):
    """A role for a time, in an organisation or in a territory."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("роль"), max_length=30, choices=RoleCode)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="role_assignments"
    )
    territory = models.ForeignKey(
        Territory, on_delete=models.CASCADE, null=True, blank=True, related_name="role_assignments"
    )

    class Meta:
        constraints = [
            period_is_ordered("people_role_ordered"),
            models.CheckConstraint(
                name="people_role_has_one_scope",
                condition=models.Q(organisation__isnull=False, territory__isnull=True)
                | models.Q(organisation__isnull=True, territory__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["user", "role", "organisation"],
                condition=models.Q(ends_on__isnull=True, organisation__isnull=False),
                name="people_role_once_in_organisation",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "territory"],
                condition=models.Q(ends_on__isnull=True, territory__isnull=False),
                name="people_role_once_in_territory",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} of user {self.user_id}"
