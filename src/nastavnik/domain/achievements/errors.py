"""Expected trouble of the room, each with the sentence that a person reads."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NotOfThisPair(DomainError):
    sentence = _("Этого человека в паре нет. Выберите из списка.")


class DayAhead(DomainError):
    sentence = _("Этот день ещё не наступил. Проверьте дату.")


class AlreadyConfirmed(DomainError):
    sentence = _("Достижение уже подтверждено, менять его нельзя. Добавьте новое.")


class ReasonMissing(DomainError):
    sentence = _("Напишите, что уточнить: иначе непонятно, что исправлять.")


class NoCriteria(DomainError):
    sentence = _("Назовите хотя бы один критерий, каждый на своей строке.")


class TooManyCriteria(DomainError):
    sentence = _("Критериев не больше двенадцати. Объедините близкие.")


class CriteriaInUse(DomainError):
    sentence = _("Оценки уже есть, поэтому критерии и наибольшую оценку не меняют. Исправить можно день и место.")


class OutOfScale(DomainError):
    sentence = _("«%(title)s»: оценка от 0 до %(most)s.")


class NotDefendedYet(DomainError):
    sentence = _("Защита ещё впереди: оценки записывают в её день или позже.")


class NobodyShares(DomainError):
    sentence = _("Отметьте хотя бы одного автора.")


class NotAnAuthorHere(DomainError):
    sentence = _("Авторами бывают наставники этой программы. Обновите страницу и выберите ещё раз.")


class NotWithinTerm(DomainError):
    sentence = _("Срок напоминания: от 1 до 10 лет.")


class NotEndedYet(DomainError):
    sentence = _("Пара ещё работает: слова благодарности пишут, когда она закончилась.")


class WordsTooLong(DomainError):
    sentence = _("Получилось длинно: %(n)s знаков, помещается %(most)s. Оставьте главное.")


class NotAgreedToPublish(DomainError):
    """Names are told only to who leads."""

    sentence = _("Нет действующего согласия на публикацию: %(names)s. Попросите его на странице «Согласия».")


class NothingTold(DomainError):
    sentence = _("В истории пока одно название. Расскажите хотя бы, с чего начали и что получилось.")


class StoryStands(DomainError):
    sentence = _("Эту историю уже согласовали. Чтобы изменить слова, сначала верните её в черновики.")
