"""What can be done in the room."""

from nastavnik.domain.privacy.actions.erasing import erase
from nastavnik.domain.privacy.actions.keeping import erase_past_term, set_term
from nastavnik.domain.privacy.actions.replaying import replay
from nastavnik.domain.privacy.actions.requests import answer_request, ask, refuse_request

__all__ = ["answer_request", "ask", "erase", "erase_past_term", "refuse_request", "replay", "set_term"]
