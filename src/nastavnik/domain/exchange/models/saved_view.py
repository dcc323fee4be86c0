"""A register as somebody likes to see it: filters and columns under a name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.enums import Register
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User


class SavedView(TenantModel):
    """Own, or shared with all who see the register here. The words of a search are nobody's view: they are names."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    register = models.CharField(_("база"), max_length=10, choices=Register)
    title = models.CharField(_("название"), max_length=60)
    # {"module": "3", "lacks": "consent", …} and ["name", "group", …]: codes and ids, no people.
    filters = models.JSONField(default=dict, blank=True)
    columns = models.JSONField(default=list, blank=True)
    is_shared = models.BooleanField(_("видят все, кто ведёт базу"), default=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["owner", "organisation", "register", "title"], name="exchange_view_once"),
        ]
        ordering = ("title", "id")

    def __str__(self) -> str:
        return f"view {self.pk} of the register of {self.register}s"
