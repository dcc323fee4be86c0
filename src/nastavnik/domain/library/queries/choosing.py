"""What a mentor recommends to the other side: a material, a way to organise one's time, a theme."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from nastavnik.domain.library.enums import ChoiceKind, Kind
from nastavnik.domain.library.models import Theme
from nastavnik.domain.library.queries.reader import fits
from nastavnik.domain.library.queries.sheets import memos
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.models import Programme


@dataclass(frozen=True)
class Choice:
    """`fits`: it is for the formats and ages that were asked about. `tells` is «ссылка», «файл», «памятка» or ""."""

    kind: str
    code: str
    title: str
    situations: tuple[str, ...] = ()
    fits: bool = True
    tells: str = ""


def choices(
    organisation: Organisation,
    audience: str,
    situation: str = "",
    *,
    programme: Programme | None = None,
    formats: Collection[str] = (),
    ages: Collection[int] = (),
) -> list[Choice]:
    """Materials and ways that speak to the audience, and themes of the programme and of the institution; in each kind
    what fits comes first. A situation leaves out what is not for it; themes are for every one. Two queries, three where
    there are links."""
    found = [
        Choice(
            kind=ChoiceKind.WAY if one.kind == Kind.WAY else ChoiceKind.RESOURCE,
            code=one.code,
            title=one.title,
            situations=one.situations,
            fits=fits(one, formats, ages),
            tells="" if one.kind == Kind.WAY else one.spoken_kind,
        )
        for one in memos(organisation, audiences=(audience,))
        if not situation or situation in one.situations
    ]
    named = themes(organisation, programme)
    found += [Choice(ChoiceKind.THEME, code, title) for code, title in named.values_list("code", "title")]
    return sorted(found, key=lambda one: not one.fits)


def themes(organisation: Organisation, programme: Programme | None) -> QuerySet[Theme]:
    """Those that are offered: the institution's, and the programme's if one is named."""
    rows = Theme.objects.filter(organisation=organisation, is_hidden=False)
    return rows.filter(Q(programme=None) | Q(programme=programme)) if programme else rows.filter(programme=None)
