"""Forms of the room, one file a question."""

from nastavnik.web.matching.forms.change import ChangeForm
from nastavnik.web.matching.forms.settings import SettingsForm
from nastavnik.web.matching.forms.weights import WeightsForm

__all__ = ["ChangeForm", "SettingsForm", "WeightsForm"]
