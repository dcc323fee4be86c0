"""Forms of the room, one file a page."""

from nastavnik.web.programmes.forms.module import ModuleForm
from nastavnik.web.programmes.forms.observation import ObservationForm
from nastavnik.web.programmes.forms.profile import ProfileForm
from nastavnik.web.programmes.forms.programme import CreateForm, EditForm, EnrolForm, StartForm
from nastavnik.web.programmes.forms.roadmap import EvidenceForm, PasteForm, RowForm

__all__ = [
    "CreateForm",
    "EditForm",
    "EnrolForm",
    "EvidenceForm",
    "ModuleForm",
    "ObservationForm",
    "PasteForm",
    "ProfileForm",
    "RowForm",
    "StartForm",
]
