"""An open intake of one side, with an application of each sort."""

from datetime import date

from nastavnik.domain.intake import actions
from nastavnik.domain.people.enums import RoleCode


def add(side, school):
    """Entered by the teacher: sent, and begun; the intake waits for both sides."""
    teacher, by = side.users[RoleCode.TEACHER], side.users[RoleCode.COORDINATOR]
    intake = actions.open_intake(side.module, starts_on=date(2026, 9, 1), by=by)
    sent = _written(side, intake, teacher, f"{side.mark}ская")
    actions.submit(sent, by=teacher)
    begun = _written(side, intake, teacher, f"{side.mark}ных")
    side.rows |= {
        "intake": intake.pk,
        "intake_role": (intake.pk, "mentee"),
        "intake_token": intake.token,
        "intake_page": (intake.token, "name"),
        "application": sent.pk,
        "application_begun": begun.pk,
    }


def _written(side, intake, teacher, surname):
    application, _code = actions.start(intake, role="mentee", source="teacher", by=teacher)
    answers = {
        "surname": surname,
        "given_name": "Вера",
        "birth_date": date(2014, 7, 7),
        "needs": f"помощь {side.mark}",
        "guardian_name": f"{surname} Нина",
    }
    return actions.save_page(application, answers)
