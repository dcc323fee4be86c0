"""The app of the room."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "nastavnik.domain.exchange"
    label = "exchange"
    verbose_name = "Обмен таблицами"
