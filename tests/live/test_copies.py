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


def dump(installation):
    return json.loads(installation.python(DUMP))


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


@pytest.fixture(scope="module")
def copied(installation):
    """A copy, and the logical dump of what it was made from."""
    installation.run("backup")
    return newest(installation), dump(installation)


@pytest.fixture(scope="module")
def other(copied, tmp_path_factory):
    """A second place with that copy in it."""
    place = Installation(tmp_path_factory.mktemp("other") / "data")
    place.run("restore", copied[0])
    return place


def test_logical_dumps_are_equal(copied, other):
    assert dump(other) == copied[1]


def test_a_place_with_data_is_refused_and_replaced_only_after_a_copy(copied, other):
    copy, before = copied

    with pytest.raises(AssertionError, match="--replace"):
        other.run("restore", copy)
    assert dump(other) == before
    assert not (other.folder / "backups").exists()

    other.run("restore", copy, "--replace")
    assert dump(other) == before
    assert newest(other).stat().st_mode & 0o077 == 0


def test_a_damaged_copy_is_refused_and_nothing_changes(installation, copied, tmp_path):
    content = copied[0].read_bytes()
    middle = len(content) // 2
    changed = content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :]
    bad, before = tmp_path / "bad.tar.gz", dump(installation)

    for damage, damaged in {"cut": content[:middle], "changed": changed, "no copy": b"hello"}.items():
        bad.write_bytes(damaged)
        with pytest.raises(AssertionError, match="поврежд"):
            installation.run("restore", bad, "--replace")

        assert dump(installation) == before, damage


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
