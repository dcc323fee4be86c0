"""What may go wrong with consents."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class ConsentMissing(DomainError):
    sentence = _("Не хватает согласия: %(name)s. Запишите его на странице «Согласия» и повторите.")


class SignedInFuture(DomainError):
    sentence = _("Подпись не может стоять завтрашним днём: %(day)s. Исправьте дату.")


class ConsentEndsBeforeItBegins(DomainError):
    sentence = _("Согласие заканчивается раньше, чем начинается. Исправьте срок.")


class NothingSigned(DomainError):
    sentence = _("Отметьте, кто подписал согласие: родитель или сам ребёнок.")


class NotAGuardian(DomainError):
    sentence = _("%(name)s не записан в родители этого ребёнка. Сначала добавьте родителя в карточке.")


class ConsentWithdrawn(DomainError):
    sentence = _("Это согласие уже отозвано.")
