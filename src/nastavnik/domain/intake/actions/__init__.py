"""What can be done with applications, in the steps of their story, and with the admission of people."""

from nastavnik.domain.intake.actions.asking import erase, save_extra
from nastavnik.domain.intake.actions.deciding import accept, answer_twin, decline, mark_remedy, return_for_more
from nastavnik.domain.intake.actions.drafting import erase_drafts, renew_code, save_page, start
from nastavnik.domain.intake.actions.opening import close_intake, edit_intake, open_intake, reopen_intake
from nastavnik.domain.intake.actions.submitting import Asked, ask_for_consents, submit
from nastavnik.domain.intake.actions.withdrawing import lead_instead, record_talk, withdraw

__all__ = [
    "Asked",
    "accept",
    "answer_twin",
    "ask_for_consents",
    "close_intake",
    "decline",
    "edit_intake",
    "erase",
    "erase_drafts",
    "lead_instead",
    "mark_remedy",
    "open_intake",
    "record_talk",
    "renew_code",
    "reopen_intake",
    "return_for_more",
    "save_extra",
    "save_page",
    "start",
    "submit",
    "withdraw",
]
