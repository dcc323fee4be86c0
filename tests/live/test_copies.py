"""Copies: whole while somebody writes, equal after they are put back, refused where they would do harm."""

import json

import pytest

from tests.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.django_db]

WRITER = """
import itertools
from django.db import transaction
from nastavnik.core.models import Submission
for number in itertools.count():
    with transaction.atomic():
        for half in "ab":
            Submission.objects.create(key=f"writer {number} {half}", owner="test", path="/", location="/")
    print(number, flush=True)
"""
STORE = """
from nastavnik.domain.files.actions import store
from nastavnik.domain.organisations.models import Organisation
for number in range(5):
    store(Organisation.objects.first(), title="приказ", content=b"%PDF " + bytes([number]) * 5000,
          content_type="application/pdf", by=None)
"""
DUMP = """
import json
from dataclasses import asdict
from nastavnik.domain.operations.engines import engine
print(json.dumps({name: asdict(digest) for name, digest in engine().current().items()}))
"""
CHECK = """
import json
from nastavnik.core.models import Submission
from nastavnik.domain.operations import queries
halves = Submission.objects.filter(owner="test")
print(json.dumps([halves.filter(key__endswith="a").count(), halves.filter(key__endswith="b").count(),
                  queries.missing_files(), len(queries.stray_files())]))
"""


def newest(installation):
    return max((installation.folder / "backups").glob("nastavnik-*.tar.gz"))


def test_a_copy_made_while_somebody_writes_is_whole_and_comes_back_equal(installation, tmp_path):
    installation.python(STORE)
    with installation.start(WRITER) as writer:
        for _ in range(20):
            written = int(writer.stdout.readline())
        installation.run("backup")
        assert writer.poll() is None
        writer.kill()

    other = Installation(tmp_path / "other")
    said = other.run("restore", newest(installation))

    assert "Всё сходится" in said
    first, second, missing, stray = json.loads(other.python(CHECK))
    assert first == second > written
    assert (missing, stray) == (0, 0)


def test_logical_dumps_are_equal(installation, tmp_path):
    installation.run("backup")
    other = Installation(tmp_path / "other")
    other.run("restore", newest(installation))

    assert json.loads(other.python(DUMP)) == json.loads(installation.python(DUMP))


def test_a_place_with_data_is_refused_and_replaced_only_after_a_copy(installation, tmp_path):
    installation.run("backup")
    copy, other = newest(installation), Installation(tmp_path / "other")
    other.run("restore", copy)
    before = other.python(DUMP)

    with pytest.raises(AssertionError, match="--replace"):
        other.run("restore", copy)
    assert other.python(DUMP) == before
    assert not (tmp_path / "other" / "backups").exists()

    other.run("restore", copy, "--replace")
    assert json.loads(other.python(DUMP)) == json.loads(before)
    assert newest(other).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["cut", "changed", "no copy"])
def test_a_damaged_copy_is_refused_and_nothing_changes(installation, tmp_path, damage):
    installation.run("backup")
    content = bytearray(newest(installation).read_bytes())
    if damage == "changed":
        content[len(content) // 2] ^= 255
    bad = tmp_path / "bad.tar.gz"
    bad.write_bytes({"cut": content[: len(content) // 2], "changed": content, "no copy": b"hello"}[damage])
    before = installation.python(DUMP)

    with pytest.raises(AssertionError, match="поврежд"):
        installation.run("restore", bad, "--replace")

    assert installation.python(DUMP) == before


def test_the_doctor_finds_what_is_missing(installation):
    assert "✓ Все файлы на месте" in doctor(installation)

    installation.python(STORE)
    victim = max((path for path in (installation.folder / "files").rglob("*") if path.is_file()), key=mtime)
    kept = victim.read_bytes()
    victim.unlink()
    installation.python(
        "from nastavnik.core.models import AuditEntry\nAuditEntry.objects.filter(pk=1).update(action='x')"
    )
    said = doctor(installation)
    victim.write_bytes(kept)

    assert "■ Не хватает файлов: 1" in said
    assert "■ Журнал действий нарушен: цепочек – 1" in said


def mtime(path):
    return path.stat().st_mtime


def doctor(installation):
    return installation.run("doctor", code=None)
