"""Expected trouble of the room, each with the sentence that a person reads."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class TimeGone(DomainError):
    sentence = _("%(when)s: это уже прошло. Назначают то, что впереди; что уже было, запишите на странице пары.")


class TooFarAhead(DomainError):
    sentence = _("%(day)s: это больше чем через год. Проверьте год и назначьте поближе.")


class AlreadyBusy(DomainError):
    """Somebody of them has another meeting at that time."""

    sentence = _("%(when)s: %(name)s в это время уже на другой встрече. Выберите другое время.")


class NoTimes(DomainError):
    sentence = _("Не выбрано ни одного времени. Отметьте хотя бы одно или напишите своё.")


class TooManyTimes(DomainError):
    sentence = _("Многовато: предложите не больше %(most)s вариантов.")


class NotOffered(DomainError):
    sentence = _("Этого времени среди предложенных нет. Выберите из списка или предложите своё.")


class OwnOffer(DomainError):
    sentence = _("На своё предложение отвечает другая сторона. Можно отозвать его и предложить другое время.")


class NotAMember(DomainError):
    sentence = _("Время предлагают и выбирают те, кто в паре или в группе, и куратор.")


class SeriesEmpty(DomainError):
    """All days of the series fall on holidays, pauses or other meetings."""

    sentence = _("По этому расписанию не выходит ни одной встречи: проверьте день, срок, каникулы и другие встречи.")


class SeriesTooLong(DomainError):
    sentence = _("Расписание составляют не больше чем на год: до %(day)s.")


class SeriesReversed(DomainError):
    sentence = _("Последняя встреча раньше первой. Проверьте даты.")


class LessonUnordered(DomainError):
    sentence = _("Уроки заканчиваются раньше, чем начинаются. Поменяйте время местами.")


class ChooseOne(DomainError):
    sentence = _("Выберите одно время из списка.")
