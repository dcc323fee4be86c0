"""Measures: one file each and one line here. A measure takes a programme and a day and gives a figure."""

from nastavnik.domain.monitoring.measures.completed import completed
from nastavnik.domain.monitoring.measures.coverage_of_mentees import coverage_of_mentees
from nastavnik.domain.monitoring.measures.coverage_of_mentors import coverage_of_mentors
from nastavnik.domain.monitoring.measures.dissolved_by_reason import dissolved_by_reason
from nastavnik.domain.monitoring.measures.meetings_held import meetings_held
from nastavnik.domain.monitoring.measures.meetings_per_pair import meetings_per_pair
from nastavnik.domain.monitoring.measures.pairs_on_time import pairs_on_time
from nastavnik.domain.monitoring.measures.still_active import still_active
from nastavnik.domain.monitoring.measures.waiting_for_mentor import waiting_for_mentor

COVERAGE = (coverage_of_mentees, coverage_of_mentors, waiting_for_mentor)
MEETINGS = (meetings_held, meetings_per_pair, pairs_on_time)
ENDINGS = (completed, still_active)
BY_MODULE = (coverage_of_mentees, meetings_held, completed)

__all__ = [
    "BY_MODULE",
    "COVERAGE",
    "ENDINGS",
    "MEETINGS",
    "completed",
    "coverage_of_mentees",
    "coverage_of_mentors",
    "dissolved_by_reason",
    "meetings_held",
    "meetings_per_pair",
    "pairs_on_time",
    "still_active",
    "waiting_for_mentor",
]
