"""The app of the room."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "nastavnik.domain.notifications"
    label = "notifications"
    verbose_name = "Оповещения"
