"""The app of the room."""

from django.apps import AppConfig


class AchievementsConfig(AppConfig):
    name = "nastavnik.domain.achievements"
    label = "achievements"
    verbose_name = "Достижения"
