"""The app of the room."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "nastavnik.domain.matching"
    label = "matching"
    verbose_name = "Подбор"
