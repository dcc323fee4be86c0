"""The app of the core."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    name = "nastavnik.core"
    label = "core"
    verbose_name = "Основа"

    def ready(self) -> None:
        # Each room's `tasks.py` registers what may run in the background; the checks look at the database settings.
        autodiscover_modules("tasks")
        from nastavnik.core import checks  # noqa: F401
