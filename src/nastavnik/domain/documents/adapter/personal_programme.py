"""A personalised programme of two teachers, out of their pair and its module."""

from datetime import date

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.pair import mentorship_of, pair_text, plan_for
from nastavnik.domain.documents.adapter.programme import module_text
from nastavnik.domain.documents.kinds.personal_programme import PersonalProgrammeContext
from nastavnik.domain.documents.kinds.programme_text import detail
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.words import short_date
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.plans.models import StepFacts
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
    plan = plan_for(mentorship)
    directions = _directions(mentorship.module)
    return PersonalProgrammeContext(
        frame=frame_of(document),
        pair=pair_text(mentorship, document.dated_on),
        aim=(plan.aim if plan else "") or module.aim,
        tasks=module.words(Catalogue.TASK),
        results=tuple(plan.expected.splitlines())
        if plan and plan.expected
        else module.words(Catalogue.EXPECTED_RESULT),
        directions=tuple((entry.title, entry.text) for entry in directions),
        instruments=tuple(_measured(entry) for entry in module.of(Catalogue.OUTCOME)),
        difficulties=document.answers.get("difficulties", ""),
        interim_on=date.fromisoformat(interim) if interim else (plan.interim_on if plan else None),
        under=_under(mentorship, directions),
    )


def _under(mentorship: Mentorship, directions: tuple[Entry, ...]) -> dict[str, str]:
    """Title of a direction → the steps of the plan in it, with their days."""
    titles = {entry.code: entry.title for entry in directions}
    found: dict[str, list[str]] = {}
    rows = StepFacts.objects.filter(step__goal__mentorship=mentorship, direction__in=titles).select_related("step")
    for facts in rows.order_by("step__due_on", "step_id"):
        until = f" (до {short_date(facts.step.due_on)})" if facts.step.due_on else ""
        found.setdefault(titles[facts.direction], []).append(f"{facts.step.title}{until}")
    return {title: "; ".join(words) for title, words in found.items()}


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
