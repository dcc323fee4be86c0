"""The parties of an agreement: who represents each, and their columns at its end."""

from collections.abc import Sequence

from nastavnik.domain.documents.kinds.letterhead import Official, signature
from nastavnik.domain.documents.kinds.noting import note
from nastavnik.domain.documents.rendering.blocks import Block, Columns, Heading, Paragraph, Section, Signatures
from nastavnik.domain.documents.rendering.words import held
from nastavnik.domain.people.names import Case, Gender, gender_of, inflect
from nastavnik.domain.people.posts import inflect_post

COPIES = "Соглашение составлено в двух экземплярах, по одному для каждой стороны. Стороны его подписали:"
ACTING = {Gender.MALE: "действующего", Gender.FEMALE: "действующей"}


def represented(official: Official, by: str) -> str:
    """«в лице директора Петровой Анны Львовны, действующей на основании устава»; where the form is doubtful, a
    wording that leaves post and name as they are. `by` stands in the genitive."""
    note(official, Case.GENITIVE)
    gender = gender_of(official.name)
    basis = f" на основании {by.strip()}" if by.strip() else ""
    if official.doubts(Case.GENITIVE) or gender is None:
        acts = f", действует{basis}" if basis else ""
        return f"(представитель – {official.post}, {official.name}{acts})"
    post = inflect_post(official.post, Case.GENITIVE, official.post_overrides).text
    acts = f", {ACTING[gender]}{basis}" if basis else ""
    return f"в лице {post} {inflect(official.name, Case.GENITIVE).text}{acts}"


def side(called: str, lines: Sequence[str], signs: tuple[str, str], *, sealed: bool = True) -> tuple[Block, ...]:
    """One column: how the party is called, its requisites, post and name beside the line of the signature."""
    said = [Paragraph(held(line), align="left", indent=False) for line in lines if line.strip()]
    seal = (Paragraph("М. П.", align="left", indent=False),) if sealed else ()
    return (Paragraph(called, bold=True, indent=False, align="left"), *said, Signatures((signs,)), *seal)


def signs(official: Official) -> tuple[str, str]:
    """Post and name as they stand at a signature."""
    said = signature(official)
    return said["post"], said["name"]


def closing(number: int, left: Sequence[Block], right: Sequence[Block], after: Sequence[Block] = ()) -> Section:
    """The last chapter: both parties beside each other, never without a sentence above them."""
    title = "Адреса и подписи сторон"
    blocks = (Heading(f"{number}. {title}"), Paragraph(COPIES), Columns(tuple(left), tuple(right)), *after)
    return Section("parties", title, blocks, is_editable=False)
