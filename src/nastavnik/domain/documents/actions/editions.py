"""An issued paper never changes: what is wrong in it is corrected by a new edition that takes its place."""

import random
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.errors import ForbiddenTransition
from nastavnik.domain.documents.actions.filing import take_turn
from nastavnik.domain.documents.actions.writing import write_all
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import GoesWithOrder
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import paper
from nastavnik.domain.documents.models import Document, DocumentMentorship
from nastavnik.domain.documents.queries import appendices_of, edition_in_work
from nastavnik.domain.documents.rendering.check_code import new_check_code

CHANCE = random.SystemRandom()
KEPT = ("kind", "title", "book", "number", "normal_number", "dated_on", "year", "programme", "module",
        "person", "member", "participation", "partner", "valid_from", "valid_until", "answers", "sections",
        "appendix_number")  # fmt: skip


@transaction.atomic
def new_edition(document: Document, *, by: Any) -> Document:
    """A draft that will replace an issued paper, with its number, day, answers and words by hand, written from the
    rows as they are now; asked again, the same draft. Issuing it starts and issues nothing a second time.

    Raises GoesWithOrder, ForbiddenTransition, HeadMissing.
    """
    if document.appendix_to is not None:
        raise GoesWithOrder(paper=paper(document.appendix_to))
    organisation = take_turn(document.organisation_id)
    document.refresh_from_db(fields=["state"])
    given = edition_in_work(document)
    if given is not None:
        return given
    if document.state != DocumentState.ISSUED:
        raise ForbiddenTransition("new_edition", document.state)
    edition = _copied(document, by, organisation=organisation)
    for former in appendices_of(document):
        _copied(former, by, organisation=organisation, appendix_to=edition)
    write_all(edition, by=by)
    audit.record("document.new_edition", edition, by=by, fields=["replaces", "edition"])
    return edition


def _copied(former: Document, by: Any, **about: Any) -> Document:
    kept = {name: getattr(former, name) for name in KEPT}
    code = new_check_code(CHANCE) if kind_of(former.kind).has_check_code else None
    about |= {"edition": former.edition + 1, "replaces": former, "prepared_by": by, "check_code": code}
    edition = Document(**kept, context={"base": former.context.get("base", "")}, **about)
    edition.save(force_insert=True)
    DocumentMentorship.objects.bulk_create(
        DocumentMentorship(organisation_id=former.organisation_id, document=edition, mentorship_id=pk)
        for pk in former.document_mentorships.values_list("mentorship_id", flat=True)
    )
    return edition
