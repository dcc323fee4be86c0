"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LEAST_DAYS = 30  # of any term of keeping


class Category(models.TextChoices):
    """Categories of personal data, as the act of destruction and the answer to a request name them."""

    IDENTITY = "identity", _("имя, дата рождения, пол")
    CONTACT = "contact", _("телефон и почта")
    FAMILY = "family", _("родители и опекуны")
    STUDY = "study", _("класс, место работы или учёбы, должность")
    PARTICIPATION = "participation", _("участие в программах и парах")
    PROFILE = "profile", _("запросы, умения, удобное время")
    ANSWERS = "answers", _("ответы в заявках и анкетах")
    RECORDS = "records", _("встречи, дневники, цели и планы")
    CONSENT = "consent", _("согласия")
    CLEARANCE = "clearance", _("допуск к работе с детьми")
    PAPERS = "papers", _("документы")
    ACCOUNT = "account", _("вход в систему")
    MESSAGES = "messages", _("уведомления")
    TALKS = "talks", _("переписка и просьбы о помощи")


class Purpose(models.TextChoices):
    """What the data are needed for; the consent names the same purposes."""

    RUN = "run", _("чтобы вести программу наставничества")
    MATCH = "match", _("чтобы подобрать пару")
    REACH = "reach", _("чтобы связаться")
    PROVE = "prove", _("чтобы подтвердить право обрабатывать данные")
    PROTECT = "protect", _("чтобы к детям не попал случайный человек")
    MEASURE = "measure", _("чтобы узнать, помогла ли программа")
    SIGN_IN = "sign_in", _("чтобы войти в систему мог только сам человек")
    DOCUMENT = "document", _("чтобы оформить документы организации")


class Term(models.TextChoices):
    """How long data are kept; the number of days behind each is the institution's (`RetentionRule`)."""

    TAKING_PART = "taking_part", _("пока человек участвует и ещё срок хранения после этого")
    DRAFT = "draft", _("30 дней, если заявку не отправили")
    ON_WITHDRAWAL = "on_withdrawal", _("до отзыва согласия или удаления данных")
    PAPERS = "papers", _("по номенклатуре дел организации")
    SENT = "sent", _("30 дней после отправки")


class Fate(models.TextChoices):
    """What erasure does with the rows of a table."""

    GONE = "gone", _("строки удаляются")
    BLANKED = "blanked", _("слова стираются, счёт остаётся")
    KEPT = "kept", _("остаётся без имени")


class ErasureReason(models.TextChoices):
    WITHDRAWN = "withdrawn", _("отзыв согласия")
    ASKED = "asked", _("просьба человека или родителя")
    PURPOSE_MET = "purpose_met", _("цель достигнута, срок хранения вышел")
    MISTAKE = "mistake", _("данные попали в систему по ошибке")


class RequestKind(models.TextChoices):
    TELL = "tell", _("рассказать, что обо мне хранится")
    CORRECT = "correct", _("исправить")
    ERASE = "erase", _("удалить")


class RequestState(models.TextChoices):
    OPEN = "open", _("ждёт ответа")
    ANSWERED = "answered", _("исполнена")
    REFUSED = "refused", _("в просьбе отказано")
