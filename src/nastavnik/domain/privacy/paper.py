"""The act of destruction as a paper: «Акт об уничтожении персональных данных» with the extract of the trail.

What it has to say: приказ Роскомнадзора от 28.10.2022 № 179. The person is named by the number of the row: a name in
the act would be the very thing that was destroyed.
"""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps

from nastavnik.core.models import AuditEntry
from nastavnik.domain.documents.adapter.people import institution, official
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.kinds.letterhead import letterhead, properties, signature
from nastavnik.domain.documents.queries import head_of
from nastavnik.domain.documents.rendering.blocks import (
    Bullets,
    Column,
    Fields,
    Heading,
    Paper,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from nastavnik.domain.documents.rendering.words import long_date
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.privacy.declared import TABLES
from nastavnik.domain.privacy.enums import Category, Fate
from nastavnik.domain.privacy.models import ErasureAct
from nastavnik.domain.privacy.queries import log_of

SYSTEM = "«Наставник»"
HOW = {
    Fate.GONE: "Строки удалены из базы данных с перезаписью, файлы удалены.",
    Fate.BLANKED: "Слова, по которым можно узнать человека, стёрты; строки остались для счёта без имени.",
}
ACTIONS = {
    "person.add": "данные внесены",
    "person.edit": "данные исправлены",
    "person.erase": "данные уничтожены",
}
KEPT_YEARS = 3  # приказ № 179: act and extract are kept for three years


def paper_of(act: ErasureAct) -> Paper:
    """The act, ready to be drawn."""
    signed_by = person_of(act.by, act.organisation) if act.by else None
    head = head_of(act.organisation, act.erased_on)
    own = institution(act.organisation)
    return Paper(
        heading="АКТ",
        title="об уничтожении персональных данных",
        letterhead=letterhead(own),
        number=f"№\u00a0{act.number}",
        date=long_date(act.erased_on),
        city=own.city,
        properties=properties(f"Акт об уничтожении № {act.number}", own, act.erased_on),
        sections=(
            Section("facts", "Что сделано", (_facts(act),), is_editable=False),
            Section(
                "what",
                "Что уничтожено",
                (Heading("Уничтожены персональные данные:", 2), _categories(act), _how(act)),
                is_editable=False,
            ),
            Section("kept", "Что осталось", _kept(act), is_editable=False),
            Section("log", "Выгрузка из журнала", _log(act), is_editable=False),
            Section("signatures", "Подписи", (_signatures(signed_by, head),), is_editable=False),
        ),
    )


def _facts(act: ErasureAct) -> Fields:
    return Fields(
        (
            ("Оператор", act.organisation.title),
            ("Чьи данные", f"субъект персональных данных, запись № {act.person_id} в системе {SYSTEM}"),
            ("Причина", str(act.get_reason_display())),
            ("Дата уничтожения", long_date(act.erased_on)),
            ("Информационная система", SYSTEM),
        )
    )


def categories_of(counts: Mapping[str, Any]) -> list[str]:
    """Categories of what was destroyed, in the order of the list of categories."""
    touched = {table.category for table in TABLES if table.model in counts}
    return [str(category.label) for category in Category if category in touched]


def _categories(act: ErasureAct) -> Bullets:
    names = categories_of(act.counts) or ["персональных данных, кроме номера записи, не было"]
    return Bullets((*(f"{name};" for name in names[:-1]), f"{names[-1]}."))


def _how(act: ErasureAct) -> Paragraph:
    fates = {fate for done in act.counts.values() for fate in done}
    return Paragraph(" ".join(words for fate, words in HOW.items() if fate in fates))


def _kept(act: ErasureAct) -> tuple[Heading | Paragraph | Table, ...]:
    copies = Paragraph(
        "Резервные копии, сделанные раньше, содержат данные до истечения их срока. При восстановлении копии "
        "уничтожение повторяется до того, как система станет доступна."
    )
    if not act.kept_papers:
        return (Paragraph("Подписанных документов, которые хранятся по номенклатуре дел, нет."), copies)
    rows = tuple((str(kind_of(one["kind"]).title), one["number"] or "без номера", one["dated_on"])
                 for one in act.kept_papers)  # fmt: skip
    told = Paragraph("По номенклатуре дел хранятся подписанные документы, в которых человек назван:")
    return (told, Table((Column("Документ", 6), Column("Номер", 2), Column("Дата", 2)), rows), copies)


def _log(act: ErasureAct) -> tuple[Heading | Paragraph | Table, ...]:
    entries = log_of(act)
    columns = (Column("№", 1, "right"), Column("Когда", 3), Column("Действие", 3), Column("Таблицы", 5))
    rows = tuple(_line(entry, act) for entry in entries)
    return (
        Heading("Выгрузка из журнала регистрации событий"),
        Table(columns, rows),
        Paragraph(f"Акт и выгрузка хранятся {KEPT_YEARS} года.", small=True),
    )


def _line(entry: AuditEntry, act: ErasureAct) -> tuple[str, str, str, str]:
    at = entry.at.astimezone(ZoneInfo(act.organisation.time_zone))
    titles = [_title(name) for name in entry.fields] if entry.action == "person.erase" else []
    done = ACTIONS.get(entry.action, entry.action)
    return (str(entry.number), f"{at:%d.%m.%Y %H:%M:%S}", done, ", ".join(titles))


def _title(name: str) -> str:
    found = next((str(table.title) for table in TABLES if table.model == name), "")
    return found or ("имя в записях других людей" if name == "words" else str(apps.get_model(name)._meta.verbose_name))


def _signatures(signed_by: Person | None, head: Person | None) -> Signatures:
    rows = []
    for person, post in ((signed_by, "Уничтожил"), (head, "Руководитель")):
        if person is not None:
            told = signature(official(person, person.post or post))
            rows.append((told["post"], told["name"]))
    return Signatures(tuple(rows) or (("Ответственный за персональные данные", ""),), dated=True)
