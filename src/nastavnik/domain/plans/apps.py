"""The app of the room."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "nastavnik.domain.plans"
    label = "plans"
    verbose_name = "Планы пар"
