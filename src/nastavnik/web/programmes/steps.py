"""How the stages of a programme are drawn: a state and a fact for each step of the stepper."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from nastavnik.domain.programmes.queries import ProgrammeFacts, StageFact
from nastavnik.domain.programmes.templates import meaning
from nastavnik.web.shell.templatetags.frame import list_date, plural


@dataclass(frozen=True)
class Step:
    title: str
    state: str
    note: str


def stepper(facts: ProgrammeFacts) -> list[Step]:
    """Steps of `<c-stages>`."""
    return [
        Step(fact.stage.title, "late" if fact.is_late else fact.status, _note(facts, fact)) for fact in facts.stages
    ]


def _note(facts: ProgrammeFacts, fact: StageFact) -> str:
    """The stage's own fact; of a stage ahead the day on which it begins."""
    if fact.status == "ahead":
        return _("с %(day)s") % {"day": list_date(fact.stage.starts_on)}
    if fact.is_late:
        return _("срок прошёл %(days)s назад") % {"days": plural(fact.days_late, "день,дня,дней")}
    people = {
        "mentee_pool": plural(facts.mentees, "наставляемый,наставляемых,наставляемых"),
        "mentor_pool": plural(facts.mentors, "наставник,наставника,наставников"),
        "selection_training": _("допущены %(n)s из %(all)s") % {"n": facts.ready_mentors, "all": facts.mentors},
    }
    means = meaning(fact.stage.code)
    if len(means) == 1 and means[0] in people:
        return people[means[0]]
    if len(means) > 1 and (facts.mentees or facts.mentors) and "mentee_pool" in means:
        return ", ".join((people["mentee_pool"], people["mentor_pool"]))
    if fact.status == "done":
        return _("завершён %(day)s") % {"day": list_date(fact.stage.done_on)}
    return _("до %(day)s") % {"day": list_date(fact.stage.ends_on)}


def work_now(facts: ProgrammeFacts) -> str:
    """The canonical stage that the programme is at; «several» where its stage does the work of more than one."""
    if not facts.now:
        return ""
    means = meaning(facts.now.stage.code)
    return means[0] if len(means) == 1 else "several"
