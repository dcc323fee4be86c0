"""What can be asked: reports of a programme, and surveys with their answers."""

from nastavnik.domain.monitoring.queries.change import WaveChange, change, waves_before
from nastavnik.domain.monitoring.queries.report import (
    BY_REASON,
    WITHHELD,
    leaving_the_house,
    programmes_with_report,
    report,
)
from nastavnik.domain.monitoring.queries.surveys import (
    Results,
    asked_of,
    invitation_by,
    invitations_of,
    named_draft,
    people_to_ask,
    results,
    sheets_visible_to,
    silent,
    surveys_visible_to,
    waiting_for,
    wave_by_code,
    waves_of,
    waves_visible_to,
)

__all__ = [
    "BY_REASON",
    "WITHHELD",
    "Results",
    "WaveChange",
    "asked_of",
    "change",
    "invitation_by",
    "invitations_of",
    "leaving_the_house",
    "named_draft",
    "people_to_ask",
    "programmes_with_report",
    "report",
    "results",
    "sheets_visible_to",
    "silent",
    "surveys_visible_to",
    "waiting_for",
    "wave_by_code",
    "waves_before",
    "waves_of",
    "waves_visible_to",
]
