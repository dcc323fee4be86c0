"""A list held against itself and against the people who are there: who is new, who is known, what must be asked.

Pure: records and plain values in, plain values out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from nastavnik.domain.exchange.reading.duplicates import find, one_per_person
from nastavnik.domain.exchange.records import Duplicate, ListReading, PersonRecord
from nastavnik.domain.people.normal import comparable_name

SAME, DIFFERENT = "same", "different"
OF_AGE = 18


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is there. `in_role`: in the pool this list belongs to (a mentee, a mentor); `guards`: a guardian;
    `study_group`: the title of the class of today, "" where there is none."""

    id: int
    normal_name: str
    birth_date: date | None
    in_role: bool
    guards: bool = False
    study_group: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One person to be taken: repeats joined; `person_id` where they are there already."""

    record: PersonRecord
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One person or two? Rows among themselves, or a row and somebody who is there. `answer` is "" while open."""

    key: str
    rows: tuple[int, ...]
    person_id: int | None = None
    answer: str = ""


@dataclass(frozen=True)
class Comparison:
    """`held` are the rows that wait for an answer; `merged` the certain repeats."""

    entries: tuple[Entry, ...] = ()
    questions: tuple[Question, ...] = ()
    merged: tuple[Duplicate, ...] = ()
    held: frozenset[int] = field(default_factory=frozenset)
    people: tuple[tuple[int, ...], ...] = ()  # the rows of each person, whoever waits included

    @property
    def open_questions(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if not question.answer)


class _Groups:
    """Rows that are one person (union-find by the smallest row)."""

    def __init__(self, rows: Iterable[int]) -> None:
        self.parent = {row: row for row in rows}

    def root(self, row: int) -> int:
        while self.parent[row] != row:
            row = self.parent[row]
        return row

    def join(self, rows: Sequence[int]) -> None:
        roots = sorted(self.root(row) for row in rows)
        for root in roots[1:]:
            self.parent[root] = roots[0]

    def members(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, list[int]] = defaultdict(list)
        for row in self.parent:
            found[self.root(row)].append(row)
        return {root: tuple(sorted(rows)) for root, rows in found.items()}


def compare(reading: ListReading, known: Sequence[Known], decisions: Mapping[str, str], *, on: date) -> Comparison:
    """Who of the list is whom.

    The same person: the same normalised name and the same birth date; where neither has a date, only somebody of the
    same pool; where the row alone has none (as in a register that was taken out), the only one of this whole name, in
    the same pool and the same class (a grown-up has none). What is only possibly the same is asked; the rows wait, and
    nothing is merged unasked. Who is under age on the day cannot be a guardian of the same name.
    """
    accepted = {record.row for record in reading.accepted}
    certain, possible = _within(reading, accepted)
    groups = _Groups(accepted)
    for duplicate in certain:
        groups.join(duplicate.rows)
    questions = [Question(key_of(one.rows), one.rows, None, decisions.get(key_of(one.rows), "")) for one in possible]
    for question in questions:
        if question.answer == SAME:
            groups.join(question.rows)
    records = _joined(reading, groups)
    found = _recognised(records, known)
    found |= _by_class(records, found, known, on)
    questions = [question for question in questions if not _settled(question, groups, found)]
    asked = _ask_about_known(records, found, known, decisions, on)
    for question in asked:
        if question.answer == SAME:
            found.setdefault(question.rows[0], question.person_id or 0)
    held_roots = {groups.root(row) for question in [*questions, *asked] if not question.answer for row in question.rows}
    held = frozenset(row for row in accepted if groups.root(row) in held_roots)
    entries = tuple(Entry(record, found.get(row)) for row, record in records.items() if row not in held_roots)
    return Comparison(entries, (*questions, *asked), tuple(certain), held, tuple(groups.members().values()))


def key_of(rows: Sequence[int], person_id: int | None = None) -> str:
    """«77,102» for rows, «77~15» for a row and somebody who is there."""
    text = ",".join(str(row) for row in rows)
    return text if person_id is None else f"{text}~{person_id}"


