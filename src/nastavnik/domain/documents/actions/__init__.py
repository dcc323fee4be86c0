"""What can be done with papers, one file a step of their story."""

from nastavnik.domain.documents.actions.approving import approve, send_back, submit
from nastavnik.domain.documents.actions.batching import begin_batch, finish_batch, give_up_batch
from nastavnik.domain.documents.actions.certificate import issue_certificate, issue_certificates
from nastavnik.domain.documents.actions.grounds import add_ground, edit_ground, remove_ground, seed_legal_grounds
from nastavnik.domain.documents.actions.order import correct_name, edit_order, prepare_order, refresh_order
from nastavnik.domain.documents.actions.report import prepare_report
from nastavnik.domain.documents.actions.settling import discard, issue, replace, revoke

__all__ = [
    "add_ground",
    "approve",
    "begin_batch",
    "correct_name",
    "discard",
    "edit_ground",
    "edit_order",
    "finish_batch",
    "give_up_batch",
    "issue",
    "issue_certificate",
    "issue_certificates",
    "prepare_order",
    "prepare_report",
    "refresh_order",
    "remove_ground",
    "replace",
    "revoke",
    "seed_legal_grounds",
    "send_back",
    "submit",
]
