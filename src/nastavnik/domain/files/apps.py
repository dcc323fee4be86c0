"""The app of the room."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "nastavnik.domain.files"
    label = "files"
    verbose_name = "Файлы"
