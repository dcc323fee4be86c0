"""What can be asked, one file an asker."""

from nastavnik.domain.mentorships.queries.acquaintance import (
    awaiting_acquaintance,
    last_acquaintance,
    needs_acquaintance,
    went_badly,
)
from nastavnik.domain.mentorships.queries.log import LogPair, log_pairs, pairs_to_log, told_of_day
from nastavnik.domain.mentorships.queries.members import ClosestPeople, closest_people, occupied, with_people
from nastavnik.domain.mentorships.queries.pages import (
    Introduction,
    introductions,
    meetings_of_mine,
    plan_of,
    ready_plan,
    timeline,
)
from nastavnik.domain.mentorships.queries.radar import at_work, radar, silent, with_radar
from nastavnik.domain.mentorships.queries.radar_table import Line, RadarTable, radar_of_server, radar_table
from nastavnik.domain.mentorships.queries.telling import (
    attendance_of,
    awaiting_confirmation,
    group_of,
    is_of_other_side,
    side_of,
    told_on,
)
from nastavnik.domain.mentorships.queries.visible import (
    approvals_visible_to,
    diary_visible_to,
    feedback_visible_to,
    goals_visible_to,
    hidden_for_consent,
    meetings_visible_to,
    steps_visible_to,
    stopped_for_consent,
    visible_to,
)
from nastavnik.domain.mentorships.queries.waiting import (
    awaiting_my_answer,
    awaiting_start,
    confirmed_without_order,
    ended,
    ordered,
    with_open_questions,
)

__all__ = [
    "ClosestPeople",
    "Introduction",
    "Line",
    "LogPair",
    "RadarTable",
    "approvals_visible_to",
    "at_work",
    "attendance_of",
    "awaiting_acquaintance",
    "awaiting_confirmation",
    "awaiting_my_answer",
    "awaiting_start",
    "closest_people",
    "confirmed_without_order",
    "diary_visible_to",
    "ended",
    "feedback_visible_to",
    "goals_visible_to",
    "group_of",
    "hidden_for_consent",
    "introductions",
    "is_of_other_side",
    "last_acquaintance",
    "log_pairs",
    "meetings_of_mine",
    "meetings_visible_to",
    "needs_acquaintance",
    "occupied",
    "ordered",
    "pairs_to_log",
    "plan_of",
    "radar",
    "radar_of_server",
    "radar_table",
    "ready_plan",
    "side_of",
    "silent",
    "steps_visible_to",
    "stopped_for_consent",
    "timeline",
    "told_of_day",
    "told_on",
    "visible_to",
    "went_badly",
    "with_open_questions",
    "with_people",
    "with_radar",
]
