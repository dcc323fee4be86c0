"""A personalised programme of two teachers, out of their pair and its module."""

from datetime import date

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.pair import mentorship_of, pair_text
from nastavnik.domain.documents.adapter.programme import module_text
from nastavnik.domain.documents.kinds.personal_programme import PersonalProgrammeContext
from nastavnik.domain.documents.kinds.programme_text import detail
from nastavnik.domain.documents.models import Document
from nastavnik.domain.programmes import queries as programmes
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.fitting import About, usual
from nastavnik.domain.programmes.models import Module
from nastavnik.domain.programmes.shipped.shape import Entry


def context_of(document: Document) -> PersonalProgrammeContext:
    """From the rows as they are now. Raises HeadMissing."""
    mentorship = mentorship_of(document)
    module = module_text(mentorship.module)
    interim = document.answers.get("interim_on")
    return PersonalProgrammeContext(
        frame=frame_of(document),
        pair=pair_text(mentorship, document.dated_on),
        aim=module.aim,
        tasks=module.words(Catalogue.TASK),
        results=module.words(Catalogue.EXPECTED_RESULT),
        directions=tuple((entry.title, entry.text) for entry in _directions(mentorship.module)),
        instruments=tuple(_measured(entry) for entry in module.of(Catalogue.OUTCOME)),
        difficulties=document.answers.get("difficulties", ""),
        interim_on=date.fromisoformat(interim) if interim else None,
    )


def _directions(module: Module) -> tuple[Entry, ...]:
    """Those that the module took; the usual ones where it took none."""
    chosen = programmes.module_entries(module).get(Catalogue.DIRECTION, ())
    if chosen:
        return chosen
    programme = module.programme
    offered = programmes.entries(module.organisation, Catalogue.DIRECTION, programme_type=programme.type)
    about = About(programme.type, module.mentoring_format.code, programme.education_stage, programme.activity)
    return tuple(usual(offered, about))


def _measured(entry: Entry) -> str:
    instrument = str(detail(entry, "instrument"))
    return f"{entry.words} ({instrument})" if instrument else entry.words
