"""The app of the frame: its template tags are used by every page."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "nastavnik.web.shell"
    label = "shell"
    verbose_name = "Рамка"

    def ready(self) -> None:
        from nastavnik.web.shell.forms import speak_our_words

        speak_our_words()
