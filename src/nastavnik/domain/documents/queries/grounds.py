"""The register of acts: what a paper of a day cites, and what stands in it for the check of citations."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.formats import date_format

from nastavnik.domain.documents.citations import Flag, KnownAct, check
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document, LegalGround
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.enums import ProgrammeType

LOCAL_REGULATION = "local_regulation"
REGULATION_ORDER = "regulation_order"


def grounds_for(document: Document) -> tuple[str, ...]:
    """The acts that the paper cites, as they are written: in force on its day, of the subjects of its kind.

    Where the institution's regulation was approved here, the order that approved it stands in place of general words.
    """
    rows = _cited(document).order_by("position", "id")
    local = _approved_regulation(document)
    return tuple(local if row.code == LOCAL_REGULATION and local else row.title for row in rows)


def unconfirmed_grounds(document: Document) -> QuerySet[LegalGround]:
    """Acts cited by the paper that nobody held against the originals yet."""
    return _cited(document).filter(is_confirmed=False).exclude(code=LOCAL_REGULATION)


def in_force_on(day: date) -> Q:
    """Acts in force on a day; an act without days is taken to be so."""
    begun = Q(in_force_from__isnull=True) | Q(in_force_from__lte=day)
    return begun & (Q(in_force_to__isnull=True) | Q(in_force_to__gte=day))


def known_acts(organisation: Organisation) -> list[KnownAct]:
    """The whole register, dead acts too, for `citations.check`."""
    rows = LegalGround.objects.filter(organisation=organisation).select_related("replaced_by")
    return [
        KnownAct(
            row.number,
            row.title,
            row.adopted_on,
            row.in_force_from,
            row.in_force_to,
            row.replaced_by.title if row.replaced_by else "",
        )
        for row in rows
    ]


def citation_flags(document: Document, lines: Sequence[str]) -> tuple[Flag, ...]:
    """What should be looked at among the citations of a paper; `lines` is its text."""
    return check("\n".join(lines), known_acts(document.organisation), document.dated_on)


def _cited(document: Document) -> QuerySet[LegalGround]:
    programme_type = document.programme.type if document.programme else ""
    rows = LegalGround.objects.filter(organisation_id=document.organisation_id, is_hidden=False)
    rows = rows.filter(subject__in=kind_of(document.kind).cites, programme_type__in=("", programme_type))
    return rows.filter(in_force_on(document.dated_on))


def _approved_regulation(document: Document) -> str:
    """«положение о …, утверждённое приказом от 01.09.2026 № 14-а», or nothing."""
    if document.kind == REGULATION_ORDER or document.programme is None:
        return ""
    orders = Document.objects.filter(
        organisation_id=document.organisation_id,
        kind=REGULATION_ORDER,
        state=DocumentState.ISSUED,
        dated_on__lte=document.dated_on,
        programme__type=document.programme.type,
    )
    order = orders.order_by("-dated_on", "-id").first()
    if order is None:
        return ""
    about = "педагогических работников" if document.programme.type == ProgrammeType.TEACHERS else "обучающихся"
    day = date_format(order.dated_on, "d.m.Y")
    return f"положение о наставничестве {about}, утверждённое приказом от {day} №\u00a0{order.number}"
