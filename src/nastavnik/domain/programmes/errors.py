"""What may go wrong in the room."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class TitleTaken(DomainError):
    sentence = _("«%(title)s» в этом году уже есть. Назовите программу иначе или откройте ту.")


class ModuleTitleTaken(DomainError):
    sentence = _("Модуль «%(title)s» в этой программе уже есть. Назовите новый иначе.")


class OutsideTheYear(DomainError):
    sentence = _("Начало программы не попадает в учебный год %(year)s. Исправьте день или возьмите другой год.")


class EndsBeforeStart(DomainError):
    sentence = _("Программа заканчивается раньше, чем начинается. Исправьте один из двух дней.")


class ProgrammeInUse(DomainError):
    sentence = _("«%(title)s» удалить нельзя: она уже начата либо в ней есть люди, пары, бумаги, ответы или её копия.")


class CopyBeginsEarlier(DomainError):
    sentence = _("Копия началась бы раньше самой программы (%(day)s). Исправьте первый день.")


class AlreadyTakesPart(DomainError):
    sentence = _("%(name)s уже в этом модуле. Откройте список участников.")


class AnotherOrganisation(DomainError):
    """A person of one institution cannot take part in a programme of another one."""

    sentence = _("Этот человек записан в другой организации. Сначала добавьте его в свою.")


class ProgrammeIsClosed(DomainError):
    sentence = _("Программа «%(title)s» завершена, записать в неё нельзя. Создайте программу на новый год.")


class PairStillWorks(DomainError):
    sentence = _("У участника есть пара. Сначала завершите её, потом снимите участника с программы.")


class NothingObserved(DomainError):
    sentence = _("Записывать пока нечего. Отметьте что-нибудь одно или напишите два слова.")


class OwnObservation(DomainError):
    """Nobody observes oneself: that is what the profile is for."""

    sentence = _("О себе наблюдение не записывают. Попросите другого педагога или психолога.")


class NoteMissing(DomainError):
    sentence = _("Не хватает слов: напишите, что изменить. Куратор увидит это на странице программы.")


class EntryTitleTaken(DomainError):
    sentence = _("«%(title)s» в этом списке уже есть. Измените ту запись или назовите новую иначе.")


class UnknownEntry(DomainError):
    """The entry was taken away, or never was."""

    sentence = _("Такой записи в списке «%(catalogue)s» уже нет. Обновите страницу и выберите из того, что есть.")


class ShippedIsFixed(DomainError):
    sentence = _("«%(title)s» поставляется с программой, переименовать нельзя. Добавьте свою запись рядом.")


class RoleModelInUse(DomainError):
    sentence = _("«%(title)s» выбрана в модуле. Сначала выберите там другую модель, потом уберите эту.")


class PageIsClosed(DomainError):
    sentence = _("Эта страница уже закрыта. Спросите о программе в организации.")


class TooManyAnswers(DomainError):
    sentence = _("Сейчас слишком много ответов сразу. Попробуйте через час, написанное осталось на странице.")


class RowsNotUnderstood(DomainError):
    """All rows of a pasted table are added, or none."""

    sentence = _("Пока ничего не добавлено: не поняты строки %(rows)s. Исправьте их или отметьте «не добавлять».")


class TooManyFiles(DomainError):
    sentence = _("У строки уже %(limit)s файлов. Уберите лишний или соберите снимки в один PDF.")


class CardNeedsConsent(DomainError):
    """What everybody may read needs a consent of its own."""

    sentence = _(
        "Карточку открыть нельзя: нет действующего согласия на публикацию или наставник вышел из программы. "
        "Попросите согласие на странице человека."
    )


class NamesInNews(DomainError):
    """What everybody reads names a child by surname, or a grown-up who did not agree to it."""

    sentence = _(
        "В новости есть фамилии: %(names)s. Детей называют «Полина В.», взрослых – с согласия на публикацию. Исправьте "
        "текст или отметьте, что это не о них."
    )


class NewsIsGone(DomainError):
    sentence = _("Эта новость удалена, изменить её нельзя. Напишите новую.")
