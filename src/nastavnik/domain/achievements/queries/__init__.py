"""What can be asked."""

from nastavnik.domain.achievements.queries.alumni import alumni_visible_to, could_be_shown, ended_members_visible_to
from nastavnik.domain.achievements.queries.mentor import (
    FEWEST,
    MentorFacts,
    attestees_visible_to,
    facts_of,
    mentors_visible_to,
)
from nastavnik.domain.achievements.queries.portfolio import (
    Portfolio,
    of_pair,
    outcome_of,
    portfolio_of,
    sheets_of,
)
from nastavnik.domain.achievements.queries.recognition import Deserving, Facts, deserving
from nastavnik.domain.achievements.queries.sharing import (
    AHEAD,
    attestation_of,
    attestations_due,
    mentors_of,
    programmes_to_share,
    shared_in,
    sharings_visible_to,
)
from nastavnik.domain.achievements.queries.stories import (
    PublicStory,
    as_public,
    public_story,
    published_stories,
    stories_visible_to,
    was_published,
    without_consent,
)
from nastavnik.domain.achievements.queries.visible import mentees_visible_to, projects_visible_to, visible_to

__all__ = [
    "AHEAD",
    "FEWEST",
    "Deserving",
    "Facts",
    "MentorFacts",
    "Portfolio",
    "PublicStory",
    "alumni_visible_to",
    "as_public",
    "attestation_of",
    "attestations_due",
    "attestees_visible_to",
    "could_be_shown",
    "deserving",
    "ended_members_visible_to",
    "facts_of",
    "mentees_visible_to",
    "mentors_of",
    "mentors_visible_to",
    "of_pair",
    "outcome_of",
    "portfolio_of",
    "programmes_to_share",
    "projects_visible_to",
    "public_story",
    "published_stories",
    "shared_in",
    "sharings_visible_to",
    "sheets_of",
    "stories_visible_to",
    "visible_to",
    "was_published",
    "without_consent",
]
