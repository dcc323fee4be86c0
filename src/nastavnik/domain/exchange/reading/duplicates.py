"""The same person twice: certain by name and birth date, possible by less; namesakes stay apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import combinations

from nastavnik.domain.exchange.records import Duplicate, Issue, ListReading, PersonRecord
from nastavnik.domain.people.normal import comparable_name

MOST_QUESTIONS = 500
LONGEST_COMPARED = 80
MOST_ALIKE = 40  # more rows of one spelling than this are asked as one group
COMPARED = ("study_group", "phones", "consent", "clearance", "main_need", "free_time", "places")

Key = tuple[str, date | None]


def find(records: Sequence[PersonRecord]) -> tuple[Duplicate, ...]:
    """Certain: equal normalised names and equal birth dates. Possible: one lacks the date, the patronymic or
    all but initials, or, with equal dates, the names differ by one letter. In the order of the rows."""
    groups: dict[Key, list[PersonRecord]] = defaultdict(list)
    for record in records:
        if record.name:
            groups[comparable_name(record.name), record.birth_date].append(record)
    certain = [
        Duplicate(tuple(record.row for record in group), True)
        for (_, born), group in groups.items()
        if born is not None and len(group) > 1
    ]
    return tuple(sorted([*certain, *_possible(groups, records)], key=lambda duplicate: duplicate.rows))


def _possible(groups: dict[Key, list[PersonRecord]], records: Sequence[PersonRecord]) -> list[Duplicate]:
    found: dict[tuple[int, ...], None] = {}
    for pair in (*_by_former_surname(groups, records), *_questions(groups)):
        found.setdefault(pair)
        if len(found) >= MOST_QUESTIONS:
            break
    return [Duplicate(rows, False) for rows in found]


def _by_former_surname(
    groups: dict[Key, list[PersonRecord]], records: Sequence[PersonRecord]
) -> Iterator[tuple[int, ...]]:
    """«Петрова (Сидорова) Анна» may stand in the list as Сидорова Анна too."""
    for record in records:
        if record.former_surname:
            name = comparable_name(f"{record.former_surname} {record.given_name} {record.patronymic}")
            for other in groups.get((name, record.birth_date), []):
                yield tuple(sorted((record.row, other.row)))


def _questions(groups: dict[Key, list[PersonRecord]]) -> Iterator[tuple[int, ...]]:
    for (_, born), group in groups.items():
        if born is None and len(group) > 1:
            yield tuple(record.row for record in group)
    for keys in _neighbourhoods(groups):
        for one, other in combinations(keys[:MOST_ALIKE], 2):
            if _may_be_one(one, other):
                yield tuple(sorted((groups[one][0].row, groups[other][0].row)))


def _neighbourhoods(groups: Iterable[Key]) -> Iterator[list[Key]]:
    """Keys worth comparing: the same surname and first letter of the name, or one birth date and a shared deletion."""
    by_surname: dict[tuple[str, str], list[Key]] = defaultdict(list)
    by_birth: dict[date, list[Key]] = defaultdict(list)
    for name, born in groups:
        words = name.split()
        if len(words) > 1:
            by_surname[words[0], words[1][:1]].append((name, born))
        if born is not None and len(name) <= LONGEST_COMPARED:
            by_birth[born].append((name, born))
    yield from (keys for keys in by_surname.values() if len(keys) > 1)
    for keys in by_birth.values():
        if len(keys) > 1:
            yield from _sharing_a_deletion(keys)


def _sharing_a_deletion(keys: Sequence[Key]) -> Iterator[list[Key]]:
    """Names one letter apart are equal once the right letter is left out of each."""
    by_deletion: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        name = key[0]
        for variant in {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}:
            by_deletion[variant].append(key)
    return (alike for alike in by_deletion.values() if len(alike) > 1)


def _may_be_one(one: Key, other: Key) -> bool:
    if one[1] is not None and other[1] is not None and one[1] != other[1]:
        return False
    if one[1] is not None and one[1] == other[1] and _one_letter_apart(one[0], other[0]):
        return True
    return _shorter_form(one[0].split(), other[0].split())


def _one_letter_apart(one: str, other: str) -> bool:
    """Equal but for one letter added, lost, changed, or two neighbours swapped."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _shorter_form(one: Sequence[str], other: Sequence[str]) -> bool:
    """Equal, or one spelling lacks the patronymic or gives initials."""
    if len(one) < 2 or len(other) < 2 or one[0] != other[0]:
        return False
    return all(
        a == b or (_is_initial(a) and b.startswith(a[0])) or (_is_initial(b) and a.startswith(b[0]))
        for a, b in zip(one[1:], other[1:], strict=False)
    )


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def differences(records: Sequence[PersonRecord], duplicates: Sequence[Duplicate]) -> list[Issue]:
    """Certain repeats whose answers contradict each other: which one holds is a person's decision."""
    by_row = {record.row: record for record in records}
    issues = []
    for duplicate in duplicates:
        if duplicate.certain:
            group = [by_row[row] for row in duplicate.rows]
            differing = [name for name in COMPARED if len(_given(group, name)) > 1]
            if differing:
                params = {"rows": duplicate.rows, "fields": differing}
                issues.append(Issue(duplicate.rows[0], None, None, "duplicate_differs", params, "ask"))
    return issues


def _given(group: Sequence[PersonRecord], name: str) -> set[object]:
    return {value for value in (getattr(record, name) for record in group) if value not in (None, (), "")}


def one_per_person(reading: ListReading) -> tuple[PersonRecord, ...]:
    """The accepted records with certain repeats joined: the first row stays and takes what it lacks from the others.

    Where the rows contradict each other about consent or clearance, the answer is no.
    """
    accepted = {record.row: record for record in reading.accepted}
    for duplicate in reading.duplicates:
        group = [accepted[row] for row in duplicate.rows if row in accepted]
        if duplicate.certain and len(group) > 1:
            accepted[group[0].row] = _joined(group)
            for record in group[1:]:
                del accepted[record.row]
    return tuple(accepted.values())


def _joined(group: Sequence[PersonRecord]) -> PersonRecord:
    first = group[0]
    lacking = {}
    for field in fields(PersonRecord):
        if field.name != "any_age" and getattr(first, field.name) in (None, (), ""):
            later = (getattr(record, field.name) for record in group[1:])
            lacking[field.name] = next((value for value in later if value not in (None, (), "")), None)
    filled = {name: value for name, value in lacking.items() if value is not None}
    for gate in ("consent", "clearance"):
        if False in {getattr(record, gate) for record in group}:
            filled[gate] = False
    return replace(first, **filled)
