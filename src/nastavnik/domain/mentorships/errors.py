"""Expected trouble of the room, each with the sentence that a person reads."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NotReady(DomainError):
    """Somebody of the proposal cannot be matched now."""

    sentence = _("%(name)s сейчас не участвует в подборе. Посмотрите состояние участия и допустите к подбору.")


class ClearanceMissing(DomainError):
    """ТК РФ ст. 351.1: an adult meets children only when checked."""

    sentence = _("Так не получится: %(name)s без действующего допуска к работе с детьми. Запишите допуск и повторите.")


class TrainingMissing(DomainError):
    """The course of the module opens meetings only to the trained."""

    sentence = _("Первую встречу пока не записать, сначала обучение наставников. Не пройдено: %(names)s. "
                 "Куратор увидит, чего не хватает, в разделе «Обучение».")  # fmt: skip


class AlreadyInPair(DomainError):
    """One active mentorship at a time in an exclusive kind; the same two never twice at once."""

    sentence = _("Так не получится: %(name)s уже в паре или в группе этого модуля. Сначала завершите её.")


class TooMany(DomainError):
    """More members than the kind of mentoring takes."""

    sentence = _("В этом виде наставничества столько участников вместе не бывает: наставников %(mentors)s, "
                 "наставляемых %(mentees)s. Разделите на несколько групп.")  # fmt: skip


class WithThemself(DomainError):
    sentence = _("Так не получится: %(name)s с обеих сторон пары. Выберите другого наставника.")


class HandoverOffered(DomainError):
    sentence = _("Другой наставник уже предложен. Дождитесь ответов или отмените предложение.")


class AlreadyAnswered(DomainError):
    sentence = _("Ответ уже записан. Чтобы передумать, скажите куратору.")


class NoLongerAsked(DomainError):
    """The question was settled otherwise: the pair is confirmed, declined or ended."""

    sentence = _("Отвечать больше не нужно: пара уже согласована или не состоялась.")


class OwnAnswerOnPaper(DomainError):
    """Nobody writes down their own answer as somebody else's paper."""

    sentence = _("За себя отвечают сами, на странице «Сегодня», а не записью с бумаги.")


class AcquaintanceMissing(DomainError):
    """A teacher's proposal: the two meet in person before they agree."""

    sentence = _("Эту пару предложил педагог: сначала личная встреча. "
                 "Куратор запишет её итог на странице пары, потом можно соглашаться.")  # fmt: skip


class NoAcquaintanceAsked(DomainError):
    sentence = _("Знакомство записывают, пока пара предложена и ждёт ответов.")


class LongBeforeProposal(DomainError):
    sentence = _("%(day)s: больше чем за год до предложения пары. Исправьте день встречи.")


class AnswersMissing(DomainError):
    sentence = _("Ответили ещё не все: пара согласована, когда согласны обе стороны и родители детей.")


class InTheFuture(DomainError):
    sentence = _("%(day)s ещё впереди. Запишите день, который уже был.")


class BeforeStart(DomainError):
    sentence = _("%(day)s раньше, чем пара начала работать: %(start)s. Исправьте день.")


class PastYear(DomainError):
    """What a closed year was is in its report."""

    sentence = _("%(day)s: это прошлый учебный год, его записи уже в отчёте. Исправьте день.")


class AlreadyTold(DomainError):
    """The meeting of the day is written down; `meeting` is that row."""

    sentence = _("Встреча %(day)s уже записана: %(how)s. Если она была одна, исправьте запись; "
                 "если встречались ещё раз, отметьте «Вторая встреча за день».")  # fmt: skip

    def __init__(self, *, meeting: Any, **params: object) -> None:
        super().__init__(**params)
        self.meeting = meeting


class DiaryIsOff(DomainError):
    sentence = _("В этой программе дневник не ведут, отмечают только встречи. Уберите слова, и запись сохранится.")


class NotAPhotograph(DomainError):
    """Only kinds from which the place and the telephone can be taken out."""

    sentence = _("Файл «%(title)s» не приложить: к записи подходит снимок JPEG или PNG. Сохраните его так и повторите.")


class AlreadyAnsweredFeedback(DomainError):
    sentence = _("На эту обратную связь уже ответили, поэтому её слова больше не меняются.")


class NotTheirs(DomainError):
    """Feedback goes to somebody who takes part."""

    sentence = _("Так не получится: выберите того, кто занимается в этой паре или группе.")


class AfterMeetings(DomainError):
    """An end before a meeting that was held would leave the meeting outside the mentorship."""

    sentence = _("После %(day)s записана встреча: %(meeting)s. Исправьте день окончания или запись о встрече.")


class WorkStopped(DomainError):
    sentence = _("Согласия на ребёнка сейчас нет, поэтому встречи, план и дневник не пишутся. Спросите куратора.")


class NotAtWork(DomainError):
    sentence = _("Так не получится: сейчас эта пара не работает. Посмотрите её состояние на странице пары.")


class PauseUnordered(DomainError):
    sentence = _("Пауза заканчивается раньше, чем начинается. Исправьте дни.")


class NothingWritten(DomainError):
    sentence = _("Не хватает слов. Напишите хотя бы одно предложение.")


class NotAMember(DomainError):
    sentence = _("Так не получится: в этой паре или группе этого человека сейчас нет.")


class NoTrialYet(DomainError):
    """The question comes after the trial meeting, and once."""

    sentence = _("Решать, продолжаем ли, можно после пробной встречи. Запишите её и вернитесь к вопросу.")


class NotThisMentor(DomainError):
    """Who takes over is another person, ready, of the same module, and not in the pair."""

    sentence = _("%(name)s не может принять эту пару. Выберите другого наставника этой программы, готового к работе.")


class NotLater(DomainError):
    sentence = _("Продлить можно только на более поздний день: сейчас срок до %(day)s. Исправьте день.")


class TooLong(DomainError):
    sentence = _("%(day)s: больше чем через год. Продлевают не дольше чем на год, потом можно продлить ещё раз.")


class AlreadyAsked(DomainError):
    sentence = _("Просьба уже у куратора. Он ответит или зайдёт поговорить.")


class NotAGroup(DomainError):
    sentence = _("Список того, что нужно, ведут в группах. В паре для этого есть цели и план.")


class ThemeMissing(DomainError):
    sentence = _("У этой строки ещё нет темы. Впишите тему, потом можно голосовать.")


class NotAFlash(DomainError):
    sentence = _("Короткие встречи предлагают в программах вида «флеш-наставничество».")


class SlotTaken(DomainError):
    sentence = _("На эту встречу уже записались или её отменили. Выберите другую.")


class SlotPast(DomainError):
    sentence = _("%(day)s уже прошло. Назовите день, который впереди.")


class SlotAhead(DomainError):
    sentence = _("Встреча ещё впереди: %(day)s. Отметьте её, когда она пройдёт.")
