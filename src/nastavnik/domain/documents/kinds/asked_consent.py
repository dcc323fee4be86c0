"""A consent that was asked for: the words of its text, the code that leads its scan back to the child."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from nastavnik.domain.documents.kinds.chapters import capital
from nastavnik.domain.documents.kinds.consenting import GIVES, ConsentContext, consent_paper, signatures
from nastavnik.domain.documents.kinds.frame import sentence
from nastavnik.domain.documents.rendering.blocks import Blank, Block, Fields, Paper, Paragraph, Section
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, held, joined, long_date

# The parts in the order of the paper, under the words that a person looks for.
PARTS = (
    ("operator", "Кому"),
    ("purpose", "Зачем"),
    ("data", "Какие данные"),
    ("actions", "Что с ними делают"),
    ("third_parties", "Кому поручают и передают"),
    ("term", "Срок"),
    ("withdrawal", "Как отозвать"),
    ("body", "Что ещё нужно знать"),
)


@dataclass(frozen=True)
class AskedConsent:
    """`words` are the parts of the text by code; `until` the last day, where one was named; `with_limits` leaves room
    for what the signer does not want to be shown (152-ФЗ ст. 10.1)."""

    signer: ConsentContext
    kind_words: str  # «на обработку персональных данных»
    words: Mapping[str, str]
    number: int
    code: str
    square: str
    until: date | None = None
    identity: bool = True
    with_limits: bool = False
    signed: tuple[str, ...] = ()  # what was signed by link already, a sentence each


def build(asked: AskedConsent) -> Paper:
    """One consent on a sheet of its own."""
    opening = f"{capital(GIVES[asked.signer.signing])} согласие {asked.kind_words} на следующих условиях."
    said = [(title, asked.words[part].strip()) for part, title in PARTS if asked.words[part].strip()]
    conditions: list[Block] = [
        Paragraph(sentence(f"{number}. {title}: {words}"), indent=False, small=True)
        for number, (title, words) in enumerate(said, 1)
    ]
    if asked.until:
        last = sentence(f"Последний день согласия: {long_date(asked.until)}")
        conditions.append(Paragraph(last, indent=False, small=True))
    if asked.with_limits:
        conditions += [Paragraph("Условия и запреты (что нельзя показывать):", indent=False, small=True), Blank(2)]
    conditions += [Paragraph(sentence(words), indent=False, small=True) for words in asked.signed]
    text = Section("text", "Условия", (Paragraph(opening, indent=False), *conditions), is_editable=False)
    sections = [_who(asked), text, signatures(asked.signer)]
    paper = consent_paper(asked.signer, f"{asked.kind_words}\nлист {_code(asked)}", sections)
    # The operator stands in the text with the address; without the letterhead the sheet and its code keep to one page.
    properties = paper.properties | {"square": "on each page"}
    return replace(paper, letterhead=None, square=asked.square, footnote=_footnote(asked), properties=properties)


def _who(asked: AskedConsent) -> Section:
    """The participant and who stands for a child; what we do not keep is written by hand."""
    signer = asked.signer
    own = (("Адрес", ""), ("Документ, кем и когда выдан", "")) if asked.identity else ()
    rows = [("Участник", joined(str(signer.name), held(signer.note))), *own]
    if signer.is_child:
        rows += [("Законный представитель", str(signer.guardian) if signer.guardian else ""), *own]
        rows += [("Документ о полномочиях", "")] if asked.identity else []
    return Section("who", "Кто даёт согласие", (Fields(tuple(rows)),), is_editable=False)


def _code(asked: AskedConsent) -> str:
    return asked.code.replace("-", "\u2011")


def _footnote(asked: AskedConsent) -> str:
    return (
        f"Код листа {_code(asked)}, текст №{NO_BREAK_SPACE}{asked.number}. Подпишите только то, с чем согласны: отказ "
        "ни на что не влияет. Подписанный лист верните куратору."
    )
