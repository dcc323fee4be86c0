"""The app of the room."""

from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "nastavnik.domain.scheduling"
    label = "scheduling"
    verbose_name = "Календарь"

    def ready(self) -> None:
        from nastavnik.domain.notifications.enclosures import enclose_with
        from nastavnik.domain.scheduling.queries.enclosing import KINDS, enclosed

        for kind in KINDS:
            enclose_with(kind, enclosed)
