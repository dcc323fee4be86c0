"""One of the two of a pair as lists show them."""

from dataclasses import dataclass

from nastavnik.domain.programmes.models import Participation


@dataclass(frozen=True)
class Side:
    """No birth date, no telephone; `key` is that of the pool."""

    key: str
    participation: Participation
    group: str
    topics: str

    @property
    def name(self) -> str:
        return self.participation.person.list_name

    @property
    def note(self) -> str:
        return " · ".join(part for part in (self.group, self.topics) if part)
