"""A file outside the database; who may read it is decided by the room that owns it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User


class StoredFile(TenantModel):
    """Lies under a name made by chance; the name people see is only a title."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("имя файла"), max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [tenant_key()]

    def __str__(self) -> str:
        return f"file {self.pk}"
