"""What the page of a pair says about its own way of working: rules, first meetings, themes, parts, the end."""

from collections.abc import Sequence
from typing import Any

from nastavnik.domain.mentorships import queries, rules
from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.programmes.enums import Kind, ParticipationRole
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.web.mentorships.faces import called

BEGUN = (S.CONFIRMED, S.ACTIVE, S.PAUSED)
THEMES = 3


def member_of(mentorship: Any, user: Any) -> Any:
    """The row of the user, or None; members are loaded."""
    rows = mentorship.members.all()
    return next((row for row in rows if row.person.user_id == user.pk and not row.has_left), None)


def own_only(mentorship: Any, user: Any) -> bool:
    """A child who is led corrects the own records alone (`rules.is_led_child`, with members that are loaded)."""
    me = member_of(mentorship, user)
    return me is not None and me.is_minor and me.role == ParticipationRole.MENTEE


def way_of(mentorship: Any, user: Any, meetings: Sequence[Any], *, stopped: bool) -> dict[str, Any]:
    """For `mentorships/_way.html`; few queries, none of them about single meetings."""
    me, lead = member_of(mentorship, user), rules.can_lead(user, mentorship)
    at_work = mentorship.state in rules.AT_WORK and not stopped
    planned = KINDS[mentorship.kind].plan_needed
    agreed = queries.rules_of(mentorship) if planned and mentorship.state in BEGUN else None
    firsts = queries.first_meetings(mentorship, meetings) if at_work else []
    tried = any(m.kind == MeetingKind.TRIAL and m.state == MeetingState.HELD for m in meetings)
    needs = queries.needs_of(mentorship, user)[:THEMES] if at_work and queries.is_group(mentorship) else []
    return {
        "rules": agreed,
        "i_confirm": bool(agreed and me in agreed.waiting),
        "firsts": firsts if any(first.is_next for first in firsts) else [],
        "asks_trial": bool(at_work and me and tried and queries.wants_my_trial_answer(me)),
        "is_group": at_work and queries.is_group(mentorship),
        "needs": needs,
        "is_team": mentorship.kind == Kind.TEAM,
        "parts": [(called(m.person), m.part) for m in mentorship.members.all() if m.part and not m.has_left],
        "by_request": at_work and KINDS[mentorship.kind].watched == "requests",
        "may_ask_end": at_work and me is not None,
        "former": [
            (called(m.person), m.ends_on) for m in mentorship.members.all() if m.has_left and m.role == "mentor"
        ],
        "may_say": me is not None and mentorship.state in rules.ENDED,
        **(_for_staff(mentorship, user) if lead else {}),
    }


def _for_staff(mentorship: Any, user: Any) -> dict[str, Any]:
    asked = list(queries.end_requests_visible_to(user).filter(mentorship=mentorship))
    ended = mentorship.state in rules.ENDED
    return {
        "asked_end": [(called(row.member.person), row.asked_at, row.note) for row in asked],
        "lead_at_work": mentorship.state in rules.AT_WORK,
        "said": list(queries.words_visible_to(user).filter(mentorship=mentorship)) if ended else [],
        "ended": ended,
        "handovers": list(mentorship.handovers.select_related("left__person", "came__person")),
    }
