"""Forms of names in papers: kept with the person, used in this paper and in every later one."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from nastavnik.domain.documents.actions.writing import require_draft, write_all
from nastavnik.domain.documents.messages import PARTS
from nastavnik.domain.documents.models import Document
from nastavnik.domain.people.actions import edit_person
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import Case


@transaction.atomic
def correct_name(
    document: Document, *, person: Person, case: str, forms: Mapping[str, str], version: int | None = None, by: Any
) -> Document:
    """The right form of a name in one case, part by part; the draft is written anew with it.

    `version` is that of the person from which the form was made; other cases written meanwhile stay in any case.
    """
    require_draft(document, "correct_name")
    person = Person.objects.select_for_update().get(pk=person.pk)
    mended = {part: form.strip() for part, form in forms.items() if part in PARTS and form.strip()}
    known = {**(person.name_forms or {}), Case(case).value: mended}
    edit_person(person, {"name_forms": known}, version=person.version if version is None else version, by=by)
    write_all(document, by=by)
    return document
