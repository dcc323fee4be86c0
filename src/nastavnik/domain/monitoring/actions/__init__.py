"""What can be done with surveys."""

from nastavnik.domain.monitoring.actions.answering import (
    answer_page,
    enter_paper,
    finish,
)
from nastavnik.domain.monitoring.actions.surveys import (
    close_wave,
    create_survey,
    open_wave,
    plan_wave,
    remind,
)

__all__ = [
    "answer_page",
    "close_wave",
    "create_survey",
    "enter_paper",
    "finish",
    "open_wave",
    "plan_wave",
    "remind",
]
