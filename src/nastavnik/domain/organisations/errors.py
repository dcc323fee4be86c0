"""What may go wrong with organisations."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class StudyGroupExists(DomainError):
    sentence = _("«%(title)s» в этом учебном году уже есть. Откройте эту группу или назовите новую иначе.")


class AcademicYearExists(DomainError):
    sentence = _("Учебный год %(title)s уже есть.")


class PeriodReversed(DomainError):
    sentence = _("Последний день раньше первого. Поменяйте даты местами.")


class PartnerExists(DomainError):
    sentence = _("Партнёр «%(title)s» уже есть в списке. Откройте его или назовите этого иначе.")


class RequisitesMissing(DomainError):
    """`fields`: the names of the empty fields, as the page of the organisation calls them."""

    sentence = _(
        "По ссылке согласие подписывают, только когда в нём назван оператор (152-ФЗ, ст. 9). Заполните в "
        "«Организации»: %(fields)s."
    )
    place = "organisations:edit"
    place_title = _("Открыть «Организацию»")


class ServiceNotAllowed(DomainError):
    """`services`: the hosts that the institution allows."""

    sentence = _(
        "Эта ссылка ведёт не туда, куда разрешает организация. Можно: %(services)s. Ссылка начинается с https://."
    )


class NoServiceAllowed(DomainError):
    sentence = _(
        "Организация пока не назвала ни одного сервиса видеосвязи. Попросите куратора или оставьте ссылку пустой."
    )
