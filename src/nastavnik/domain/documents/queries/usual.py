"""Which papers a programme usually has, stage by stage, and which it still needs."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from nastavnik.domain.documents.kinds import KINDS, DocumentKind
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries.together import papers_of
from nastavnik.domain.programmes.models import Programme
from nastavnik.domain.programmes.queries import stage_facts
from nastavnik.domain.programmes.templates import meaning


@dataclass(frozen=True)
class Choice:
    """A kind of paper and the living papers of it that the programme has, the newest first."""

    kind: DocumentKind
    papers: tuple[Document, ...] = ()


@dataclass(frozen=True)
class Usual:
    """Kinds that are usual at one stage of the programme; `title` is "" for those of no stage."""

    title: str
    is_now: bool
    choices: tuple[Choice, ...]


def usual_papers(programme: Programme, on: date) -> tuple[tuple[Choice, ...], tuple[Usual, ...]]:
    """What the stage of now needs and does not have yet, and all kinds that fit the programme by its stages.

    What comes as an appendix of a needed paper is not needed by itself. Four queries whatever the number.
    """
    kinds = [kind for kind in KINDS if programme.type in kind.programme_types]
    papers: dict[str, list[Document]] = defaultdict(list)
    for document in papers_of([programme.pk], [kind.code for kind in kinds]):
        papers[document.kind].append(document)
    choices = {kind.code: Choice(kind, tuple(papers[kind.code])) for kind in kinds}
    [facts] = stage_facts([programme], on)
    now = facts.now.stage.code if facts.now else ""
    stages = [(fact.stage.code, fact.stage.title) for fact in facts.stages]
    groups = tuple(
        Usual(title, code == now, tuple(choices[kind.code] for kind in kinds if _stage(kind, stages) == code))
        for code, title in [*stages, ("", "")]
    )
    lacking = [kind for kind in kinds if _does(now, kind) and not papers[kind.code]]
    within = {code for kind in lacking for code in kind.appendices}
    needed = tuple(choices[kind.code] for kind in lacking if kind.code not in within)
    return needed, tuple(group for group in groups if group.choices)


def _stage(kind: DocumentKind, stages: list[tuple[str, str]]) -> str:
    """The first stage of the programme at which the kind is usual."""
    return next((code for code, _title in stages if _does(code, kind)), "")


def _does(code: str, kind: DocumentKind) -> bool:
    """A stage of any set does the work of one or more of the canonical seven, which kinds of papers name."""
    return any(canonical in kind.stages for canonical in meaning(code))
