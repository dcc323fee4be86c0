"""What can be asked about events and training."""

from nastavnik.domain.events.queries.announced import announced, together
from nastavnik.domain.events.queries.guests import (
    MOST_OFFERED,
    Guest,
    came_to,
    event_by_code,
    guests,
    may_be_invited,
    without_consent,
)
from nastavnik.domain.events.queries.invited import (
    FESTIVE,
    asked_by_hand,
    asked_to,
    invitations_visible_to,
    is_invited,
    outside_guests_visible_to,
    timed,
)
from nastavnik.domain.events.queries.training import (
    Trainee,
    finished_courses,
    missing_training,
    sessions_attended,
    standings,
    trained,
    trainees,
    training_of,
)
from nastavnik.domain.events.queries.visible import (
    attendances_visible_to,
    courses_visible_to,
    events_visible_to,
    materials_visible_to,
    modules_to_run,
    own_courses,
)

__all__ = [
    "FESTIVE",
    "MOST_OFFERED",
    "Guest",
    "Trainee",
    "announced",
    "asked_by_hand",
    "asked_to",
    "attendances_visible_to",
    "came_to",
    "courses_visible_to",
    "event_by_code",
    "events_visible_to",
    "finished_courses",
    "guests",
    "invitations_visible_to",
    "is_invited",
    "materials_visible_to",
    "may_be_invited",
    "missing_training",
    "modules_to_run",
    "outside_guests_visible_to",
    "own_courses",
    "sessions_attended",
    "standings",
    "timed",
    "together",
    "trained",
    "trainees",
    "training_of",
    "without_consent",
]
