"""Files that show that a row of the roadmap was done."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.files.checking import content_type_of
from nastavnik.domain.programmes.errors import TooManyFiles
from nastavnik.domain.programmes.models import RoadmapEvidence, RoadmapItem

MOST_FILES = 20  # of one row


@transaction.atomic
def add_evidence(item: RoadmapItem, *, title: str, content: bytes, by: Any) -> RoadmapEvidence:
    """Keep a file with the row. A file that is no picture, PDF or office document is refused by the files room."""
    kind = content_type_of(content, title)
    if item.evidence.count() >= MOST_FILES:
        raise TooManyFiles(limit=MOST_FILES)
    file = store(item.organisation, title=title, content=content, content_type=kind, by=by)
    evidence = RoadmapEvidence.objects.create(organisation_id=item.organisation_id, item=item, file=file)
    audit.record("roadmapevidence.add", evidence, by=by)
    return evidence


@transaction.atomic
def remove_evidence(evidence: RoadmapEvidence, *, by: Any) -> None:
    """Not this file: it goes."""
    audit.record("roadmapevidence.remove", evidence, by=by)
    file = evidence.file
    evidence.delete()
    remove(file)
