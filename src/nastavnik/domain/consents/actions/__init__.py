"""What can be done with consents, one file a step of the story."""

from nastavnik.domain.consents.actions.answering import answer_one, answer_request, refuse_request
from nastavnik.domain.consents.actions.recording import Signature, record_consent, record_listed, record_papers
from nastavnik.domain.consents.actions.requesting import call_off, renew_link, request_consents, request_for_many
from nastavnik.domain.consents.actions.texts import draft_text, edit_draft, publish_draft, text_in_use
from nastavnik.domain.consents.actions.withdrawing import withdraw_consent

__all__ = [
    "Signature",
    "answer_one",
    "answer_request",
    "call_off",
    "draft_text",
    "edit_draft",
    "publish_draft",
    "record_consent",
    "record_listed",
    "record_papers",
    "refuse_request",
    "renew_link",
    "request_consents",
    "request_for_many",
    "text_in_use",
    "withdraw_consent",
]
