"""Tables of pairs and groups. In a pair the words of both are about the child; in a group only one's own are."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.privacy.declared.programmes import CHANGE, UNSAID
from nastavnik.domain.privacy.declared.shape import Owner, PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term
from nastavnik.domain.programmes.enums import ParticipationRole


def about(path: str, *own: str) -> Owner:
    """Rows of mentorships in which the person is the only mentee (found by `path`), and rows of their own (`own`)."""

    def condition(person: int) -> Q:
        mine = MentorshipMember.objects.filter(person=person, role=ParticipationRole.MENTEE).values("mentorship")
        alone = Mentorship.objects.filter(pk__in=mine).exclude(pk__in=with_others(person))
        return Q(**{f"{path}__in": alone.values("pk")}) | by(*own)(person)

    return condition


def with_others(person: int) -> QuerySet[Any]:
    """Ids of mentorships that are also about another child, whose data are still here."""
    mentees = MentorshipMember.objects.filter(role=ParticipationRole.MENTEE, person__erased_on__isnull=True)
    return mentees.exclude(person=person).values("mentorship")


MENTORSHIPS = (
    PersonalTable(
        "mentorships.DiaryEntry", _("Дневник"), about("mentorship", "author"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.GONE,
        gone=("mentorship", "meeting", "author", "happened_on", "kind", "text", "is_private", "file", "written_at"),
        unsaid=frozenset({"mentorship", "meeting"}),
    ),
    PersonalTable(
        "mentorships.MeetingFeedback", _("Обратная связь после встречи"),
        about("meeting__mentorship", "author", "to__person"), C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.GONE,
        gone=("meeting", "author", "to", "went_well", "to_change", "next_step", "answer", "answered_at"),
        unsaid=frozenset({"meeting", "to"}),
    ),
    PersonalTable(
        "mentorships.MeetingAttendance", _("Кто был на встрече"), by("member__person"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.KEPT, kept=("meeting", "member", "came", "is_discussed"),
        unsaid=frozenset({"meeting", "member"}),
    ),
    PersonalTable(
        "mentorships.PlanStep", _("Шаги плана"), about("goal__mentorship"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.BLANKED, blanked={"title": "", "result": ""}, kept=("goal", "who", "due_on", "done_on"),
        unsaid=frozenset({"goal"}),
    ),
    PersonalTable(
        "mentorships.Goal", _("Цели"), about("mentorship"), C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.BLANKED,
        blanked={"title": ""}, kept=("mentorship", "reached_on"), unsaid=frozenset({"mentorship"}),
    ),
    PersonalTable(
        "mentorships.MeetingStateChange", _("Что было со встречами"), about("meeting__mentorship"), C.RECORDS,
        Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "meeting"),
        unsaid=frozenset({*UNSAID, "meeting", "by"}),
    ),
    PersonalTable(
        "mentorships.Meeting", _("Встречи"), about("mentorship"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.BLANKED, blanked={"place": "", "topic": "", "link": ""},
        kept=(
            "mentorship", "state", "happens_on", "begins_at", "minutes", "kind", "mode", "mood", "session_type",
            "methods", "works", "entry_key", "told_at", "told_by", "confirmed_by", "confirmed_at", "second_mood",
        ),
        unsaid=frozenset({"mentorship", "entry_key", "told_by", "confirmed_by", "methods", "works"}),
    ),
    PersonalTable(
        "mentorships.Acquaintance", _("Личное знакомство"), about("mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=("mentorship", "held_on", "outcome", "by", "at"), unsaid=frozenset({"mentorship", "by"}),
    ),
    PersonalTable(
        "mentorships.MentorshipApproval", _("Ответы на предложение пары"), by("member__person"), C.PARTICIPATION,
        Purpose.RUN, Term.TAKING_PART, Fate.KEPT,
        kept=("mentorship", "member", "party", "answer", "at", "by", "on_paper"),
        unsaid=frozenset({"mentorship", "member", "by"}),
    ),
    PersonalTable(
        "mentorships.MentorshipStateChange", _("Что было с парой"), about("mentorship"), C.PARTICIPATION, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "mentorship"),
        unsaid=frozenset({*UNSAID, "mentorship", "by"}),
    ),
    PersonalTable(
        "mentorships.MentorshipMember", _("Пары и группы: кто в них"), by("person"), C.PARTICIPATION, Purpose.RUN,
        Term.TAKING_PART, Fate.KEPT,
        kept=(
            "mentorship", "module", "participation", "person", "role", "is_exclusive", "is_minor", "consent",
            "part", "has_left", "starts_on", "ends_on",
        ),
        unsaid=frozenset({"mentorship", "participation", "person", "consent", "is_exclusive"}),
    ),
    PersonalTable(
        "mentorships.Mentorship", _("Пары"), about("pk"), C.PARTICIPATION, Purpose.RUN, Term.TAKING_PART,
        Fate.BLANKED, blanked={"title": ""},
        kept=(
            "module", "kind", "way", "state", "proposed_on", "planned_until", "started_on", "ended_on", "end_reason",
        ),
    ),
)  # fmt: skip
