"""What the chapters of the school share: the institution, who runs it, who is in it, its first programme."""

from dataclasses import dataclass, field

from nastavnik.demo.cast import Child
from nastavnik.demo.people import Family
from nastavnik.demo.timeline import Timeline
from nastavnik.domain.intake.models import Intake
from nastavnik.domain.organisations.models import AcademicYear, Organisation
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import Module, Programme


@dataclass
class Institution:
    """Filled in as the story goes on."""

    timeline: Timeline
    organisation: Organisation = field(init=False)
    coordinator: User = field(init=False)
    module: Module = field(init=False)


@dataclass
class School(Institution):
    """The school also has a head, and more people."""

    year: AcademicYear = field(init=False)
    head: User = field(init=False)
    teacher: User = field(init=False)
    families: dict[Child, Family] = field(default_factory=dict)
    adult_mentor: Person = field(init=False)
    mentor_from_outside: Person = field(init=False)
    programme: Programme = field(init=False)
    intake: Intake = field(init=False)
