"""The app of the room."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "nastavnik.domain.questionnaires"
    label = "questionnaires"
    verbose_name = "Анкеты"
