"""Tables of the rooms by which people come in: applications, admission, events, questionnaires, surveys, lists."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.declared.programmes import CHANGE, UNSAID
from nastavnik.domain.privacy.declared.shape import Each, PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term
from nastavnik.domain.questionnaires.specs import COMMENT, Kind

IN_WORDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.DATE)


def without_words(sheet: Any) -> dict[str, Any]:
    """Marks and choices stay in the sums of the institution; whatever somebody wrote goes."""
    asked = sheet.questionnaire_version.asked
    wordy = {question.code for question in asked.questions() if question.kind in IN_WORDS}
    return {code: said for code, said in sheet.answers.items() if code not in wordy and not code.endswith(COMMENT)}


SURVEYS = (
    PersonalTable(
        "monitoring.WaveSheet", _("К какому опросу ответы"), by("invitation__person", "sheet__respondent"),
        C.ANSWERS, Purpose.MEASURE, Term.TAKING_PART, Fate.BLANKED, blanked={"invitation": None},
        kept=("wave", "sheet", "is_anonymous"), unsaid=frozenset({"sheet", "invitation"}),
    ),
    PersonalTable(
        "monitoring.SurveyInvitation", _("Приглашения к опросам"), by("person"), C.ANSWERS, Purpose.MEASURE,
        Term.TAKING_PART, Fate.KEPT,
        kept=("wave", "person", "token_digest", "is_anonymous", "is_answered", "answered_at", "reminded_on"),
        unsaid=frozenset({"person", "token_digest"}),
    ),
)  # fmt: skip

INTAKE = (
    PersonalTable(
        "intake.AdmissionDecision", _("Решения о допуске к роли наставника"), by("participation__person"),
        C.CLEARANCE, Purpose.PROTECT, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=("participation", "decision", "reason", "by", "at"), unsaid=frozenset({"participation", "by"}),
    ),
    PersonalTable(
        "intake.EmployeeAgreement", _("Соглашение с работником о наставничестве"), by("participation__person"),
        C.PAPERS, Purpose.DOCUMENT, Term.PAPERS, Fate.BLANKED,
        blanked={"content": "", "way": "", "pay": "", "end_note": ""},
        kept=(
            "participation", "number", "signed_on", "consent_on", "starts_on", "ends_on", "ended_by", "notice_on",
            "ended_on", "is_sooner_agreed",
        ),
        unsaid=frozenset({"participation"}),
    ),
    PersonalTable(
        "intake.AdmissionMark", _("Что увидели при отборе"), by("participation__person"), C.CLEARANCE,
        Purpose.PROTECT, Term.TAKING_PART, Fate.GONE, gone=("participation", "sign", "mark", "marked_on", "by"),
        unsaid=frozenset({"participation", "by"}),
    ),
    PersonalTable(
        "intake.Interview", _("Собеседования"), by("participation__person"), C.CLEARANCE, Purpose.PROTECT,
        Term.TAKING_PART, Fate.GONE, gone=("participation", "held_on", "outcome", "note", "by"),
        unsaid=frozenset({"participation", "by"}),
    ),
    PersonalTable(
        "intake.AdmissionItem", _("Пункты допуска"), by("participation__person"), C.CLEARANCE, Purpose.PROTECT,
        Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=("participation", "code", "done_on", "due_on", "is_waived", "by"),
        unsaid=frozenset({"participation", "by"}),
    ),
    PersonalTable(
        "intake.ApplicationStateChange", _("Что было с заявкой"), by("application__person"), C.ANSWERS, Purpose.RUN,
        Term.TAKING_PART, Fate.GONE, gone=(*CHANGE, "note", "application"),
        unsaid=frozenset({*UNSAID, "application", "by"}),
    ),
    PersonalTable(
        "intake.Application", _("Заявки"), by("person"), C.ANSWERS, Purpose.RUN, Term.TAKING_PART, Fate.GONE,
        gone=(
            "surname", "given_name", "patronymic", "birth_date", "study_group", "group_words", "phone", "email",
            "post", "workplace", "guardian_name", "guardian_relation", "guardian_phone", "guardian_email",
            "main_need", "needs", "competences", "interests", "values", "ways", "free_time", "modes", "openness",
            "level", "mastery", "places", "age_wish_from", "age_wish_to", "achievements", "wish", "has_plan", "goal",
            "why_mentor", "is_ready_to_learn", "stance", "term", "is_ready_to_share", "intake", "module", "role",
            "state", "source", "event", "entered_by", "page", "code_digest", "touched_at", "submitted_at", "person",
            "twin", "twin_answer", "participation", "given_up", "return_note", "decline_reason", "withdraw_reason",
            "refusal_note", "remedy", "remedy_due_on", "remedy_done_on", "talk_outcome", "talked_on", "talked_by",
            "promised_at", "extra_sheet",
        ),
        unsaid=frozenset({
            "code_digest", "entered_by", "person", "twin", "twin_answer", "participation", "given_up", "talked_by",
            "page", "talk_outcome", "remedy", "extra_sheet",
        }),
    ),
)  # fmt: skip

EVENTS = (
    PersonalTable(
        "events.Attendance", _("Мероприятия и занятия"), by("person"), C.PARTICIPATION, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"task_result": ""},
        kept=("event", "person", "state", "invited_on", "task_state", "checked_by", "checked_on"),
        unsaid=frozenset({"person", "checked_by"}),
    ),
)  # fmt: skip

ANSWERS = (
    PersonalTable(
        "questionnaires.AnswerSheet", _("Ответы на анкеты"), by("respondent", "subject"), C.ANSWERS,
        Purpose.MEASURE, Term.TAKING_PART, Fate.BLANKED,
        blanked={"answers": Each(without_words), "respondent": None, "subject": None, "draft_digest": None},
        kept=(
            "questionnaire_version", "is_anonymous", "entered_by", "source", "scores", "page", "submitted_on",
            "submitted_at",
        ),
        unsaid=frozenset({"draft_digest", "entered_by", "respondent", "subject", "page"}),
    ),
)  # fmt: skip

LISTS = (
    PersonalTable(
        "exchange.ListedRefusal", _("Отказы, названные в списках"), by("person"), C.CONSENT, Purpose.PROVE,
        Term.ON_WITHDRAWAL, Fate.KEPT, kept=("people_import", "person", "said_on", "taken_back_on"),
        unsaid=frozenset({"person", "people_import"}),
    ),
    PersonalTable(
        "exchange.SavedView", _("Сохранённые виды реестров"), by("owner__persons"), C.ACCOUNT, Purpose.RUN,
        Term.TAKING_PART, Fate.KEPT, kept=("owner", "register", "title", "filters", "columns", "is_shared"),
        unsaid=frozenset({"owner", "filters", "columns"}),
    ),
)  # fmt: skip
