"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MemberRole(models.TextChoices):
    MENTOR = "mentor", _("наставник")
    MENTEE = "mentee", _("наставляемый")
    WATCHER = "watcher", _("второй взрослый")
    CONSULTANT = "consultant", _("консультант")


class MessageKind(models.TextChoices):
    TEXT = "text", _("сообщение")
    PRAISE = "praise", _("похвала")


class VersionState(models.TextChoices):
    HELD = "held", _("ждёт куратора")
    RELEASED = "released", _("отправлено")
    REFUSED = "refused", _("не пропущено")
    RETURNED = "returned", _("не доставлено")


class RequestKind(models.TextChoices):
    QUESTION = "question", _("вопрос наставникам")
    HELP = "help", _("нужна помощь")
    CONSULTANT = "consultant", _("нужен консультант")


class RequestState(models.TextChoices):
    OPEN = "open", _("ждёт ответа")
    ANSWERED = "answered", _("есть ответ")
    CLOSED = "closed", _("закрыт")


class ConcernState(models.TextChoices):
    RAISED = "raised", _("разбираемся")
    SETTLED = "settled", _("разобрались")
