"""What can be done with consents, one file a step of the story."""

from nastavnik.domain.consents.actions.answering import answer_one, answer_request, refuse_request
from nastavnik.domain.consents.actions.reading import JOB, keep_scans, read_scan, take_scans
from nastavnik.domain.consents.actions.recording import Signature, record_consent, record_listed, record_papers
from nastavnik.domain.consents.actions.requesting import (
    USUAL,
    call_off,
    renew_link,
    request_consents,
    request_for_many,
    sheets_for,
)
from nastavnik.domain.consents.actions.scanning import (
    attach_photo,
    attach_scan,
    discard_scan,
    request_without_code,
)
from nastavnik.domain.consents.actions.texts import (
    draft_text,
    edit_draft,
    publish_draft,
    require_no_blanks,
    text_in_use,
)
from nastavnik.domain.consents.actions.withdrawing import withdraw_consent

__all__ = [
    "JOB",
    "USUAL",
    "Signature",
    "answer_one",
    "answer_request",
    "attach_photo",
    "attach_scan",
    "call_off",
    "discard_scan",
    "draft_text",
    "edit_draft",
    "keep_scans",
    "publish_draft",
    "read_scan",
    "record_consent",
    "record_listed",
    "record_papers",
    "refuse_request",
    "renew_link",
    "request_consents",
    "request_for_many",
    "request_without_code",
    "require_no_blanks",
    "sheets_for",
    "take_scans",
    "text_in_use",
    "withdraw_consent",
]
