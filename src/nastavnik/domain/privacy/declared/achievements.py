"""Tables of achievements, projects and their defence."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.declared.mentorships import about
from nastavnik.domain.privacy.declared.programmes import CHANGE, UNSAID
from nastavnik.domain.privacy.declared.shape import FILE, PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term

ACHIEVEMENTS = (
    PersonalTable(
        "achievements.Attestation", _("Напоминание об аттестации"), by("person"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.GONE, gone=("person", "counted_from", "years", "due_on", "passed_on"),
        unsaid=frozenset({"person"}),
    ),
    # What was shared is also the colleagues': the words stay, the author goes, and with any of them the file, where
    # names and faces of all stand. Before the authors: by them the rows are found.
    PersonalTable(
        "achievements.Sharing", _("Обмен опытом"), by("authors__person"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.BLANKED, blanked={"file": FILE},
        kept=("programme", "kind", "level", "title", "happened_on", "place", "entered_by"),
        unsaid=frozenset({"file", "entered_by"}),
    ),
    PersonalTable(
        "achievements.SharingAuthor", _("Чьим опытом делились"), by("person"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.GONE, gone=("sharing", "person"), unsaid=frozenset({"person"}),
    ),
    PersonalTable(
        "achievements.AlumnusStateChange", _("Что было со словами благодарности"), by("alumnus__member__person"),
        C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "alumnus"),
        unsaid=frozenset({*UNSAID, "alumnus", "by"}),
    ),
    # Words to the mentor go with the one who said them; a line without a name is shown nowhere.
    PersonalTable(
        "achievements.Alumnus", _("Слова благодарности"), by("member__person"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"words": ""}, kept=("member", "state"), unsaid=frozenset({"member"}),
    ),
    PersonalTable(
        "achievements.CaseStoryStateChange", _("Что было с историями пар"), about("case_story__mentorship"), C.RECORDS,
        Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "case_story"),
        unsaid=frozenset({*UNSAID, "case_story", "by"}),
    ),
    # A story is about both: with one of them erased there is none any more.
    PersonalTable(
        "achievements.CaseStory", _("Истории пар"), about("mentorship"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.BLANKED,
        blanked={
            "title": "", "began": "", "did": "", "hard": "", "came_out": "", "mentor_says": "", "mentee_says": "",
            "advice": "",
        },
        kept=("mentorship", "token", "state"), unsaid=frozenset({"mentorship", "token"}),
    ),
    PersonalTable(
        "achievements.JuryMark", _("Оценки жюри"), about("defence__project__mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.KEPT, kept=("defence", "sheet", "criterion", "points"), unsaid=frozenset({"defence"}),
    ),
    PersonalTable(
        "achievements.Defence", _("Защита проекта"), about("project__mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"place": ""}, kept=("project", "held_on", "criteria", "most"),
        unsaid=frozenset({"project"}),
    ),
    PersonalTable(
        "achievements.Project", _("Совместные проекты"), about("mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"title": "", "aim": "", "result": ""}, kept=("mentorship",),
        unsaid=frozenset({"mentorship"}),
    ),
    PersonalTable(
        "achievements.AchievementStateChange", _("Что было с достижениями"), by("achievement__person"), C.RECORDS,
        Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "achievement"),
        unsaid=frozenset({*UNSAID, "achievement", "by"}),
    ),
    PersonalTable(
        "achievements.Achievement", _("Достижения"), by("person"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.BLANKED, blanked={"title": "", "result": "", "file": FILE},
        kept=("mentorship", "person", "kind", "level", "happened_on", "entered_by", "state"),
        unsaid=frozenset({"mentorship", "person", "file", "entered_by"}),
    ),
)  # fmt: skip
