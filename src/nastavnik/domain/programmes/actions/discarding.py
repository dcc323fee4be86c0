"""Taking back a programme that was made by mistake."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from nastavnik.core import audit
from nastavnik.domain.programmes.actions.evidence import remove_evidence
from nastavnik.domain.programmes.errors import ProgrammeInUse
from nastavnik.domain.programmes.models import Module, Programme, RoadmapEvidence, RoadmapItem
from nastavnik.domain.programmes.queries.discarding import hinders


@transaction.atomic
def discard_programme(programme: Programme, *, by: Any) -> None:
    """Delete a programme that has not begun, with its modules, stages, rows and files.

    Raises ProgrammeInUse where there are people, pairs, papers (other than discarded ones) or a copy of it.
    """
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    if hinders(programme):
        raise ProgrammeInUse(title=programme.title)
    audit.record("programme.discard", programme, by=by, fields=["title", "starts_on"])
    for evidence in RoadmapEvidence.objects.filter(item__stage__programme=programme).select_related("file"):
        remove_evidence(evidence, by=by)
    for module in programme.modules.all():
        _let_go(module)
    _let_go(programme)
    RoadmapItem.objects.filter(stage__programme=programme).delete()
    try:
        programme.stages.all().delete()
        programme.staff.all().delete()
        programme.modules.all().delete()
        programme.delete()
    except ProtectedError as refusal:
        raise ProgrammeInUse(title=programme.title) from refusal


def _let_go(subject: Module | Programme) -> None:
    """Discarded papers stay in the register without what they were about."""
    field = "module" if isinstance(subject, Module) else "programme"
    subject.documents.update(**{field: None})
