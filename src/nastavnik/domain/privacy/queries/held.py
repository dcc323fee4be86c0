"""What is held about somebody, read through the register of personal data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Field, Model, Q, QuerySet
from django.utils.functional import Promise

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Person
from nastavnik.domain.privacy.declared import TABLES, PersonalTable
from nastavnik.domain.privacy.declared.headings import HEADINGS
from nastavnik.domain.privacy.enums import Category
from nastavnik.domain.privacy.queries.words import words_of
from nastavnik.domain.programmes.enums import ParticipationRole

MOST_ROWS = 500
# The row by whose name a link is called, where it is not the linked one itself.
DEEPER = {"questionnaire_version": "questionnaire_version__questionnaire", "wave": "wave__survey"}


@dataclass(frozen=True)
class Holding:
    """One table's rows about a person: headings in Russian and cells as people read them."""

    table: PersonalTable
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    of: int

    @property
    def title(self) -> Promise:
        return self.table.title

    @property
    def category(self) -> str:
        return str(self.table.category.label)

    @property
    def told(self) -> list[list[tuple[str, str]]]:
        """Rows of (heading, words), cells without words left out."""
        return [[(name, said) for name, said in zip(self.headings, row, strict=True) if said] for row in self.rows]


def rows_about(table: PersonalTable, person: Person) -> QuerySet[Any]:
    """The rows of a declared table that are about the person."""
    model: type[Model] = apps.get_model(table.model)
    return model._default_manager.filter(table.owner(person.pk)).distinct()


def told_to(reader: Any, table: PersonalTable, rows: QuerySet[Any], person: Person) -> QuerySet[Any]:
    """Private entries of a diary are told to their author alone; what a mentor wrote of a child is told while the
    child's data may be used. What was told past the mentor is given to its author and in no other export; of messages
    one is told what one wrote and what was delivered."""
    if table.model.startswith("conversations.Concern"):
        own = "author__user" if table.model == "conversations.Concern" else "concern__author__user"
        return rows.none() if reader is None else rows.filter(**{own: reader})
    if reader is not None and table.model == "conversations.MessageVersion":
        return rows.filter(Q(message__author__user=reader) | Q(state="released", deliver_at__lte=clock.now()))
    if reader is None or table.model != "mentorships.DiaryEntry":
        return rows
    others = MentorshipMember.objects.filter(role=ParticipationRole.MENTEE).exclude(person=person)
    shut = others.exclude(processable_today("person__")).values("mentorship")
    return rows.filter(Q(is_private=False) | Q(author__user=reader)).exclude(mentorship__in=shut)


def _of_the_child(row: Any, column: "Field[Any, Any]", person: Person) -> bool:
    """A note on a pair is about the child: it is not told to the mentor."""
    subject = getattr(row, "suggestion", row)
    mentee = getattr(subject, "mentee", None) if column.name == "note" else None
    return mentee is not None and mentee.person_id != person.pk


def held_about(person: Person, *, reader: Any = None, most: int | None = MOST_ROWS) -> Iterator[Holding]:
    """All that is held, table by table, empty ones left out; of long tables the newest `most` rows.

    With a `reader` (an account) what belongs to somebody else is left out: see `told_to`.
    """
    order = list(Category)
    for table in sorted(TABLES, key=lambda one: order.index(one.category)):
        rows = told_to(reader, table, rows_about(table, person), person).order_by("-pk")
        of = rows.count()
        if of:
            columns = _columns(table)
            named = [DEEPER.get(column.name, column.name) for column in columns if column.is_relation]
            # Without a name Django would follow every key there is, further than SQLite joins.
            wanted = (rows.select_related(*named) if named else rows)[:most]
            cells = tuple(
                tuple(
                    "" if reader and _of_the_child(row, column, person) else words_of(row, column) for column in columns
                )
                for row in wanted
            )
            yield Holding(table, tuple(heading(column) for column in columns), cells, of)


def headings_of(table: PersonalTable) -> tuple[str, ...]:
    """How the fields of a table are called that somebody who asks is given."""
    return tuple(heading(column) for column in _columns(table))


def _columns(table: PersonalTable) -> list["Field[Any, Any]"]:
    model = apps.get_model(table.model)
    return [model._meta.get_field(name) for name in table.told]


def heading(column: "Field[Any, Any]") -> str:
    """How the field is called where people read it."""
    name = str(column.verbose_name)
    if name.isascii():  # the table itself gives it no name
        name = str(HEADINGS.get(column.name, name))
    return name[:1].upper() + name[1:]
