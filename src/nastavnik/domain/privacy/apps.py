"""The app of the room."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "nastavnik.domain.privacy"
    label = "privacy"
    verbose_name = "Персональные данные"
