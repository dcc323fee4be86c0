"""Fixtures for all tests: fast hashing, no network, files in a folder of their own, a clock that stands still."""

import gc
from datetime import UTC, datetime

import pytest

from nastavnik.core import clock

pytest_plugins = ["tests.prepared", "tests.selecting"]

NOW = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)  # Monday, 9:40 in Moscow


def pytest_collection_finish():
    """What is loaded by now stays to the end; the collector need not walk through it thousands of times."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(autouse=True)
def _quick_and_apart(request, settings, tmp_path):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.HUEY = {**settings.HUEY, "immediate": True}
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.WHITENOISE_AUTOREFRESH = True  # pages in tests need no collected static files
    settings.ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]


@pytest.fixture(autouse=True)
def _huey_stays_quiet(monkeypatch):
    """Tests run due jobs themselves with `jobs.run_due()`; no queue file is written."""
    from nastavnik.core import jobs

    monkeypatch.setattr(jobs, "_wake", [])


@pytest.fixture
def now():
    """The clock stands at Monday, 23 November 2026, 9:40 in Moscow."""
    with clock.fixed(NOW):
        yield NOW
