"""What papers say of a programme and its modules: words and days, no rows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nastavnik.domain.documents.rendering.words import short_date
from nastavnik.domain.programmes.enums import ProgrammeType
from nastavnik.domain.programmes.shipped.shape import Entry
from nastavnik.domain.programmes.templates import meaning

Entries = Mapping[str, tuple[Entry, ...]]
"""Value of `Catalogue` → its entries in the order in which papers list them."""


@dataclass(frozen=True)
class StageText:
    code: str
    title: str
    starts_on: date
    ends_on: date

    @property
    def term(self) -> str:
        return f"{short_date(self.starts_on)} – {short_date(self.ends_on)}"


@dataclass(frozen=True)
class Event:
    """A row of the plan; `term` is said as the roadmap says it."""

    title: str
    task: str = ""
    result: str = ""
    term: str = ""


@dataclass(frozen=True)
class ModuleText:
    """One module. `key` tells modules of a programme apart and is never printed. `watched` is what is waited for in
    `radar_period` days: "meetings", "requests" or "nothing"."""

    key: str
    title: str
    form: str
    role_model: str = ""
    kind: str = ""
    kind_definition: str = ""
    note: str = ""
    aim: str = ""
    entries: Entries = field(default_factory=dict, hash=False)
    watched: str = "nothing"
    radar_period: int = 0

    def of(self, catalogue: str) -> tuple[Entry, ...]:
        return self.entries.get(catalogue, ())

    def words(self, catalogue: str) -> tuple[str, ...]:
        return words(self.of(catalogue))


@dataclass(frozen=True)
class ProgrammeText:
    """One programme. `entries` are those of all its modules, each once; where they have none of a catalogue, the usual
    ones of the institution."""

    title: str
    type: str
    starts_on: date
    ends_on: date | None = None
    year: str = ""
    goal: str = ""
    note: str = ""
    education_stage: str = ""  # in words
    activity: str = ""
    first_needs: str = ""
    needs_order: bool = True
    modules: tuple[ModuleText, ...] = ()
    stages: tuple[StageText, ...] = ()
    events: tuple[Event, ...] = ()
    entries: Entries = field(default_factory=dict, hash=False)
    mentor_limit: int | None = None
    council_on: date | None = None
    council_protocol: str = ""

    @property
    def is_for_teachers(self) -> bool:
        return self.type == ProgrammeType.TEACHERS

    @property
    def forms(self) -> tuple[str, ...]:
        """The formats of its modules, each once."""
        return tuple(dict.fromkeys(module.form for module in self.modules))

    @property
    def participants(self) -> str:
        """Whom it mentors, in the genitive."""
        return "педагогических работников" if self.is_for_teachers else "обучающихся"

    def of(self, catalogue: str) -> tuple[Entry, ...]:
        return self.entries.get(catalogue, ())

    def words(self, catalogue: str) -> tuple[str, ...]:
        return words(self.of(catalogue))

    def stage(self, code: str) -> StageText | None:
        """The first stage that does the work of this canonical one, however the programme is divided."""
        return next((stage for stage in self.stages if code in meaning(stage.code)), None)


def words(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """What a paper prints of each."""
    return tuple(entry.words.strip() for entry in entries if entry.words.strip())


def detail(entry: Entry, name: str) -> Any:
    """A detail of an entry; empty text where it has none."""
    return entry.details.get(name) or ""


def defined(entry: Entry) -> str:
    """«добровольность – никто не участвует против воли»; the title alone where nothing is said about it."""
    title, text = entry.title.strip(), entry.text.strip()
    if not text or text.lower().startswith(title.lower()):
        return text or title
    return f"{title} – {text[:1].lower() + text[1:] if not text[:2].isupper() else text}"
