"""Files: kept under a random name, for the server alone, held against their digest."""

import pytest

from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.files.errors import FileLost
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import place, read
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def file():
    return store(
        make.OrganisationFactory(), title="Приказ.pdf", content=b"%PDF", content_type="application/pdf", by=None
    )


def test_what_was_stored_is_read(file):
    assert read(file) == b"%PDF"
    assert (file.size, len(file.sha256)) == (4, 64)


def test_the_title_is_no_part_of_the_path_and_nobody_else_reads_it(file):
    assert "Приказ" not in str(place(file))
    assert place(file).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(b"%PDX"), lambda path: path.unlink()])
def test_a_changed_or_lost_file_is_not_given_out(file, harm):
    harm(place(file))

    with pytest.raises(FileLost):
        read(file)


def test_the_bytes_go_when_the_row_is_gone_for_good(file, django_capture_on_commit_callbacks):
    where = place(file)
    with django_capture_on_commit_callbacks(execute=True):
        remove(file)
        assert where.exists()

    assert (where.exists(), StoredFile.objects.exists()) == (False, False)
