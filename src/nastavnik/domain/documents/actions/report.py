"""The report of a programme as a paper."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.domain.documents.actions.filing import new_document, take_turn, write_files
from nastavnik.domain.documents.actions.settling import issue
from nastavnik.domain.documents.adapter import report_context
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.papers import to_plain
from nastavnik.domain.programmes.models import Programme

KIND = "programme_report"


@transaction.atomic
def prepare_report(programme: Programme, *, as_of: date, by: Any) -> Document:
    """The figures of a day, frozen; asked again while nothing has changed it is the same paper. Raises HeadMissing."""
    organisation = take_turn(programme.organisation_id)
    document = new_document(KIND, organisation, number="", dated_on=as_of, by=by, programme=programme)
    said = kind_of(KIND).build(report_context(document))
    same = Document.objects.filter(
        organisation=organisation, kind=KIND, programme=programme, dated_on=as_of, state=DocumentState.ISSUED
    )
    for earlier in same:
        if earlier.context["paper"] == to_plain(said):
            return earlier
    document.save()
    write_files(document, said, by=by)
    audit.record("document.prepare", document, by=by, fields=["dated_on"])
    return issue(document, by=by)
