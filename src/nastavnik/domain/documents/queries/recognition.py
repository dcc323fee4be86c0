"""Papers by which people are thanked: who has one already, and the register of them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import LIVE, Document
from nastavnik.domain.documents.queries.visible import visible_to

THANKS, CERTIFICATE, ORDER = "thanks_letter", "certificate", "reward_order"
RECOGNISES = (CERTIFICATE, THANKS, "training_certificate", ORDER)


def thanked_already(participations: Iterable[int], since: date, until: date) -> dict[int, list[Document]]:
    """Participation → letters and certificates of the period that it has, drafts too. One query."""
    ids = list(participations)
    rows = Document.objects.filter(
        Q(participation__in=ids) | Q(member__participation__in=ids),
        kind__in=RECOGNISES, state__in=LIVE, dated_on__range=(since, until),
    )  # fmt: skip
    found: dict[int, list[Document]] = defaultdict(list)
    for row in rows.select_related("member").defer("context").order_by("dated_on", "pk"):
        of = row.participation_id or (row.member.participation_id if row.member else None)
        if of:
            found[of].append(row)
    return found


def recognitions(user: Any, *, year: int | None = None) -> QuerySet[Document]:
    """The register: issued papers of recognition, the last first."""
    rows = visible_to(user).filter(kind__in=RECOGNISES, state=DocumentState.ISSUED)
    rows = rows.filter(year=year) if year else rows
    return rows.select_related("member__person", "participation__person", "programme").order_by("-dated_on", "-pk")
