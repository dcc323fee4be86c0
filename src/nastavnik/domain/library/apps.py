"""The app of the room."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "nastavnik.domain.library"
    label = "library"
    verbose_name = "Библиотека"
