"""Which names a paper bends while it is built, so that doubtful forms can be asked about whatever the kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

from nastavnik.domain.people.names import Case, Doubt, FullName


@dataclass(frozen=True)
class Bent:
    """A name in a case, and what is doubtful about the form."""

    name: FullName
    case: Case
    doubts: tuple[Doubt, ...]


class Named(Protocol):
    @property
    def name(self) -> FullName: ...

    def doubts(self, case: Case) -> tuple[Doubt, ...]: ...


NOTED: ContextVar[list[Bent] | None] = ContextVar("noted", default=None)


def note(who: Named, case: Case) -> None:
    """Somebody stands in this case; nothing happens unless somebody listens."""
    noted = NOTED.get()
    if noted is not None:
        noted.append(Bent(who.name, case, tuple(dict.fromkeys(who.doubts(case)))))


@contextmanager
def noting() -> Iterator[list[Bent]]:
    """All names bent inside the block, in their order."""
    noted: list[Bent] = []
    token = NOTED.set(noted)
    try:
        yield noted
    finally:
        NOTED.reset(token)
