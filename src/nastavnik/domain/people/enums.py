"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Gender(models.TextChoices):
    FEMALE = "female", _("женский")
    MALE = "male", _("мужской")


class RoleCode(models.TextChoices):
    """The one list of roles; what each may do stands in `roles.py`."""

    ADMINISTRATOR = "administrator", _("системный администратор")
    COORDINATOR = "coordinator", _("куратор")
    HEAD = "head", _("руководитель")
    TEACHER = "teacher", _("классный руководитель, педагог")
    PSYCHOLOGIST = "psychologist", _("педагог-психолог")
    MENTOR = "mentor", _("наставник")
    MENTEE = "mentee", _("наставляемый")
    GUARDIAN = "guardian", _("родитель или опекун")
    MUNICIPAL_OPERATOR = "municipal_operator", _("муниципальный оператор")
    REGIONAL_OPERATOR = "regional_operator", _("региональный оператор")


class TokenKind(models.TextChoices):
    LINK = "link", _("ссылка")
    CODE = "code", _("код")
