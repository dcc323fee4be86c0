"""Благодарственное письмо."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.frame import Frame
from nastavnik.domain.documents.kinds.letterhead import Participant, letterhead, properties, signature
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Block, Heading, Paper, Paragraph, Section, Signatures
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, held, long_date
from nastavnik.domain.people.names import Case

PARTICIPANT, GUARDIANS = "participant", "guardians"
DEEDS = {
    "mentor": "за внимание к людям, терпение и труд наставника",
    "mentee": "за интерес к делу, старание и работу вместе с наставником",
    "guardian": "за поддержку ребёнка и помощь в проведении программы наставничества",
}


@dataclass(frozen=True)
class ThanksLetterContext:
    """`to` are one or two people; `role` says in which part they are thanked, `deed` is what for, in own words."""

    frame: Frame
    to: tuple[Participant, ...]
    role: str  # ParticipationRole value, or "guardian"
    programme: str
    year: str = ""
    note: str = ""  # study group or post
    deed: str = ""


def build(context: ThanksLetterContext) -> Paper:
    """To whom in the dative, what for, the head's signature. Raises ValueError without people."""
    if not context.to:
        raise ValueError("a letter of thanks is to somebody")
    frame = context.frame
    lead, name = _addressed(context.to)
    text: list[Block] = [Paragraph(lead, "centre"), Heading(name)]
    text += [Paragraph(held(context.note), "centre", small=True)] if context.note else []
    text.append(Paragraph(context.deed or DEEDS[context.role], "centre"))
    text.append(Paragraph(f"Программа наставничества {quoted(context.programme)}", "centre"))
    text += [Paragraph(f"{context.year} учебный год", "centre", small=True)] if context.year else []
    signed = signature(frame.signer)
    return Paper(
        heading="БЛАГОДАРСТВЕННОЕ ПИСЬМО",
        title="",
        sections=(
            Section("text", "Текст", tuple(text)),
            Section("signatures", "Подпись", (Signatures(((signed["post"], signed["name"]),)),), is_editable=False),
        ),
        letterhead=letterhead(frame.institution),
        number=f"№{NO_BREAK_SPACE}{frame.number or '________'}",
        date=long_date(frame.day),
        city=held(frame.institution.city),
        properties=properties(f"Благодарственное письмо {frame.number}".strip(), frame.institution, frame.day),
        named={"name": name, "note": context.note, "deed": context.deed or DEEDS[context.role], **_signs(context)},
        decorated=True,
    )


def _addressed(people: tuple[Participant, ...]) -> tuple[str, str]:
    """The dative where it is certain; else a wording that leaves the names as they are."""
    datives = [one.full(Case.DATIVE) for one in people]
    if any(one.doubts(Case.DATIVE) for one in people):
        return "на имя:", " и ".join(str(one.name) for one in people)
    return "вручается", " и ".join(datives)


def _signs(context: ThanksLetterContext) -> dict[str, str]:
    head = signature(context.frame.signer)
    return {"head_post": head["post"], "head_name": head["name"], "programme": context.programme}


KIND = DocumentKind(
    code="thanks_letter",
    title=_("Благодарственное письмо"),
    about=_("Наставнику, наставляемому или родителям. На плотную бумагу, с подписью руководителя."),
    subject=Subject.PARTICIPATION,
    book=Book.CERTIFICATES,
    suffix="-Б",
    batch=True,
    asks=(
        Ask(
            "to",
            _("Кому"),
            "choice",
            is_required=True,
            choices=((PARTICIPANT, _("самому участнику")), (GUARDIANS, _("его родителям или опекуну"))),
        ),
        Ask("deed", _("За что"), "text", _("Начните со слова «за». Без ответа – обычные слова.")),
    ),
    named=(
        ("name", _("кому: «Воронову Якову Романовичу»")),
        ("note", _("класс, группа или должность")),
        ("deed", _("за что")),
    ),
    stages=("closing",),
    context=ThanksLetterContext,
    build=build,
    needs_approval=False,
)
