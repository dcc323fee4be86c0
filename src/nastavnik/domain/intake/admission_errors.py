"""What may go wrong with admission, each with the sentence that a person reads."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NotEverythingThere(DomainError):
    """A must of the checklist is missing."""

    sentence = _("Допустить пока нельзя. Не хватает: %(missing)s.")


class OnlyMentors(DomainError):
    sentence = _("Так допускают только наставников. Наставляемых принимают по заявке.")


class HeldInFuture(DomainError):
    sentence = _("%(day)s ещё впереди. Запишите день, который уже был.")


class CannotBeWaived(DomainError):
    """The law's points, and what is nobody's to waive."""

    sentence = _("Это требует закон или сам участник: отметить «не требуется» нельзя.")


class WhyMissing(DomainError):
    sentence = _("Напишите, почему: одного предложения хватит. Его увидит тот, кто будет проверять.")


class AgreementOverlaps(DomainError):
    sentence = _("На эти дни уже есть соглашение: %(period)s. Исправьте срок или прекратите то соглашение.")


class AgreementUnordered(DomainError):
    sentence = _("Дни не сходятся: сначала согласие работника, потом подпись, потом начало и конец работы.")


class AgreementIsOver(DomainError):
    sentence = _("Это соглашение уже прекращено.")


class EndsTooSoon(DomainError):
    """ТК РФ ст. 351.8: three working days between the notice and the end."""

    sentence = _("Предупредить нужно не меньше чем за три рабочих дня: при уведомлении %(notice)s последний день "
                 "работы не раньше %(earliest)s.")  # fmt: skip


class OutsideTheAgreement(DomainError):
    sentence = _("%(day)s не попадает в срок соглашения. Исправьте последний день работы.")
