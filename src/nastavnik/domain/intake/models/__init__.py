"""The tables of the room, one file a noun."""

from nastavnik.domain.intake.models.application import Application, ApplicationStateChange
from nastavnik.domain.intake.models.intake import Intake

__all__ = [
    "Application",
    "ApplicationStateChange",
    "Intake",
]
