"""Expected trouble of the room, each with the sentence that a person reads."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class PlanExists(DomainError):
    sentence = _("У этой пары план уже есть. Исправьте его.")


class NothingPlanned(DomainError):
    sentence = _("В плане пока нет ни одного шага. Добавьте цель и шаги, потом показывайте.")


class TermTurnedRound(DomainError):
    sentence = _("План заканчивается раньше, чем начинается. Исправьте дни.")


class TermTooLong(DomainError):
    """A personalised programme is for a year; longer only by an extension sheet."""

    sentence = _("План составляют не больше чем на год. Дольше можно листом продления, когда подойдёт срок.")


class InterimOutside(DomainError):
    sentence = _("Промежуточный итог бывает внутри срока плана. Исправьте день.")


class ExtensionBack(DomainError):
    sentence = _("Продлевают на более поздний день: сейчас план до %(day)s.")


class PlanIsShown(DomainError):
    """What somebody reads or has read is not changed under their eyes."""

    sentence = _("План уже показан. Нажмите «Исправить план», тогда его можно менять.")


class PlanIsClosed(DomainError):
    sentence = _("План закрыт: его можно читать. Новый год начинают с нового плана.")


class NotCorrectable(DomainError):
    sentence = _("Исправляют согласованный план или тот, что ждёт ответа. Этот ещё составляется: просто меняйте его.")


class NotYoursToRead(DomainError):
    sentence = _("Отмечает тот, кому план показали. Вам отвечать не нужно.")


class StepsLeft(DomainError):
    sentence = _("Сделано ещё не всё, и срок не вышел. Чтобы закрыть раньше, напишите, почему.")


class WordsMissing(DomainError):
    sentence = _("Не хватает слов. Напишите хотя бы одно предложение.")


class NotADifficultyOfThese(DomainError):
    sentence = _("Такой трудности в этом плане нет. Выберите из списка.")


class GoalIsReached(DomainError):
    sentence = _("Эта цель уже достигнута. Поставьте следующую.")


class AlreadySignalled(DomainError):
    sentence = _("Отметка уже стоит. Поговорите о ней и снимите, когда договоритесь.")


class StepIsDone(DomainError):
    sentence = _("Этот шаг уже сделан.")


class NotALink(DomainError):
    sentence = _("Это не похоже на ссылку. Она начинается с https://")


class NothingToAdvise(DomainError):
    sentence = _("Такого в списке нет. Обновите страницу и выберите ещё раз.")


class NoSuchTemplate(DomainError):
    sentence = _("Такого готового плана нет. Выберите из списка.")
