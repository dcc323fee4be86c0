"""Russian names in six cases, initials and the public short form. Pure: no Django, no database.

Below: nothing but the language. `inflecting` bends, `genders` tells whose name it is, `surnames` and `given` hold the
rules, `words` and `people` the closed lists, `written` the short forms.
"""

from nastavnik.domain.people.names.genders import gender_of
from nastavnik.domain.people.names.inflecting import inflect
from nastavnik.domain.people.names.records import OBLIQUE, Case, Doubt, FullName, Gender, Inflected
from nastavnik.domain.people.names.written import NO_BREAK_SPACE, initials, read, short_public, signed

__all__ = [
    "NO_BREAK_SPACE",
    "OBLIQUE",
    "Case",
    "Doubt",
    "FullName",
    "Gender",
    "Inflected",
    "gender_of",
    "inflect",
    "initials",
    "read",
    "short_public",
    "signed",
]
