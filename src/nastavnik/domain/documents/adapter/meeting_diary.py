"""A diary of meetings out of what was held and written for both; private notes are never read here."""

from collections import defaultdict
from datetime import date

from django.db.models import QuerySet

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.pair import mentorship_of, pair_text
from nastavnik.domain.documents.kinds.meeting_diary import Held, MeetingDiaryContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import DiaryEntry, Meeting, Mentorship, PlanStep


def context_of(document: Document) -> MeetingDiaryContext:
    """From the rows as they are now. Raises HeadMissing."""
    mentorship = mentorship_of(document)
    since, until = (_day(document.answers.get(code, "")) for code in ("since", "until"))
    meetings = list(_held(mentorship, since, until or document.dated_on))
    words = _words(meetings)
    following = _next_step(mentorship)
    last = meetings[-1].pk if meetings else None
    return MeetingDiaryContext(
        frame=frame_of(document),
        pair=pair_text(mentorship, document.dated_on),
        meetings=tuple(
            Held(
                day=meeting.happens_on,
                minutes=meeting.minutes,
                kind=str(meeting.get_kind_display()),
                mode=str(meeting.get_mode_display()) if meeting.mode else "",
                words=tuple(words[meeting.pk]),
                next_step=following if meeting.pk == last else "",
            )
            for meeting in meetings
        ),
        since=since,
        until=until,
    )


def _day(answer: str) -> date | None:
    return date.fromisoformat(answer) if answer else None


def _held(mentorship: Mentorship, since: date | None, until: date) -> QuerySet[Meeting]:
    rows = mentorship.meetings.filter(state=MeetingState.HELD, happens_on__lte=until)
    rows = rows.filter(happens_on__gte=since) if since else rows
    return rows.order_by("happens_on", "begins_at", "id")


def _words(meetings: list[Meeting]) -> dict[int, list[str]]:
    """Meeting id → what was written for both about it, in the order of writing."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = DiaryEntry.objects.filter(meeting__in=meetings, is_private=False).exclude(text="")
    for meeting, text in rows.order_by("written_at", "id").values_list("meeting_id", "text"):
        found[meeting].append(" ".join(text.split()))
    return found


def _next_step(mentorship: Mentorship) -> str:
    """The nearest step of the plan that is not done."""
    steps = PlanStep.objects.filter(goal__mentorship=mentorship, done_on__isnull=True)
    step = steps.exclude(due_on__isnull=True).order_by("due_on", "id").first() or steps.order_by("id").first()
    return step.title if step else ""
