"""What the product brings to the catalogues: plain data in our own words; institutions lay their rows over it."""

from nastavnik.domain.programmes.shipped.aims import AIMS
from nastavnik.domain.programmes.shipped.kinds import KINDS
from nastavnik.domain.programmes.shipped.methods import DIRECTIONS, METHODS, PRINCIPLES, TERMS
from nastavnik.domain.programmes.shipped.opportunities import OPPORTUNITIES
from nastavnik.domain.programmes.shipped.outcomes import OUTCOMES
from nastavnik.domain.programmes.shipped.people import CATEGORIES, MENTEE_REQUIREMENTS, MENTOR_REQUIREMENTS, POSTS
from nastavnik.domain.programmes.shipped.portraits import MENTEES, MENTORS
from nastavnik.domain.programmes.shipped.results import EFFECTS, RESULTS
from nastavnik.domain.programmes.shipped.rights import RIGHTS_AND_DUTIES
from nastavnik.domain.programmes.shipped.shape import Entry
from nastavnik.domain.programmes.shipped.tasks import TASKS

SHIPPED: tuple[Entry, ...] = (
    *KINDS,
    *METHODS,
    *DIRECTIONS,
    *CATEGORIES,
    *AIMS,
    *TASKS,
    *PRINCIPLES,
    *RESULTS,
    *OUTCOMES,
    *EFFECTS,
    *TERMS,
    *MENTORS,
    *MENTEES,
    *MENTOR_REQUIREMENTS,
    *MENTEE_REQUIREMENTS,
    *POSTS,
    *RIGHTS_AND_DUTIES,
    *OPPORTUNITIES,
)

__all__ = ["SHIPPED", "Entry"]
