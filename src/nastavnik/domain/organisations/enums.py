"""Kinds of institutions and territories, and the words each kind uses for its study groups."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Whom a child may call; the numbers are to be checked by each institution.
USUAL_HELP = "112 – если опасно прямо сейчас\nДетский телефон доверия, бесплатно и без имени: 8 800 2000-122"


class TerritoryKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("муниципалитет")
    REGION = "region", _("регион")


class OrganisationKind(models.TextChoices):
    SCHOOL = "school", _("школа")
    SUPPLEMENTARY = "supplementary", _("дополнительное образование")
    COLLEGE = "college", _("колледж")
    TECHNOPARK = "technopark", _("технопарк")


class StudyGroupWord(models.TextChoices):
    CLASS = "class", _("класс")
    ASSOCIATION = "association", _("объединение")
    GROUP = "group", _("группа")


USUAL_WORD = {
    OrganisationKind.SCHOOL: StudyGroupWord.CLASS,
    OrganisationKind.SUPPLEMENTARY: StudyGroupWord.ASSOCIATION,
    OrganisationKind.COLLEGE: StudyGroupWord.GROUP,
    OrganisationKind.TECHNOPARK: StudyGroupWord.ASSOCIATION,
}
