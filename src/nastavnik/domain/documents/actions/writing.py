"""The text of a paper and of its appendices, written while it is a draft and never again."""

from typing import Any

from nastavnik.core.errors import ForbiddenTransition
from nastavnik.domain.documents.actions.filing import write_files
from nastavnik.domain.documents.actions.subjects import require_consent
from nastavnik.domain.documents.adapter import check_facts, paper_of
from nastavnik.domain.documents.adapter.certificate import context_of
from nastavnik.domain.documents.adapter.training_certificate import context_of as training_of
from nastavnik.domain.documents.adapter.training_certificate import training_facts
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import appendices_of, current_template

WRITTEN = ("sections", "context", "docx_id", "pdf_id")


def require_draft(document: Document, action: str) -> None:
    """Held until the end of the transaction: nobody submits or issues what is being written, and what somebody wrote
    meanwhile counts."""
    held = Document.objects.select_for_update().only("state", *WRITTEN).get(pk=document.pk)
    if held.state != DocumentState.DRAFT:
        raise ForbiddenTransition(action, held.state)
    for name in WRITTEN:
        setattr(document, name, getattr(held, name))


def write(document: Document, *, by: Any) -> None:
    """Write a draft from the rows as they are now, with the sections written by hand. Raises HeadMissing,
    ConsentMissing."""
    require_draft(document, "write")
    require_consent(document)
    if document.member is not None:
        facts = check_facts(context_of(document), document.member)
        document.context = {**document.context, "check": facts.as_json()}
    elif document.check_code:
        facts = training_facts(document, training_of(document))
        document.context = {**document.context, "check": facts.as_json()}
    _take_template(document)
    write_files(document, paper_of(document), by=by)


def _take_template(document: Document) -> None:
    """A draft is made of the institution's own template of today, if there is one."""
    own = current_template(document.organisation, document.kind)
    if own != document.template:
        document.template = own
        document.save(update_fields=["template"])


def write_all(document: Document, *, by: Any) -> None:
    """The paper and its appendices: their header is the number and the day of the paper."""
    write(document, by=by)
    for appendix in appendices_of(document):
        write(appendix, by=by)
