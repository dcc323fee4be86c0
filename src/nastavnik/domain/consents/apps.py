"""The app of the room."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "nastavnik.domain.consents"
    label = "consents"
    verbose_name = "Согласия"

    def ready(self) -> None:
        from nastavnik.domain.consents.queries import processable
        from nastavnik.domain.notifications.gate import let_through

        let_through(processable)
