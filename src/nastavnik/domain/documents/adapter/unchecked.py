"""Words of a regulation that nobody held against the acts: rights and duties as they are shipped."""

from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.warnings import Warning, WarningCode
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.shipped.shape import Entry

# Section of the regulation → the catalogues it is made of.
RULES = {
    "mentor": (Catalogue.MENTOR_RIGHT, Catalogue.MENTOR_DUTY),
    "mentee": (Catalogue.MENTEE_RIGHT, Catalogue.MENTEE_DUTY),
}


def unchecked_words(document: Document) -> tuple[Warning, ...]:
    """One warning that names the lists; sections written by hand were read by somebody."""
    if document.kind != "regulation":
        return ()
    programme = programme_text(programme_of(document))
    lists = [
        str(catalogue.label)
        for section, catalogues in RULES.items()
        if section not in document.sections
        for catalogue in catalogues
        if any(map(_as_shipped, programme.of(catalogue)))
    ]
    return (Warning(WarningCode.WORDS_UNCONFIRMED, {"lists": ", ".join(lists)}),) if lists else ()


def _as_shipped(entry: Entry) -> bool:
    return not (entry.is_confirmed or entry.is_own or entry.is_changed)
