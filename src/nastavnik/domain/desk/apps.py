"""The app of the room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "nastavnik.domain.desk"
    label = "desk"
    verbose_name = "Сегодня"
