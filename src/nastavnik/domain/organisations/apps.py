"""The app of the room."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "nastavnik.domain.organisations"
    label = "organisations"
    verbose_name = "Организации"
