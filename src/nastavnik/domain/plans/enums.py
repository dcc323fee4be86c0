"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanKind(models.TextChoices):
    PROGRAMME = "programme", _("персонализированная программа")
    DEVELOPMENT = "development", _("план развития")


class PlanWay(models.TextChoices):
    """Who wrote it: it decides what the other side confirms."""

    TOGETHER = "together", _("составляем вместе")
    BY_MENTOR = "by_mentor", _("составляет наставник, наставляемый читает")


class PlanState(models.TextChoices):
    DRAFT = "draft", _("составляется")
    SHOWN = "shown", _("ждёт ответа")
    AGREED = "agreed", _("согласован")
    CLOSED = "closed", _("закрыт")


class SheetKind(models.TextChoices):
    EXTENSION = "extension", _("продление")
    CORRECTION = "correction", _("корректировка")


class Mark(models.TextChoices):
    """The mentor's mark of a step."""

    DONE = "done", _("получилось")
    PARTLY = "partly", _("получилось частично")
    NOT_YET = "not_yet", _("пока не получилось")


class ReviewStage(models.TextChoices):
    START = "start", _("начало")
    INTERIM = "interim", _("промежуточный итог")
    FINAL = "final", _("конец")


class Verdict(models.TextChoices):
    KEPT = "kept", _("оставляем")
    CHANGED = "changed", _("меняем")
    REACHED = "reached", _("достигнута")
    DROPPED = "dropped", _("откладываем")


class AdviceKind(models.TextChoices):
    MEMO = "memo", _("памятка")
    LINK = "link", _("ссылка")
    TIME = "time", _("как распределить время")
    THEME = "theme", _("тема")


class AdviceState(models.TextChoices):
    HELD = "held", _("ждёт куратора")
    GIVEN = "given", _("передано")
    REFUSED = "refused", _("не пропущено")


class Helped(models.TextChoices):
    YES = "yes", _("помогло")
    NOT_REALLY = "not_really", _("не очень")


class WorkSheetKind(models.TextChoices):
    SELF_ANALYSIS = "self_analysis", _("самоанализ результатов")
    PRACTICE = "practice", _("карточка чужого опыта")
    VISIT = "visit", _("посещение занятия")
