"""How a table that holds something about people is declared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q
from django.utils.functional import Promise

from nastavnik.domain.privacy.enums import Category, Fate, Purpose, Term

Owner = Callable[[int], Q]
# In every table; they say nothing of anybody.
STANDING = frozenset({"id", "organisation", "version", "created_at"})


class TakenAway:
    """In `blanked`: the field points to a stored file, which goes with it."""


FILE = TakenAway()


@dataclass(frozen=True)
class Each:
    """In `blanked`: what a field becomes depends on the row."""

    becomes: Callable[[Any], Any]


@dataclass(frozen=True)
class PersonalTable:
    """What one table holds about a person, why, how long, and what erasure does with it.

    `owner` gives the condition under which a row is about the person with this id. `blanked` maps a field to the
    value it gets, `kept` are fields that tell nothing once the name is gone; where the rows go (`fate` GONE) all
    fields stand in `gone`. `unsaid` are fields that an export leaves out: links, digests and other people's ids.
    """

    model: str
    title: Promise
    owner: Owner
    category: Category
    purpose: Purpose
    term: Term
    fate: Fate
    gone: tuple[str, ...] = ()
    blanked: Mapping[str, Any] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    unsaid: frozenset[str] = frozenset()

    @property
    def fields(self) -> tuple[str, ...]:
        """All declared fields, in the order of an export."""
        return (*self.gone, *self.blanked, *self.kept)

    # Templates read these; an enum member of a dataclass has no label there.
    @property
    def purpose_label(self) -> str:
        return str(self.purpose.label)

    @property
    def term_label(self) -> str:
        return str(self.term.label)

    @property
    def fate_label(self) -> str:
        return str(self.fate.label)

    @property
    def told(self) -> tuple[str, ...]:
        """What somebody who asks is given."""
        return tuple(name for name in self.fields if name not in self.unsaid)


@dataclass(frozen=True)
class Impersonal:
    """A table that holds nothing about a person. `words` are its free texts: a name may have been written there."""

    model: str
    why: str
    words: tuple[str, ...] = ()


def by(*paths: str) -> Owner:
    """A row is about the person at the end of any of these paths."""

    def condition(person: int) -> Q:
        found = Q()
        for path in paths:
            found |= Q(**{path: person})
        return found

    return condition


def fields_of(model: type[Model]) -> frozenset[str]:
    """The columns of a table that must be declared."""
    return frozenset(column.name for column in model._meta.concrete_fields) - STANDING
