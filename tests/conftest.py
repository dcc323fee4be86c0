"""Fixtures for all tests: fast hashing, no network, files in a folder of their own, a clock that stands still."""

import gc
from datetime import UTC, datetime
from itertools import count

import pytest
from django.conf import settings
from django.test import override_settings

from nastavnik.core import clock

pytest_plugins = ["tests.prepared", "tests.selecting"]

NOW = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)  # Monday, 9:40 in Moscow


def pytest_collection_finish():
    """What is loaded by now stays to the end; the collector need not walk through it thousands of times."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def _quick(django_test_environment):
    """Fast hashing, jobs at once, pages without collected static files."""
    changed = {
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "HUEY": {**settings.HUEY, "immediate": True},
        "STORAGES": {
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        "WHITENOISE_AUTOREFRESH": True,
        "ALLOWED_HOSTS": ["testserver", "localhost", "127.0.0.1"],
    }
    with override_settings(**changed):
        yield


@pytest.fixture(scope="session")
def _places(tmp_path_factory):
    """Folders for one test each; whoever stores something makes the folder."""
    top = tmp_path_factory.mktemp("places")
    return (top / str(number) for number in count())


@pytest.fixture(autouse=True)
def _quick_and_apart(settings, _places):
    place = next(_places)
    settings.MEDIA_ROOT = place / "files"
    settings.BACKUP_DIR = place / "backups"


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
