"""Requests for consents: by link, by code, and who is still waited for."""

from datetime import date, datetime
from typing import Any

from django.db.models import Case, Prefetch, Q, QuerySet, When

from nastavnik.core import clock
from nastavnik.domain.consents.codes import digest, typed_code
from nastavnik.domain.consents.enums import ON_PAPER_ONLY, ScanFinding
from nastavnik.domain.consents.models import Consent, ConsentRequest, ConsentText, RequestedConsent, ScannedPaper
from nastavnik.domain.consents.reading.isolated import preview
from nastavnik.domain.files.queries import read
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import wards_visible_to
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


def is_open(request: ConsentRequest, at: datetime) -> bool:
    """May it still be answered by its link?"""
    return request.answered_at is None and request.called_off_at is None and request.expires_at > at


def can_be_signed_by_link(request: ConsentRequest, asked: RequestedConsent) -> bool:
    """Does the organisation take it without paper, and are its words whole? (152-ФЗ ст. 9 ч. 4: the operator.)"""
    return request.organisation.consent_by_link and asked.kind not in ON_PAPER_ONLY and not asked.text.has_blank


def open_requests(at: datetime) -> QuerySet[ConsentRequest]:
    """Requests that may still be answered."""
    return ConsentRequest.objects.filter(answered_at=None, called_off_at=None, expires_at__gt=at)


def _loaded(requests: QuerySet[ConsentRequest]) -> QuerySet[ConsentRequest]:
    asked = RequestedConsent.objects.select_related("text").order_by("id")
    rows = requests.select_related("person", "signer", "organisation")
    return rows.prefetch_related(Prefetch("asked", queryset=asked))


def by_link(secret: str) -> ConsentRequest | None:
    """The request of a link, also one that is over; None where the link was never ours or was renewed."""
    return _loaded(ConsentRequest.objects.filter(digest=digest(secret), called_off_at=None)).first()


def by_code(user: Any, typed: str) -> ConsentRequest | None:
    """The request whose code stands on a paper, among those the user may record; the newest paper or an older one."""
    code = typed_code(typed)
    if not code:
        return None
    records = standing(user).organisations_where(Permission.CONSENT_RECORD)
    return _loaded(ConsentRequest.objects.filter(code=code, organisation__in=records)).first()


def requests_visible_to(user: Any) -> QuerySet[ConsentRequest]:
    """Those who collect consents see what their organisation asked."""
    collects = standing(user).organisations_where(Permission.CONSENT_SEE)
    return _loaded(ConsentRequest.objects.filter(organisation__in=collects))


def requests_of_wards(user: Any, on: date) -> QuerySet[ConsentRequest]:
    """What a signed-in guardian, child or adult is asked for and has not answered."""
    mine = Q(signer__user=user)
    return _loaded(open_requests(clock.now()).filter(mine)).order_by("id")


def consents_of_wards(user: Any, on: date) -> QuerySet[Consent]:
    """What the user, as a guardian of today, may take back."""
    wards = wards_visible_to(user, on).values("pk")
    rows = Consent.objects.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on), person__in=wards)
    return rows.select_related("person__organisation")


def requests_of(person: Person) -> QuerySet[ConsentRequest]:
    """What was asked for one person, the newest first."""
    return _loaded(ConsentRequest.objects.filter(person=person)).order_by("-id")


def texts_visible_to(user: Any) -> QuerySet[ConsentText]:
    """Texts of the organisations that the user runs."""
    runs = standing(user).organisations_where(Permission.ORGANISATION_EDIT)
    return ConsentText.objects.filter(organisation__in=runs).select_related("organisation")


def scans_visible_to(user: Any) -> QuerySet[ScannedPaper]:
    """Scans of the organisations where the user records consents."""
    records = standing(user).organisations_where(Permission.CONSENT_RECORD)
    rows = ScannedPaper.objects.filter(organisation__in=records)
    return rows.select_related("file", "request__person", "request__organisation")


def waiting_scans(user: Any, organisation: Organisation) -> QuerySet[ScannedPaper]:
    """What nobody has recorded yet: first what is known by its code."""
    rows = scans_visible_to(user).filter(organisation=organisation, recorded_at=None)
    return rows.order_by(Case(When(finding=ScanFinding.FOUND, then=0), default=1), "id")


def scans_to_check(person: Person) -> QuerySet[ScannedPaper]:
    """Sheets that lie with the person, whose signatures nobody has looked at."""
    return ScannedPaper.objects.filter(request__person=person, recorded_at=None).select_related("file")


def picture_of(scan: ScannedPaper, number: int) -> bytes:
    """A page as a JPEG for the eyes; pages count from one. Unreadable."""
    return preview(read(scan.file), scan.file.content_type, number)
