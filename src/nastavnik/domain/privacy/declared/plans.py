"""Tables of plans. Where the pair has one mentee all words are about the child; sheets are their author's."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.declared.mentorships import about
from nastavnik.domain.privacy.declared.programmes import CHANGE, UNSAID
from nastavnik.domain.privacy.declared.shape import PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term

PLANS = (
    PersonalTable(
        "plans.WorkSheet", _("Листы педагога"), by("author"), C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.BLANKED,
        blanked={"title": "", "went_well": "", "hard": "", "next_step": ""},
        kept=("mentorship", "kind", "author", "happened_on", "tried_on", "step"),
        unsaid=frozenset({"mentorship", "author", "step"}),
    ),
    PersonalTable(
        "plans.HelpedMark", _("Что помогло"), by("person"), C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.GONE,
        gone=("recommendation", "person", "helped", "at"), unsaid=frozenset({"recommendation", "person"}),
    ),
    PersonalTable(
        "plans.RecommendationStateChange", _("Что решили о советах"), about("recommendation__mentorship"), C.RECORDS,
        Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "recommendation"),
        unsaid=frozenset({*UNSAID, "recommendation", "by"}),
    ),
    PersonalTable(
        "plans.Recommendation", _("Советы наставника"), about("mentorship", "author"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"title": "", "code": ""},
        kept=("mentorship", "kind", "url", "state", "author", "given_at"),
        unsaid=frozenset({"mentorship", "code", "author"}),
    ),
    PersonalTable(
        "plans.StepSignal", _("«Просит сделать за него»"), about("step__goal__mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.KEPT, kept=("step", "raised_by", "raised_at", "settled_at", "settled_by"),
        unsaid=frozenset({"step", "raised_by", "settled_by"}),
    ),
    PersonalTable(
        "plans.GoalReview", _("Пересмотр целей"), about("goal__mentorship"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.BLANKED, blanked={"was": "", "note": ""}, kept=("goal", "stage", "verdict", "reviewed_on", "by"),
        unsaid=frozenset({"goal", "by"}),
    ),
    PersonalTable(
        "plans.StepFacts", _("Шаги плана: ожидания и оценка"), about("step__goal__mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"expected": "", "mark_note": ""},
        kept=("step", "direction", "difficulty", "mark", "marked_by", "marked_on"),
        unsaid=frozenset({"step", "difficulty", "marked_by"}),
    ),
    PersonalTable(
        "plans.Difficulty", _("Трудности в плане"), about("plan__mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"title": ""}, kept=("plan",), unsaid=frozenset({"plan"}),
    ),
    PersonalTable(
        "plans.PlanSheet", _("Лист продления и корректировки"), about("plan__mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"text": ""},
        kept=("plan", "kind", "until_before", "until_after", "by", "at", "is_from_edit"),
        unsaid=frozenset({"plan", "by", "is_from_edit"}),
    ),
    PersonalTable(
        "plans.SheetReading", _("Кто прочитал изменение плана"), by("person"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.KEPT, kept=("sheet", "person", "read_at"), unsaid=frozenset({"sheet", "person"}),
    ),
    PersonalTable(
        "plans.PlanReading", _("Кто прочитал план"), by("person"), C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.KEPT,
        kept=("plan", "person", "edition", "read_at"), unsaid=frozenset({"plan", "person"}),
    ),
    PersonalTable(
        "plans.PairPlanStateChange", _("Что было с планом"), about("plan__mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "plan"),
        unsaid=frozenset({*UNSAID, "plan", "by"}),
    ),
    PersonalTable(
        "plans.PairPlan", _("План пары"), about("mentorship"), C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.BLANKED,
        blanked={"aim": "", "expected": ""},
        kept=("mentorship", "kind", "way", "starts_on", "ends_on", "interim_on", "state", "edition", "shown_by"),
        unsaid=frozenset({"mentorship", "edition", "shown_by"}),
    ),
)  # fmt: skip
