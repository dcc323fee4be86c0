"""An invitation to an event with its programme, to print and hand over. Pure: values → Paper."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from nastavnik.domain.documents.kinds.letterhead import Institution, letterhead
from nastavnik.domain.documents.rendering.blocks import Block, Column, Heading, Paper, Paragraph, Section, Table
from nastavnik.domain.documents.rendering.words import long_date

COLUMNS = (Column("Время", 18), Column("Что будет", 52), Column("Кто ведёт", 30))
Line = tuple[str, str, str]  # «15:00 – 15:10», what, who


def invitation_paper(
    institution: Institution,
    *,
    title: str,
    day: date,
    hour: str,
    place: str,
    note: str = "",
    lines: Sequence[Line] = (),
    to: str = "",
) -> Paper:
    """`to` is the guest as he or she is called; without it the paper hangs on the door."""
    blocks: list[Block] = []
    if to:
        blocks.append(Paragraph(_("Приглашаем: %(name)s") % {"name": to}, "centre", bold=True))
    when = _("%(day)s, начало в %(hour)s") % {"day": long_date(day), "hour": hour}
    blocks.append(Paragraph(f"{when}, {place}" if place else when, "centre"))
    blocks += [Paragraph(line, "centre") for line in note.splitlines() if line.strip()]
    if lines:
        blocks += [Heading(_("Программа"), 2), Table(COLUMNS, tuple(lines))]
    return Paper(
        heading=_("ПРИГЛАШЕНИЕ") if to else _("ПРОГРАММА"),
        title=title,
        sections=(Section("text", title, tuple(blocks)),),
        letterhead=letterhead(institution),
    )
