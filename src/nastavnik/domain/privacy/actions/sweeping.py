"""Taking a name out of words that others wrote: «Полина Воронцова молодец» in the diary of a group, a draft, a note."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import JSONField, Model, Q, QuerySet

from nastavnik.domain.documents.actions.filing import write_files
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.papers import from_plain
from nastavnik.domain.intake.models import Application
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import FullName, Gender, inflect
from nastavnik.domain.people.names.records import Case
from nastavnik.domain.privacy.declared import FILE, IMPERSONAL, TABLES
from nastavnik.domain.privacy.declared.papers import SIGNED
from nastavnik.domain.programmes.models import Topic
from nastavnik.domain.programmes.topics import normal_topic

INSTEAD = "[данные удалены]"
# The name of an applicant is their own: somebody of the same family, or of the same name, is left alone.
OWN_NAMES = {"intake.Application": ("surname", "given_name", "patronymic")}
# Words in tables that stay as they are when their owner is erased: another one may be named there.
TITLES = {"exchange.SavedView": ("title",), "achievements.Sharing": ("title", "place")}
LETTER = r"[\w]"
GAP = r"[\s\u00a0]+"
GAP_OR_NONE = r"[\s\u00a0]*"


@dataclass(frozen=True)
class Names:
    """How somebody may be named: every case of every part, with initials, in both orders."""

    pattern: re.Pattern[str]
    words: frozenset[str]  # one of them stands in every text in which the name is found

    @classmethod
    def of(cls, person: Person) -> "Names":
        """All ways to name the person; the surname alone where nobody else of the institution bears it."""
        name = FullName(
            person.surname, person.given_name, person.patronymic,
            Gender(person.gender) if person.gender else None, person.name_forms or {},
        )  # fmt: skip
        cases = [inflect(name, case) for case in Case]
        surnames, given, patronymics = (
            frozenset(filter(None, (getattr(one, part).strip() for one in cases)))
            for part in ("surname", "given_name", "patronymic")
        )
        return cls(_pattern(surnames, given, patronymics, alone=_is_only_bearer(person)), surnames | given)

    def without(self, text: str) -> str:
        """The text with the name taken out."""
        return self.pattern.sub(INSTEAD, text)


def _pattern(
    surnames: frozenset[str], given: frozenset[str], patronymics: frozenset[str], *, alone: bool
) -> re.Pattern[str]:
    surname = _any_of(surnames)
    ways = []
    if given:
        first, letter = _any_of(given), _any_of(frozenset(word[0] + "." for word in given))
        second = _any_of(patronymics | frozenset(word[0] + "." for word in patronymics)) if patronymics else "(?!)"
        ways = [
            rf"{surname}{GAP}{first}(?:{GAP}{second})?",
            rf"{first}{GAP}(?:{second}{GAP})?{surname}",
            rf"{surname}{GAP}{letter}(?:{GAP_OR_NONE}{second})?",
            rf"{letter}{GAP_OR_NONE}(?:{second}{GAP_OR_NONE})?{surname}",
            rf"{first}{GAP}{_any_of(frozenset(word[0] + '.' for word in surnames))}",
        ]
    if alone:
        ways.append(surname)
    whole = "|".join(ways) if ways else "(?!)"
    return re.compile(rf"(?<!{LETTER})(?:{whole})(?!{LETTER})", re.IGNORECASE)


def _any_of(words: frozenset[str]) -> str:
    """One of the words, the longest first, «е» for «ё» allowed."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.sub("[её]", "[её]", re.escape(word), flags=re.IGNORECASE) for word in longest) + ")"


def _is_only_bearer(person: Person) -> bool:
    others = Person.objects.filter(organisation=person.organisation_id, erased_on__isnull=True).exclude(pk=person.pk)
    stem = person.surname[: max(3, len(person.surname) - 2)]  # «Воронцова» and «Воронцов» share the surname
    applicants = Application.objects.filter(organisation=person.organisation_id).exclude(person=person.pk)
    rows = (others, applicants)
    return len(person.surname) > 3 and not any(one.filter(surname__startswith=stem).exists() for one in rows)


