"""Closed lists of the room; the kinds of papers stand in `kinds/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentState(models.TextChoices):
    DRAFT = "draft", _("проект")
    SUBMITTED = "submitted", _("у руководителя на подписи")
    ISSUED = "issued", _("выпущен")
    REVOKED = "revoked", _("отменён")
    DISCARDED = "discarded", _("проект удалён")
