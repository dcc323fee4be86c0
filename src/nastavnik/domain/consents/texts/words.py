"""What the words of a consent are made of, and which parts may not be left out."""

from collections.abc import Mapping
from dataclasses import dataclass

from nastavnik.domain.consents.enums import ConsentKind

BLANK = "____________________"  # what an organisation has not written down: on paper a pen fills it
BLANK_PLACES = f"сайт организации {BLANK}, стенд в организации"
PARTS = ("title", "operator", "purpose", "data", "actions", "third_parties", "term", "withdrawal", "body")
# 152-ФЗ ст. 9 ч. 4. Who gives the consent, their papers and the signature stand in the form of every paper.
OF_DATA = ("title", "operator", "purpose", "data", "actions", "third_parties", "term", "withdrawal")
OF_DEEDS = ("title", "purpose", "term", "withdrawal", "body")
REQUIRED: Mapping[str, tuple[str, ...]] = {
    ConsentKind.PROCESSING: OF_DATA,
    ConsentKind.PUBLICATION: OF_DATA,
    ConsentKind.DIAGNOSTICS: OF_DATA,
    ConsentKind.PARTICIPATION: OF_DEEDS,
    ConsentKind.EMPLOYEE: OF_DEEDS,
}


@dataclass(frozen=True)
class Words:
    """One text: {operator}, {places} and {mail} are filled from the organisation. `note` is for who edits it."""

    kind: str
    title: str
    purpose: str
    term: str
    withdrawal: str
    operator: str = ""
    data: str = ""
    actions: str = ""
    third_parties: str = ""
    body: str = ""
    note: str = ""
    confirmed: bool = True

    def parts(self, facts: Mapping[str, str]) -> dict[str, str]:
        """The parts with the facts of an organisation in them."""
        return {part: getattr(self, part).format(**facts) for part in PARTS}


def missing(kind: str, parts: Mapping[str, str]) -> tuple[str, ...]:
    """Codes of the parts that the kind needs and that are empty."""
    return tuple(part for part in REQUIRED[kind] if not parts[part].strip())


def has_blank(parts: Mapping[str, str]) -> bool:
    """Is something left to be written by hand? Such words can be signed on paper only."""
    return any(BLANK in words for words in parts.values())
