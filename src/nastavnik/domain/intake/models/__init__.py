"""The tables of the room, one file a noun."""

from nastavnik.domain.intake.models.admission import (
    AdmissionDecision,
    AdmissionItem,
    AdmissionMark,
    EmployeeAgreement,
    Interview,
)
from nastavnik.domain.intake.models.application import Application, ApplicationStateChange
from nastavnik.domain.intake.models.intake import Intake

__all__ = [
    "AdmissionDecision",
    "AdmissionItem",
    "AdmissionMark",
    "Application",
    "ApplicationStateChange",
    "EmployeeAgreement",
    "Intake",
    "Interview",
]
