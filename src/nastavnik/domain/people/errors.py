"""What may go wrong with people."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class PersonExists(DomainError):
    sentence = _("%(name)s с этой датой рождения уже есть в списке. Откройте эту карточку и дополните её.")


class NameMissing(DomainError):
    sentence = _("Не хватает фамилии. Допишите её и сохраните ещё раз.")


class OtherOrganisation(DomainError):
    sentence = _("Эти люди из разных организаций. Добавьте человека в свою организацию и повторите.")


class GuardianIsMinor(DomainError):
    sentence = _("%(name)s младше 18 лет и не может отвечать за ребёнка. Проверьте, того ли человека вы выбрали.")


class GuardianOfThemself(DomainError):
    sentence = _("Человек не может быть родителем самому себе. Выберите взрослого.")


class ClearanceForAdults(DomainError):
    sentence = _("%(name)s младше 18 лет: допуск нужен только взрослым.")


class DateInFuture(DomainError):
    sentence = _("Этот день ещё не наступил: %(day)s. Исправьте дату.")


class TermEndsBeforeItBegins(DomainError):
    sentence = _("Срок заканчивается раньше, чем начинается. Исправьте последний день.")


class ClearanceRecorded(DomainError):
    sentence = _("Допуск с этой датой проверки уже записан. Откройте его или исправьте дату.")


class LastCoordinator(DomainError):
    sentence = _("Это единственный куратор организации. Сначала назначьте другого.")


class PasswordDoesNotFit(DomainError):
    sentence = _("Имя или пароль не подошли. Проверьте раскладку и попробуйте ещё раз.")


class CodeDoesNotFit(DomainError):
    """One text for what never was, was used, was withdrawn or is too old: nothing is told to whoever guesses."""

    sentence = _("Код не подошёл: он мог устареть, или им уже вошли. Сверьте буквы или спросите нового у куратора.")


class TooManyAttempts(DomainError):
    sentence = _("Слишком много неверных попыток. Подождите 15 минут или войдите по коду с карточки.")


class NobodyToSignIn(DomainError):
    sentence = _("Этот человек сейчас не может входить: его учётная запись закрыта.")


class HeadMissing(DomainError):
    """Papers are signed and programmes are agreed to by whoever holds the role of the head."""

    sentence = _("Некому подписать: руководитель не назначен. Назначьте его: «Организация» → «Сотрудники и роли».")
    place, place_title = "organisations:staff", _("Назначить руководителя")


class AlreadyPromoted(DomainError):
    sentence = _("Классы этого года уже переведены, или перевод уже отменён. Посмотрите, что стало.")


class NobodyToPromote(DomainError):
    sentence = _("Переводить некого: для каждого класса выбрано «не трогать». Выберите, кто идёт дальше.")


class PromotionStoodUpon(DomainError):
    """Somebody was placed otherwise since."""

    sentence = _("Отменить перевод нельзя: после него класс изменили (%(names)s). Верните им класс по одному.")
