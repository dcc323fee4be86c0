"""Expected trouble of the room."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NothingToRead(DomainError):
    sentence = _("Памятка пуста. Напишите название и хотя бы одно предложение.")
