"""The app of the room."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "nastavnik.domain.support"
    label = "support"
    verbose_name = "Сопровождение"
