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


class NothingAsked(DomainError):
    sentence = _("Отметьте, какие согласия спросить.")


class NotOpen(DomainError):
    sentence = _("Эта просьба о согласии уже закрыта: на неё ответили или вместо неё отправили новую.")


class LinkNotEnough(DomainError):
    sentence = _("Это согласие подписывают на бумаге. Распечатайте его или попросите лист у куратора.")


class SignerUnnamed(DomainError):
    sentence = _("Напишите фамилию и имя того, кто даёт согласие.")


class SignedByTheChild(DomainError):
    sentence = _(
        "Здесь нужна подпись взрослого: родителя или опекуна. Написано имя ребёнка, за него подписать нельзя. Напишите "
        "фамилию, имя и отчество взрослого. Если вас зовут так же, попросите у куратора лист и подпишите на бумаге."
    )


class TextIsPublished(DomainError):
    sentence = _("Опубликованный текст не меняется: его уже могли подписать. Подготовьте новую версию.")


class PartMissing(DomainError):
    sentence = _("Не заполнено: %(part)s. Без этого согласие не действует (152-ФЗ, ст. 9). Допишите и опубликуйте.")


class TextHasBlank(DomainError):
    sentence = _(
        "В тексте осталась пустая строка вместо адреса или названия. Впишите их: запишите юридический адрес и места "
        "публикации в «Организации» или допишите текст сами."
    )
    place = "organisations:edit"
    place_title = _("Открыть «Организацию»")


class ScanIsAttached(DomainError):
    sentence = _("Этот скан уже приложен. Обновите страницу.")


class ScanOfOther(DomainError):
    sentence = _("Скан и согласие из разных организаций. Найдите лист по его коду.")
