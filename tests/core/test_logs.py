"""What goes wrong stands on standard error, without query strings and one-time tokens."""

import subprocess
import sys

PROGRAM = """
import django
from django.conf import settings
django.setup()
import logging
try:
    raise ValueError("broken on purpose")
except ValueError:
    logging.getLogger("django.request").error("Internal: %s", "/people/?q=secret", exc_info=True)
logging.getLogger("django.request").error("Internal: %s", "/sign-in/link/abcdef/")
"""


def test_an_error_is_logged_with_its_traceback_and_without_what_was_asked(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True,
        env={"DJANGO_SETTINGS_MODULE": "nastavnik.config.settings", "NASTAVNIK_DATA_DIR": str(tmp_path),
             "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip

    lines = done.stderr.splitlines()
    assert lines[0].endswith("ERROR django.request Internal: /people/")
    assert "ValueError: broken on purpose" in lines
    assert lines[-1].endswith("ERROR django.request Internal: /sign-in/link/…")
