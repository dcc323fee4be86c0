"""The invented school, told once for all tests of a file."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test import override_settings

from nastavnik.core import clock
from nastavnik.demo.story import tell

MONDAY = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)


@pytest.fixture(scope="package")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="package")
def told(django_db_setup, django_db_blocker, folder, tmp_path_factory):
    """The story as of a Monday in November, told once for all tests here; returns the day."""
    beside = tmp_path_factory.mktemp("beside")  # the story erases somebody: what remembers that lies beside the files
    files = override_settings(MEDIA_ROOT=folder, DATA_DIR=beside, BACKUP_DIR=beside / "backups")
    with django_db_blocker.unblock(), files, clock.fixed(MONDAY), transaction.atomic():
        tell()
        yield MONDAY.date()
        transaction.set_rollback(True)
