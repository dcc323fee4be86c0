"""The app of the room."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "nastavnik.domain.monitoring"
    label = "monitoring"
    verbose_name = "Мониторинг"
