"""What can be asked about people, one file an asker. `visible_to` is the one door to rows of persons."""

from nastavnik.domain.people.queries.ages import (
    adult_on,
    age_on,
    born_after,
    counted_as_child,
    in_force,
    is_minor,
    minor_on,
)
from nastavnik.domain.people.queries.clearance import (
    clearance_in_force,
    clearances_of,
    clearances_visible_to,
    cleared,
    is_cleared,
    with_clearance,
    without_clearance,
)
from nastavnik.domain.people.queries.demo import DemoChoice, demo_users
from nastavnik.domain.people.queries.lists import (
    adults_of,
    enrolled_in,
    found_by,
    holding,
    listed,
    namesakes,
    staff_roles,
    with_wards,
)
from nastavnik.domain.people.queries.person import enrolment_on, guardians_of, open_sign_in, roles_of, wards_of
from nastavnik.domain.people.queries.visible import (
    guardianships_visible_to,
    organisations_where,
    person_of,
    roles_visible_to,
    visible_to,
    wards_visible_to,
)

__all__ = [
    "DemoChoice",
    "adult_on",
    "adults_of",
    "age_on",
    "born_after",
    "clearance_in_force",
    "clearances_of",
    "clearances_visible_to",
    "cleared",
    "counted_as_child",
    "demo_users",
    "enrolled_in",
    "enrolment_on",
    "found_by",
    "guardians_of",
    "guardianships_visible_to",
    "holding",
    "in_force",
    "is_cleared",
    "is_minor",
    "listed",
    "minor_on",
    "namesakes",
    "open_sign_in",
    "organisations_where",
    "person_of",
    "roles_of",
    "roles_visible_to",
    "staff_roles",
    "visible_to",
    "wards_of",
    "wards_visible_to",
    "with_clearance",
    "with_wards",
    "without_clearance",
]
