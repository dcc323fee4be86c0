"""Closed lists of the room; the kinds of papers stand in `kinds/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentState(models.TextChoices):
    DRAFT = "draft", _("проект")
    SUBMITTED = "submitted", _("у руководителя на подписи")
    ISSUED = "issued", _("выпущен")
    REPLACED = "replaced", _("отменён новым")
    REVOKED = "revoked", _("отменён")
    DISCARDED = "discarded", _("проект удалён")


class Book(models.TextChoices):
    """Журнал, in which a number is given once a year."""

    ORDERS = "orders", _("книга приказов")
    AGREEMENTS = "agreements", _("журнал договоров и соглашений")
    CERTIFICATES = "certificates", _("журнал сертификатов и благодарностей")
    PAPERS = "papers", _("прочие документы")


class Subject(models.TextChoices):
    """What a paper is about: whence it is prepared and who is in it."""

    PROGRAMME = "programme", _("программа")
    MODULE = "module", _("модуль")
    MENTORSHIP = "mentorship", _("пара или группа")
    PARTICIPATION = "participation", _("участник")
    PARTNER = "partner", _("партнёр")


class ActSubject(models.TextChoices):
    """What an act is about; a kind of paper says which of these it cites."""

    MENTORING = "mentoring", _("наставничество")
    EDUCATION = "education", _("образование")
    LABOUR = "labour", _("труд")
    PERSONAL_DATA = "personal_data", _("персональные данные")
    SAFETY = "safety", _("допуск к работе с детьми")
    LOCAL = "local", _("акты организации")


class BatchState(models.TextChoices):
    QUEUED = "queued", _("в очереди")
    RUNNING = "running", _("готовится")
    READY = "ready", _("готово")
    FAILED = "failed", _("не получилось")
