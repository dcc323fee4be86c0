"""What was erased is not in the bytes of the database, of the files or of the logs, and no copy brings it back."""

import pytest
from django.db import connection

from tests.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.django_db]
CANARY = "Зимородков"
MAKE = f"""
from datetime import date
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people import actions as people
school = Organisation.objects.get()
child = people.add_person(school, surname="{CANARY}", given_name="Кеша", birth_date=date(2013, 5, 6), by=None)
print(child.pk)
"""
ERASE = """
from nastavnik.core import jobs
from nastavnik.domain.people.models import Person
from nastavnik.domain.privacy import actions
actions.erase(Person.objects.get(pk={pk}), reason="asked", by=None)
jobs.run_due()
"""
NAMES = (
    "from nastavnik.domain.people.models import Person; print(list(Person.objects.values_list('surname', flat=True)))"
)


def bytes_of(folder, *, but):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file() and but not in path.parts)


def test_no_byte_is_left_and_an_older_copy_does_not_bring_it_back(tmp_path, prepared_tables):
    place = Installation(tmp_path / "data", tables=prepared_tables)
    place.run(
        "organisation", "create", "--title", "Школа № 7", "--short", "Школа № 7", "--region", "Край",
        "--municipality", "Округ", "--coordinator", "Вымышлена Анна Петровна",
    )  # fmt: skip
    pk = int(place.python(MAKE))
    place.run("backup")
    copy = max((place.folder / "backups").glob("nastavnik-*.tar.gz"))
    if connection.vendor == "sqlite":
        assert CANARY.encode() in bytes_of(place.folder, but="backups")

    place.python(ERASE.format(pk=pk))

    assert CANARY.encode() not in bytes_of(place.folder, but="backups")
    assert "Данные удалены" in place.python(NAMES)

    said = place.run("restore", copy, "--replace")

    assert "Удалены заново данные" in said
    assert CANARY not in place.python(NAMES)
