"""Is the installation set up for people?"""

import os
from pathlib import Path

from django.conf import settings

from nastavnik.domain.documents.rendering import pdf
from nastavnik.domain.operations.records import Finding
from nastavnik.domain.organisations.models import Organisation


def secret_key_is_private() -> Finding:
    """The kept key is read by its owner alone; a given one is the business of who gives it."""
    kept = Path(settings.DATA_DIR) / "secret_key"
    closed = not kept.exists() or os.name == "nt" or not kept.stat().st_mode & 0o077
    return Finding("secret_key_private", closed, {"path": str(kept)})


def no_demo_with_people() -> Finding:
    """Signing in by one click is off where an organisation is real."""
    return Finding("no_demo_with_people", not (settings.DEMO and Organisation.objects.filter(is_demo=False).exists()))


def static_files_collected() -> Finding:
    """Style sheets and scripts lie where the server gives them from."""
    return Finding("static_collected", (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file())


def fonts_of_papers() -> Finding:
    """Without them PDF papers cannot be made."""
    return Finding("fonts_present", not pdf.missing_fonts())
