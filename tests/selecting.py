"""Which tests run, and how many were left out, said at the end of every run.

`--database-only` keeps the tests that use the database (the second run, on PostgreSQL); NO_BROWSER=1 leaves out those
that drive the real browser.
"""

import os

import pytest

from tests.effort import IS_LONG

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server", "client", "django_user_model"}
LEFT_OUT = pytest.StashKey[dict[str, int]]()


def pytest_addoption(parser):
    parser.addoption("--database-only", action="store_true", help="only tests that use the database, no browser")


def pytest_collection_modifyitems(config, items):
    reasons = {item: _reason(item, config) for item in items}
    left_out = [item for item, reason in reasons.items() if reason]
    config.stash[LEFT_OUT] = {}
    for reason in filter(None, reasons.values()):
        config.stash[LEFT_OUT][reason] = config.stash[LEFT_OUT].get(reason, 0) + 1
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item, reason in reasons.items() if not reason]


def pytest_terminal_summary(terminalreporter, config):
    for reason, number in config.stash.get(LEFT_OUT, {}).items():
        terminalreporter.write_line(f"left out: {number} ({reason})")


def _reason(item, config):
    if item.get_closest_marker("browser"):
        if config.getoption("--database-only"):
            return "browser, not repeated on this database"
        if item.get_closest_marker("long") and not IS_LONG:
            return "long journeys: make test-kinds"
        return "browser, NO_BROWSER is set" if os.environ.get("NO_BROWSER") else ""
    if config.getoption("--database-only") and not _uses_database(item):
        return "no database needed"
    return ""


def _uses_database(item):
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames))
