"""What may go wrong in the room."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NobodyToMatch(DomainError):
    sentence = _("Подбирать пока некого: нужны и наставляемые, и наставники, допущенные к подбору. "
                 "Загрузите списки или допустите участников.")  # fmt: skip


class DataChanged(DomainError):
    """The people or the settings are no longer what the run was made from."""

    sentence = _("Данные изменились: кто-то добавлен, исправлен или получил допуск. "
                 "Пересчитайте подбор, потом публикуйте.")  # fmt: skip


class ChangeRefused(DomainError):
    """A hand-made change breaks a hard rule; `why` says which."""

    sentence = _("Так не получится: %(why)s")


class NothingToPublish(DomainError):
    sentence = _("В этом предложении нет ни одной пары. Посмотрите, что поможет, и подберите ещё раз.")


class RunIsOver(DomainError):
    sentence = _("Это предложение уже опубликовано или отброшено. Откройте последнее.")


class NobodyToChoose(DomainError):
    """A choice needs both sides."""

    sentence = _("Выбирать пока некого: отметьте хотя бы одного наставника и одного наставляемого, которые пришли.")


class MeetingIsAhead(DomainError):
    sentence = _("Встреча ещё впереди: %(day)s. Отметьте, кто пришёл, после неё.")


class ChoiceIsOver(DomainError):
    sentence = _("Сейчас выбор не идёт: он ещё не начат или уже закончен. Куратор может открыть его.")


class NotAtTheMeeting(DomainError):
    sentence = _("%(name)s нет среди тех, кого можно выбрать. Обновите страницу и выберите ещё раз.")


class TooManyChoices(DomainError):
    sentence = _("Можно назвать до трёх человек, каждого один раз.")


class AnsweredThemselves(DomainError):
    """Staff fill in for those who did not answer, never over somebody's own answer."""

    sentence = _("%(name)s: ответ уже дан самостоятельно. Исправить его может только сам человек.")


class AlreadyInTheChoice(DomainError):
    """Taking a tick away would throw away an answer."""

    sentence = _("%(name)s уже участвует в выборе, отметку снять нельзя.")


class AlreadySuggested(DomainError):
    sentence = _("Эту пару уже предложили, она ждёт решения куратора.")


class NotForThisPair(DomainError):
    sentence = _("%(name)s сейчас не в этом модуле. Выберите другого человека.")


class NobodyCalledSo(DomainError):
    sentence = _("Такого имени среди наставников этой программы нет. Проверьте фамилию и имя или спросите куратора.")


class SeveralCalledSo(DomainError):
    sentence = _("Таких наставников несколько. Напишите отчество или скажите куратору, о ком речь.")


class EnoughNamed(DomainError):
    sentence = _("Можно назвать до трёх человек. Дождитесь, что решит куратор.")
