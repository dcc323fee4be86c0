"""What can be done, one file a step of the story."""

from nastavnik.domain.scheduling.actions.feeds import issue_feed, revoke_feed
from nastavnik.domain.scheduling.actions.inviting import invite
from nastavnik.domain.scheduling.actions.meeting import (
    Terms,
    call_off,
    move_meeting,
    plan_day,
    plan_meeting,
    tell_missed,
)
from nastavnik.domain.scheduling.actions.offering import (
    accept_offer,
    offer_times,
    replace_offer,
    say_what_suits,
    withdraw_offer,
)
from nastavnik.domain.scheduling.actions.reminding import remind
from nastavnik.domain.scheduling.actions.series import change_rest, plan_series, stop_series
from nastavnik.domain.scheduling.actions.timetable import set_hours

__all__ = [
    "Terms",
    "accept_offer",
    "call_off",
    "change_rest",
    "invite",
    "issue_feed",
    "move_meeting",
    "offer_times",
    "plan_day",
    "plan_meeting",
    "plan_series",
    "remind",
    "replace_offer",
    "revoke_feed",
    "say_what_suits",
    "set_hours",
    "stop_series",
    "tell_missed",
    "withdraw_offer",
]
