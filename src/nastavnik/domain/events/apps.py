"""The app of the room."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "nastavnik.domain.events"
    label = "events"
    verbose_name = "Мероприятия и обучение"
