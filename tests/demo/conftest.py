"""The invented school, told once for all tests of a file."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test import override_settings

from nastavnik.core import clock
from nastavnik.demo.story import tell

LEAP_DAY = datetime(2028, 2, 29, 9, tzinfo=UTC)  # the one that other years do not have


@pytest.fixture(scope="package")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="package")
def told(django_db_setup, django_db_blocker, folder, tmp_path_factory):
    """The story as of a leap day, told once for all tests here; returns the day."""
    beside = tmp_path_factory.mktemp("beside")  # the story erases somebody: what remembers that lies beside the files
    files = override_settings(MEDIA_ROOT=folder, DATA_DIR=beside, BACKUP_DIR=beside / "backups")
    with django_db_blocker.unblock(), files, clock.fixed(LEAP_DAY), transaction.atomic():
        tell()
        yield LEAP_DAY.date()
        transaction.set_rollback(True)
