"""The app of the room."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "nastavnik.domain.documents"
    label = "documents"
    verbose_name = "Документы"
