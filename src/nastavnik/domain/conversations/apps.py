"""The app of the room."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "nastavnik.domain.conversations"
    label = "conversations"
    verbose_name = "Переписка и помощь"