def sweep(organisation: Organisation, names: Names) -> int:
    """Take the name out of all words of the institution that are no signed paper; returns how many rows changed."""
    changed = 0
    for model, fields in _words():
        rows = _rows_of(model, organisation)
        for row in _with_any(rows, fields, names):
            changed += _rewrite(row, fields, names)
    return changed


def _words() -> Iterator[tuple[type[Model], list[str]]]:
    """Tables and their fields in which somebody may have been named."""
    for declared in IMPERSONAL:
        if declared.words:
            yield apps.get_model(declared.model), list(declared.words)
    for table in TABLES:
        model = apps.get_model(table.model)
        if table.model not in ("people.Person", "people.User"):
            blanked = [name for name, after in table.blanked.items() if after is not FILE and after is not None]
            own = OWN_NAMES.get(table.model, ())
            wordy = (*blanked, *table.gone, *TITLES.get(table.model, ()))
            fields = [name for name in wordy if name not in own and _is_words(model, name)]
            if fields:
                yield model, fields


def _is_words(model: type[Model], name: str) -> bool:
    field = model._meta.get_field(name)
    kinds = ("CharField", "TextField", "JSONField")
    return field.get_internal_type() in kinds and not getattr(field, "choices", None)


def _rows_of(model: type[Model], organisation: Organisation) -> QuerySet[Any]:
    rows: QuerySet[Any] = model._default_manager.all()
    names = {field.name for field in model._meta.get_fields()}
    if model is Document:
        return rows.filter(organisation=organisation).exclude(state__in=SIGNED)
    if "organisation" in names:
        return rows.filter(organisation=organisation)
    if hasattr(model, "from_state"):  # a state change belongs to the institution of its subject
        subject = next(field.name for field in model._meta.fields if field.is_relation and field.name != "by")
        return rows.filter(**{f"{subject}__organisation": organisation})
    return rows


def _with_any(rows: QuerySet[Any], fields: list[str], names: Names) -> Iterator[Any]:
    """Rows that may hold the name. The database compares the words as they are written; JSON is looked through."""
    if any(isinstance(rows.model._meta.get_field(name), JSONField) for name in fields):
        yield from rows.iterator(chunk_size=500)
        return
    wanted = Q()
    for word in names.words:
        for written in {word, word.lower(), word.upper(), word.capitalize()}:
            for name in fields:
                wanted |= Q(**{f"{name}__contains": written})
    yield from rows.filter(wanted).iterator(chunk_size=500)


def _rewrite(row: Any, fields: list[str], names: Names) -> int:
    changes = {}
    for name in fields:
        value = getattr(row, name)
        plain = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        swept = names.without(plain)
        if swept != plain:
            changes[name] = _fitting(row, name, swept) if isinstance(value, str) else json.loads(swept)
    if not changes:
        return 0
    _write(row, changes)
    if isinstance(row, Document) and (row.docx_id or row.pdf_id):
        row.refresh_from_db()
        write_files(row, from_plain(row.context["paper"]), by=None)
    return 1


def _write(row: Any, changes: dict[str, Any]) -> None:
    """Where two titles have become one and the table wants each once, the number of the row tells them apart."""
    rows = type(row)._default_manager.filter(pk=row.pk)
    try:
        with transaction.atomic():
            rows.update(**_spelt(row, changes))
    except IntegrityError:
        apart = {
            name: _fitting(row, name, value, f" № {row.pk}") if isinstance(value, str) else value
            for name, value in changes.items()
        }
        rows.update(**_spelt(row, apart))


def _spelt(row: Any, changes: dict[str, Any]) -> dict[str, Any]:
    """A topic is also kept as it is compared."""
    return {**changes, "normal_title": normal_topic(changes["title"])} if isinstance(row, Topic) else changes


def _fitting(row: Any, name: str, words: str, end: str = "") -> str:
    """The words and the end, not longer than the column."""
    most = row._meta.get_field(name).max_length
    return words + end if most is None else words[: most - len(end)] + end
