"""What can be done with papers, one file a step of their story."""

from nastavnik.domain.documents.actions.appendices import add_appendix
from nastavnik.domain.documents.actions.approving import approve, send_back, submit
from nastavnik.domain.documents.actions.batching import (
    begin_batch,
    finish_batch,
    gather_papers,
    give_up_batch,
    order_batch,
)
from nastavnik.domain.documents.actions.certificate import issue_certificate, issue_certificates
from nastavnik.domain.documents.actions.consent_sheets import consent_sheets
from nastavnik.domain.documents.actions.editions import new_edition
from nastavnik.domain.documents.actions.gathering import forget_copies
from nastavnik.domain.documents.actions.grounds import add_ground, edit_ground, remove_ground, seed_legal_grounds
from nastavnik.domain.documents.actions.making import LEASE, make_batch
from nastavnik.domain.documents.actions.naming import correct_name
from nastavnik.domain.documents.actions.order import prepare_order
from nastavnik.domain.documents.actions.own_templates import stop_using_template, upload_template
from nastavnik.domain.documents.actions.preparing import edit_paper, prepare, refresh
from nastavnik.domain.documents.actions.report import prepare_report
from nastavnik.domain.documents.actions.sections import restore_section, write_section
from nastavnik.domain.documents.actions.settling import discard, issue, replace, revoke

__all__ = [
    "LEASE",
    "add_appendix",
    "add_ground",
    "approve",
    "begin_batch",
    "consent_sheets",
    "correct_name",
    "discard",
    "edit_ground",
    "edit_paper",
    "finish_batch",
    "forget_copies",
    "gather_papers",
    "give_up_batch",
    "issue",
    "issue_certificate",
    "issue_certificates",
    "make_batch",
    "new_edition",
    "order_batch",
    "prepare",
    "prepare_order",
    "prepare_report",
    "refresh",
    "remove_ground",
    "replace",
    "restore_section",
    "revoke",
    "seed_legal_grounds",
    "send_back",
    "stop_using_template",
    "submit",
    "upload_template",
    "write_section",
]
