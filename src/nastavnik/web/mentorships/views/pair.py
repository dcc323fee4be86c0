"""«Как у нас дела?»: the pair on a telephone and on the coordinator's desk."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.fetch import fetch
from nastavnik.domain.achievements import queries as achieving
from nastavnik.domain.mentorships import queries, rules
from nastavnik.domain.mentorships.enums import MeetingState, Way
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.plans import queries as plans
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.scheduling import queries as calendar
from nastavnik.domain.scheduling.enums import OfferState
from nastavnik.domain.support import queries as support
from nastavnik.web.mentorships.faces import called, face, listed, opened, today_of
from nastavnik.web.mentorships.forms import RecordForm
from nastavnik.web.mentorships.way import own_only, way_of
from nastavnik.web.shell.render import render_page

SHOWN = 5
ASKED = 1
OPEN = (S.PROPOSED, S.CONFIRMED, S.ACTIVE, S.PAUSED)


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def pair(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        mentorship = opened(fetch(queries.visible_to(request.user), pk))
    except Http404:
        place = queries.left_place(request.user, pk)
        if place is None:
            raise
        return render_page(request, "mentorships/handed_over.html", {"place": place})
    return render_page(request, "mentorships/pair.html", pair_context(request, mentorship))


def members_to_mark(mentorship: Any, user: Any) -> list[tuple[int, str]]:
    """Mentees of a group who are in it now, to be ticked; members are loaded."""
    staff = rules.can_lead(user, mentorship)
    return [
        (member.pk, member.person.list_name if staff else member.person.given_name)
        for member in mentorship.members.all()
        if member.role == ParticipationRole.MENTEE and member.ends_on is None
    ]


def pair_context(request: HttpRequest, mentorship: Any, form: RecordForm | None = None) -> dict[str, Any]:
    """Everything of the page; the form is the one that was refused, or a fresh one."""
    user, today = request.user, today_of(mentorship)
    meetings = queries.timeline(mentorship, user)
    planned = [m for m in meetings if m.state == MeetingState.PLANNED]
    ahead = sorted((m for m in planned if m.happens_on > today), key=lambda m: m.happens_on)
    due = next((m for m in planned if m.happens_on <= today), None)
    been = [m for m in meetings if m.state != MeetingState.PLANNED]
    look = face(mentorship, user)
    stopped = mentorship.state in OPEN and queries.stopped_for_consent(_itself(user, mentorship)).exists()
    goals = queries.plan_of(mentorship)
    reading = queries.radar(queries.visible_to(user).filter(pk=mentorship.pk), today).get(mentorship.pk)
    return {
        "mentorship": mentorship,
        "face": look,
        "radar": reading,
        "new_since": _new_since(mentorship, reading),
        "form": form or _fresh(today, due, mentorship, members_to_mark(mentorship, user)),
        "told": None if due else next((m for m in been if m.happens_on == today), None),
        "unconfirmed": _unconfirmed(mentorship, user, look.side),
        "due": due,
        "next": ahead[0] if ahead else None,
        "offer": _offer(mentorship, user) if mentorship.state in rules.AT_WORK and not stopped else None,
        "been": been[:SHOWN],
        "been_total": len(been),
        "diary": queries.diary_visible_to(user).filter(mentorship=mentorship, meeting__isnull=True)[:SHOWN],
        "goals": goals,
        "plan_changed": look.side in ("mentor", "mentee") and plans.unread_corrections(mentorship.pk, user).exists(),
        "achievements": achieving.of_pair(mentorship, user, SHOWN),
        "advice": plans.recommendations_of(mentorship, user, SHOWN),
        "may_advise": look.side == "mentor" and not stopped and mentorship.state in rules.AT_WORK,
        "way": way_of(mentorship, user, meetings, stopped=stopped),
        "called": {"mentor": called(look.mentors[0]), "mentee": called(look.mentees[0])},
        "stopped": stopped,
        "can": _can(user, mentorship, look.side, stopped),
        "today": today,
        **(_pulse(mentorship, user, look.side, today) if not stopped else {}),
        **(_staff_context(user, mentorship, today) if rules.can_lead(user, mentorship) else {}),
    }


def _new_since(mentorship: Any, reading: Any) -> Any:
    """Since which day these two are a pair, where another mentor met the mentee last; members are loaded."""
    mentors = [member for member in mentorship.members.all() if member.role == ParticipationRole.MENTOR]
    present = [member.starts_on for member in mentors if member.ends_on is None]
    if reading is None or reading.last_on is None or not present or not any(member.has_left for member in mentors):
        return None
    return max(present) if max(present) > reading.last_on else None


def _pulse(mentorship: Any, user: Any, side: str, today: Any) -> dict[str, Any]:
    """Has one of the two not told the mark of this month? Then who will read it is named before it is given."""
    if side not in ("mentor", "mentee") or mentorship.state not in rules.AT_WORK:
        return {}
    if mentorship.started_on > support.begun_by(today) or support.own_pulse(user, mentorship, today):
        return {}
    return {"asks_pulse": True, "readers": listed([called(one) for one in support.readers_of(mentorship, today)])}


def _offer(mentorship: Any, user: Any) -> Any:
    """Times of which one is still to be chosen."""
    found = calendar.offers_visible_to(user).filter(mentorship=mentorship, state=OfferState.OPEN).first()
    if found:
        found.is_mine = found.author.user_id == user.pk
    return found


def _unconfirmed(mentorship: Any, user: Any, side: str) -> list[Any]:
    """What the other side has told and mine not yet confirmed."""
    if side not in ("mentor", "mentee") or mentorship.state not in rules.AT_WORK:
        return []
    found = queries.awaiting_confirmation(mentorship, person_of(user, mentorship.organisation))[:ASKED]
    for meeting in found:
        meeting.teller = called(meeting.told_by)
    return found


def _fresh(today: Any, due: Any, mentorship: Any, members: list[tuple[int, str]]) -> RecordForm:
    return RecordForm(
        keeps_diary=mentorship.module.keeps_diary,
        members=members,
        initial={
            "came": [pk for pk, _name in members],
            "marked": True,
            "happens_on": due.happens_on if due else today,
            "planned": due.pk if due else None,
            "entry_key": uuid.uuid4().hex,
        },
    )


def _itself(user: Any, mentorship: Any) -> Any:
    return queries.visible_to(user).filter(pk=mentorship.pk)


def _can(user: Any, mentorship: Any, side: str, stopped: bool) -> dict[str, bool]:
    """What the buttons of the page may be; the life cycle says what is possible now."""
    possible = mentorship.lifecycle.actions(mentorship.state)
    lead = rules.can_lead(user, mentorship)
    return {
        "write": not stopped and rules.can_write(user, mentorship),
        "offer": side in ("mentor", "mentee"),
        "own_only": own_only(mentorship, user),
        "keep_diary": (
            not stopped
            and side in ("mentor", "mentee")
            and mentorship.state in rules.AT_WORK
            and mentorship.module.keeps_diary
        ),
        "lead": lead,
        "log": not stopped and side in ("mentor", "mentee") and mentorship.state in rules.AT_WORK,
        "start": "start" in possible and rules.can_start(user, mentorship),
        "waits_for_order": mentorship.state == S.CONFIRMED and rules.needs_order(mentorship),
        "pause": lead and "pause" in possible,
        "resume": lead and "resume" in possible,
        "end": lead and "dissolve" in possible,
        "decline": lead and "decline" in possible,
        "acquaint": lead and queries.needs_acquaintance(mentorship),
    }


def _staff_context(user: Any, mentorship: Any, today: Any) -> dict[str, Any]:
    approvals = list(queries.approvals_visible_to(user).filter(mentorship=mentorship))
    for approval in approvals:
        approval.may_enter = not approval.answer and rules.can_enter_paper(user, approval)
    changes = list(mentorship.state_changes.all())
    for change in changes:
        change.state_title = S(change.to_state).label
    looked = support.of_pair(user, mentorship, today) if mentorship.state in rules.AT_WORK else None
    told = list(queries.handover_answers(mentorship))
    return {
        "handover_waits": [one for one in told if one.offer.closed_at is None],
        "handover_told": [one for one in told if one.answer],
        "support": looked,
        "strengths": looked.strengths if looked else [],
        "approvals": approvals,
        "changes": changes,
        "acquaintance": queries.last_acquaintance(mentorship) if mentorship.way == Way.TEACHER_PROPOSAL else None,
    }
