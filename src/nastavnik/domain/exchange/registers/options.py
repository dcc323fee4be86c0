"""What a register can be narrowed to here: programmes, modules, years, study groups. One query for all of them."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import CharField, F, IntegerField, Value
from django.db.models.functions import Cast

from nastavnik.domain.organisations.models import Organisation, StudyGroup
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.programmes.models import Module

Choices = list[tuple[int, str]]


@dataclass(frozen=True)
class Options:
    """(id, title) of each, in order; `grades` are the parallels of the groups; a module is called with its programme
    where there are several."""

    years: Choices = field(default_factory=list)
    programmes: Choices = field(default_factory=list)
    modules: Choices = field(default_factory=list)
    groups: Choices = field(default_factory=list)
    grades: list[int] = field(default_factory=list)


def options(organisation: Organisation, on: date) -> Options:
    """Programmes and modules of all years, study groups of the year of the day."""
    number, text = IntegerField(), CharField()
    modules = (
        Module.objects.filter(organisation=organisation)
        .order_by()
        .values_list(
            Value("module", output_field=text),
            "pk",
            Cast("title", text),
            Cast("programme_id", number),
            Cast("programme__title", text),
            Cast("programme__academic_year_id", number),
            Cast("programme__academic_year__title", text),
        )
    )
    this_year = in_force(on, "academic_year__")
    groups = (
        StudyGroup.objects.filter(this_year, organisation=organisation)
        .order_by()
        .values_list(
            Value("group", output_field=text),
            "pk",
            Cast("title", text),
            Cast(F("grade"), number),
            Value("", output_field=text),
            Value(0, output_field=number),
            Value("", output_field=text),
        )
    )
    return _sorted(list(modules.union(groups, all=True)))


def _sorted(rows: list[tuple[str, int, str, int | None, str, int, str]]) -> Options:
    modules = [row for row in rows if row[0] == "module"]
    groups = sorted((row for row in rows if row[0] == "group"), key=lambda row: (row[3] is None, row[3], row[2]))
    programmes = {row[3]: row[4] for row in modules if row[3] is not None}
    several = len(programmes) > 1
    return Options(
        years=sorted({row[5]: row[6] for row in modules}.items(), key=lambda one: one[1], reverse=True),
        programmes=sorted(programmes.items(), key=lambda one: one[1].lower()),
        modules=sorted(
            ((row[1], f"{row[4]}: {row[2]}" if several else row[2]) for row in modules), key=lambda one: one[1].lower()
        ),
        groups=[(row[1], row[2]) for row in groups],
        grades=sorted({row[3] for row in groups if row[3] is not None}),
    )
