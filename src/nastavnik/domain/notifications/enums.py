"""How a message leaves and how far it came."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    PAGE = "page", _("на странице «Сегодня»")
    EMAIL = "email", _("электронная почта")


class MessageState(models.TextChoices):
    QUEUED = "queued", _("ждёт отправки")
    SENT = "sent", _("отправлено")
    FAILED = "failed", _("не отправлено")
    WITHHELD = "withheld", _("не отправлено: нет согласия")


class Rhythm(models.TextChoices):
    """How often somebody wants letters."""

    AT_ONCE = "at_once", _("сразу, о каждом деле")
    DAILY = "daily", _("не чаще одного письма в день")
    WEEKLY = "weekly", _("не чаще одного письма в неделю")
