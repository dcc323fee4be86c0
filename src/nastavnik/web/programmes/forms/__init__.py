"""Forms of the room, one file a page."""

from nastavnik.web.programmes.forms.module import ModuleForm
from nastavnik.web.programmes.forms.observation import ObservationForm
from nastavnik.web.programmes.forms.profile import ProfileForm
from nastavnik.web.programmes.forms.programme import CreateForm, EditForm, EnrolForm, RowForm, StartForm

__all__ = [
    "CreateForm",
    "EditForm",
    "EnrolForm",
    "ModuleForm",
    "ObservationForm",
    "ProfileForm",
    "RowForm",
    "StartForm",
]
