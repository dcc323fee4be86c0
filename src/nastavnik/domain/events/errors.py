"""Expected trouble of the room, each with the sentence that a person reads."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class CourseTitleTaken(DomainError):
    sentence = _("В этом модуле уже есть обучение «%(title)s». Назовите новое иначе.")


class TaskMissing(DomainError):
    """Training is practice, not a formality."""

    sentence = _("У занятия нет практического задания. Напишите, что наставник сделает сам и что должно получиться.")


class EventIsAhead(DomainError):
    sentence = _("Мероприятие назначено на %(day)s: отметить, кто пришёл, можно в этот день или позже.")


class EventIsOver(DomainError):
    sentence = _("Мероприятие уже прошло или отменено. Чтобы исправить отметки, откройте его снова.")


class NobodyMarked(DomainError):
    sentence = _("Никто не отмечен. Отметьте, кто пришёл, или впишите число тех, кого нет в списке.")


class NotAtTheEvent(DomainError):
    sentence = _("%(name)s не отмечен на этом занятии: результат записывают тому, кто пришёл.")


class ResultMissing(DomainError):
    sentence = _("Напишите, что получилось: одного «сделано» мало, чтобы обучение не было формальным.")


class ConsentMissing(DomainError):
    sentence = _("%(name)s пока без согласия на обработку данных: записывать в обучение рано. "
                 "Запишите согласие и повторите.")  # fmt: skip


class CourseHasSessions(DomainError):
    sentence = _("По этому обучению уже есть занятия. Изменить название и правила можно, удалить нет.")


class HasResults(DomainError):
    """Who has shown a result is not taken off the list by a slip."""

    sentence = _("У этого человека записан результат задания: %(name)s. Сначала уберите результат, потом отметку.")


class GuestUnnamed(DomainError):
    sentence = _("Впишите имя или выберите партнёра: иначе непонятно, кого ждать.")


class TooManyPoints(DomainError):
    sentence = _("Пунктов не больше %(most)s. Объедините близкие.")


class ProgrammeTooLong(DomainError):
    sentence = _("Программа занимает %(minutes)s мин: больше двенадцати часов. Проверьте минуты.")
