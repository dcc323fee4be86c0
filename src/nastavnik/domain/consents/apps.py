"""The app of the room."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "nastavnik.domain.consents"
    label = "consents"
    verbose_name = "Согласия"
