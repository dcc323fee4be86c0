"""Tables of the rooms programmes and matching that tell something of a participant."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.declared.shape import PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term

CHANGE = ("action", "from_state", "to_state", "by", "at", "reason")
UNSAID = ("action", "from_state", "reason")  # codes; what came of it is said
PROGRAMMES = (
    PersonalTable(
        "programmes.ProfileTopic", _("Запросы, умения, интересы"), by("profile__participation__person"), C.PROFILE,
        Purpose.MATCH, Term.TAKING_PART, Fate.GONE, gone=("profile", "topic", "use"), unsaid=frozenset({"profile"}),
    ),
    PersonalTable(
        "programmes.MentorCard", _("Публичная карточка наставника"), by("participation__person"), C.PARTICIPATION,
        Purpose.RUN, Term.ON_WITHDRAWAL, Fate.GONE,
        gone=("participation", "token", "opened_on", "closed_on", "is_indexed"),
        unsaid=frozenset({"participation", "token"}),
    ),
    PersonalTable(
        "programmes.ParticipationProfile", _("Что важно для подбора"), by("participation__person"), C.PROFILE,
        Purpose.MATCH, Term.TAKING_PART, Fate.GONE,
        gone=(
            "participation", "free_time", "modes", "languages", "age_wish_from", "age_wish_to", "grade_wish_from",
            "grade_wish_to", "places", "achievements", "openness", "level", "mastery", "building", "district",
            "wanted_mentors", "category", "needs_conditions", "results", "case_link",
        ),
        unsaid=frozenset({"participation"}),
    ),
    PersonalTable(
        "programmes.ObservationTopic", _("Что увидел педагог: ценности и способы"),
        by("observation__participation__person"), C.PROFILE, Purpose.MATCH, Term.TAKING_PART, Fate.GONE,
        gone=("observation", "topic", "use"), unsaid=frozenset({"observation"}),
    ),
    PersonalTable(
        "programmes.Observation", _("Наблюдения педагогов"), by("participation__person"), C.PROFILE, Purpose.MATCH,
        Term.TAKING_PART, Fate.GONE,
        gone=("participation", "openness", "level", "mastery", "note", "by", "at"),
        unsaid=frozenset({"participation", "by"}),
    ),
    PersonalTable(
        "programmes.ParticipationStateChange", _("Как менялось участие"), by("participation__person"),
        C.PARTICIPATION, Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=(*CHANGE, "participation"), unsaid=frozenset({*UNSAID, "participation", "by"}),
    ),
    PersonalTable(
        "programmes.RoadmapResponsible", _("За что отвечает в дорожной карте"), by("person"), C.PARTICIPATION,
        Purpose.RUN, Term.TAKING_PART, Fate.GONE, gone=("item", "person"), unsaid=frozenset({"person"}),
    ),
    PersonalTable(
        "programmes.Participation", _("Участие в программах"), by("person"), C.PARTICIPATION, Purpose.RUN,
        Term.TAKING_PART, Fate.KEPT, kept=("module", "person", "role", "state", "joined_on"),
        unsaid=frozenset({"person"}),
    ),
)  # fmt: skip

MATCHING = (
    PersonalTable(
        "matching.SuggestionStateChange", _("Что стало с предложением пары"),
        by("suggestion__mentee__person", "suggestion__mentor__person"), C.PARTICIPATION, Purpose.MATCH,
        Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "suggestion"),
        unsaid=frozenset({*UNSAID, "suggestion", "by"}),
    ),
    PersonalTable(
        "matching.Suggestion", _("Предложения пар от педагогов"), by("mentee__person", "mentor__person"),
        C.PARTICIPATION, Purpose.MATCH, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=("module", "mentee", "mentor", "way", "state", "by", "at"), unsaid=frozenset({"mentee", "mentor", "by"}),
    ),
    PersonalTable(
        "matching.Choice", _("Выбор после общей встречи"), by("chooser__person", "chosen__person"), C.PARTICIPATION,
        Purpose.MATCH, Term.TAKING_PART, Fate.KEPT, kept=("meeting", "chooser", "chosen", "rank"),
        unsaid=frozenset({"chooser", "chosen"}),
    ),
    PersonalTable(
        "matching.Presence", _("Приход на общую встречу"), by("participation__person"), C.PARTICIPATION,
        Purpose.MATCH, Term.TAKING_PART, Fate.KEPT,
        kept=("meeting", "participation", "came", "answered_at", "answered_by"),
        unsaid=frozenset({"participation", "answered_by"}),
    ),
    PersonalTable(
        "matching.RunChange", _("Изменения подбора"),
        by("mentee__person", "mentor__person", "from_mentor__person"), C.PARTICIPATION, Purpose.MATCH,
        Term.TAKING_PART, Fate.BLANKED, blanked={"note": "", "difference": {}},
        kept=("run", "kind", "mentee", "mentor", "from_mentor", "by", "at"),
        unsaid=frozenset({"mentee", "mentor", "from_mentor", "by", "difference"}),
    ),
    PersonalTable(
        "matching.PairDecision", _("Решения о парах"), by("mentee__person", "mentor__person"), C.PARTICIPATION,
        Purpose.MATCH, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=("module", "mentee", "mentor", "kind", "way", "made_by", "made_at", "ended_by", "ended_at"),
        unsaid=frozenset({"mentee", "mentor", "made_by", "ended_by"}),
    ),
    PersonalTable(
        "matching.LeftOut", _("Почему не нашлось пары"), by("mentee__person"), C.PARTICIPATION, Purpose.MATCH,
        Term.TAKING_PART, Fate.BLANKED, blanked={"reasons": []}, kept=("run", "mentee"),
        unsaid=frozenset({"mentee", "reasons"}),
    ),
    PersonalTable(
        "matching.Proposal", _("Предложенные пары"), by("mentee__person", "mentor__person"), C.PARTICIPATION,
        Purpose.MATCH, Term.TAKING_PART, Fate.BLANKED, blanked={"reasons": []},
        kept=("run", "mentee", "mentor", "score", "origin", "is_mutual", "way"),
        unsaid=frozenset({"mentee", "mentor", "reasons"}),
    ),
)  # fmt: skip