def _within(reading: ListReading, accepted: set[int]) -> tuple[list[Duplicate], list[Duplicate]]:
    """Certain and possible repeats among the rows without an error."""
    kept = [replace(one, rows=tuple(row for row in one.rows if row in accepted)) for one in reading.duplicates]
    kept = [one for one in kept if len(one.rows) > 1]
    return [one for one in kept if one.certain], [one for one in kept if not one.certain]


def _joined(reading: ListReading, groups: _Groups) -> dict[int, PersonRecord]:
    """First row → the record of the person, in the order of the rows."""
    same = tuple(Duplicate(rows, True) for rows in groups.members().values() if len(rows) > 1)
    return {record.row: record for record in one_per_person(replace(reading, duplicates=same))}


def _name(record: PersonRecord) -> str:
    parts = " ".join(part for part in (record.surname, record.given_name, record.patronymic) if part)
    return comparable_name(parts or record.name)


def _recognised(records: Mapping[int, PersonRecord], known: Sequence[Known]) -> dict[int, int]:
    """Row → id of the person it certainly is; each person is taken once, so that two stay two."""
    there: dict[tuple[str, date | None], list[int]] = defaultdict(list)
    for person in reversed(known):
        if person.birth_date or person.in_role:
            there[person.normal_name, person.birth_date].append(person.id)
    found = {}
    for row, record in records.items():
        candidates = there.get((_name(record), record.birth_date))
        if candidates:
            found[row] = candidates.pop()
    return found


def _by_class(
    records: Mapping[int, PersonRecord], found: Mapping[int, int], known: Sequence[Known], on: date
) -> dict[int, int]:
    """Rows without a date that are the only ones of a whole name, as is somebody of the pool in the same class."""
    of_name = Counter(_name(record) for record in records.values())
    there = {person.normal_name: person for person in known if person.in_role}
    namesakes = Counter(person.normal_name for person in known)
    taken = set(found.values())
    more = {}
    for row, record in records.items():
        name = _name(record)
        person = there.get(name)
        if row in found or record.birth_date or not person or person.id in taken or not _is_whole(name):
            continue
        if of_name[name] == namesakes[name] == 1 and _same_class(record, person, on):
            more[row] = person.id
    return more


def _is_whole(name: str) -> bool:
    words = name.split()
    return len(words) > 2 and all(len(word.rstrip(".")) > 1 for word in words)


def _same_class(record: PersonRecord, person: Known, on: date) -> bool:
    one, other = ("".join((title or "").split()).casefold() for title in (record.study_group, person.study_group))
    return one == other and bool(one or (person.birth_date and not _is_under_age(person.birth_date, on)))


def _settled(question: Question, groups: _Groups, found: Mapping[int, int]) -> bool:
    """Nothing to ask where each row is somebody else who is there already."""
    persons = [found.get(groups.root(row)) for row in question.rows]
    return not question.answer and None not in persons and len(set(persons)) == len(persons)


def _ask_about_known(
    records: Mapping[int, PersonRecord],
    found: Mapping[int, int],
    known: Sequence[Known],
    decisions: Mapping[str, str],
    on: date,
) -> list[Question]:
    """Rows that may be somebody who is there: the same name without a date, without a patronymic, one letter off."""
    taken = set(found.values())
    fresh = [replace(record, name=_name(record)) for row, record in records.items() if row not in found]
    surnames = {record.name.split(" ")[0] for record in fresh}
    births = {record.birth_date for record in fresh if record.birth_date}
    near = [
        PersonRecord(row=-person.id, name=person.normal_name, birth_date=person.birth_date)
        for person in known
        if person.id not in taken and (person.normal_name.split(" ")[0] in surnames or person.birth_date in births)
    ]
    guardians = {person.id for person in known if person.guards}
    asked: dict[str, Question] = {}
    for duplicate in find([*fresh, *near]) if near else ():
        rows = [row for row in duplicate.rows if row > 0]
        persons = sorted(-row for row in duplicate.rows if row < 0)
        for row in rows:
            possible = [pk for pk in persons if pk not in guardians or not _is_under_age(records[row].birth_date, on)]
            if possible:
                key = key_of([row], possible[0])
                asked[key] = Question(key, (row,), possible[0], decisions.get(key, ""))
    return list(asked.values())


def _is_under_age(born: date | None, on: date) -> bool:
    return born is not None and on.year - born.year - ((on.month, on.day) < (born.month, born.day)) < OF_AGE
