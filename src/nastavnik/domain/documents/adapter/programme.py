"""A programme and its modules as papers say them."""

from collections.abc import Iterable

from nastavnik.domain.documents.kinds.chapters import capital
from nastavnik.domain.documents.kinds.programme_text import Entries, Event, ModuleText, ProgrammeText, StageText
from nastavnik.domain.documents.models import Document
from nastavnik.domain.programmes import queries as programmes
from nastavnik.domain.programmes.actions.creating import FIRST_MODULE
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.fitting import About, usual
from nastavnik.domain.programmes.models import Module, Programme
from nastavnik.domain.programmes.shipped.shape import Entry

# Catalogues whose usual entries stand in a paper where no module of the programme took any of them.
USUAL = (
    Catalogue.AIM,
    Catalogue.TASK,
    Catalogue.PRINCIPLE,
    Catalogue.TERM,
    Catalogue.EXPECTED_RESULT,
    Catalogue.MENTOR_RIGHT,
    Catalogue.MENTOR_DUTY,
    Catalogue.MENTEE_RIGHT,
    Catalogue.MENTEE_DUTY,
    Catalogue.OPPORTUNITY,
)


def programme_of(document: Document) -> Programme:
    """The programme that the paper is about. Raises ValueError where it is about none."""
    if document.programme is None:
        raise ValueError(f"{document} is about no programme")
    return document.programme


def year_of(programme: Programme) -> str:
    """The school year in which most of the programme lies; nothing where it is another than the one it began in."""
    ends_on = programme.ends_on or programme.starts_on
    middle = programme.starts_on + (ends_on - programme.starts_on) / 2
    last = programme.academic_year.ends_on
    return programme.academic_year.title if last is None or middle <= last else ""


def programme_text(programme: Programme) -> ProgrammeText:
    """What papers say of the programme, from the rows as they are now."""
    rows = programme.modules.select_related("mentoring_format", "role_model", "organisation", "programme")
    modules = tuple(module_text(module) for module in rows.order_by("id"))
    return ProgrammeText(
        title=programme.title,
        type=programme.type,
        starts_on=programme.starts_on,
        ends_on=programme.ends_on,
        year=year_of(programme),
        goal=programme.goal.strip(),
        note=programme.note.strip(),
        education_stage=str(programme.get_education_stage_display()),
        activity=str(programme.get_activity_display()),
        first_needs=programme.first_needs.strip(),
        needs_order=programme.needs_order,
        modules=modules,
        stages=_stages(programme),
        events=_events(programme),
        entries=_with_usual(programme, _together(module.entries for module in modules)),
        mentor_limit=programme.organisation.mentor_limit,
        council_on=programme.council_on,
        council_protocol=programme.council_protocol.strip(),
    )


def module_text(module: Module) -> ModuleText:
    """What papers say of one module, from the rows as they are now."""
    kind, form = programmes.kind_of(module), module.mentoring_format.called_in(module.organisation)
    return ModuleText(
        key=str(module.pk),
        title=capital(form) if module.title == FIRST_MODULE else module.title,
        form=form,
        role_model=module.role_model.title if module.role_model else "",
        kind=str(kind.title),
        kind_definition=str(kind.definition),
        note=module.note.strip(),
        aim=module.aim.strip(),
        entries=programmes.module_entries(module),
        watched=kind.rules.watched,
        radar_period=module.radar_period,
    )


def _together(entries: Iterable[Entries]) -> dict[str, tuple[Entry, ...]]:
    """Entries of all modules, each once by its code, the first words winning."""
    found: dict[str, dict[str, Entry]] = {}
    for of_module in entries:
        for catalogue, chosen in of_module.items():
            for entry in chosen:
                found.setdefault(catalogue, {}).setdefault(entry.code, entry)
    return {catalogue: tuple(chosen.values()) for catalogue, chosen in found.items()}


def _with_usual(programme: Programme, entries: dict[str, tuple[Entry, ...]]) -> Entries:
    """The same with the usual entries of the catalogues that nobody chose from."""
    about = About(programme.type, "", programme.education_stage, programme.activity)
    offered: dict[str, list[Entry]] = {}
    for entry in usual(programmes.entries(programme.organisation, programme_type=programme.type), about):
        if entry.catalogue in USUAL:
            offered.setdefault(entry.catalogue, []).append(entry)
    return {catalogue: tuple(found) for catalogue, found in offered.items()} | entries


def _stages(programme: Programme) -> tuple[StageText, ...]:
    found = []
    for stage in programme.stages.order_by("number"):
        stage.programme = programme
        found.append(StageText(stage.code, stage.title, stage.starts_on, stage.ends_on))
    return tuple(found)


def _events(programme: Programme) -> tuple[Event, ...]:
    """Rows of the roadmap that are still to be done or were done, stage by stage."""
    rows = [row for _stage, rows in programmes.roadmap(programme) for row in rows if row.item.dropped_on is None]
    return tuple(Event(row.item.title, row.item.task, row.item.result, row.term) for row in rows)
