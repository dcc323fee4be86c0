"""Optimistic locking: an edit names the version it was made from."""

from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit
from nastavnik.core.errors import ChangedMeanwhile


def save_changes(subject: Any, changes: dict[str, Any], *, version: int, by: Any) -> None:
    """Write `changes` if the row still has `version`, or raise ChangedMeanwhile with the row as it is now."""
    with transaction.atomic():
        rows = type(subject)._default_manager.filter(pk=subject.pk, version=version)
        if not rows.update(**changes, version=F("version") + 1):
            raise ChangedMeanwhile(type(subject)._default_manager.filter(pk=subject.pk).first())
        for name, value in changes.items():
            setattr(subject, name, value)
        subject.version = version + 1
        audit.record(f"{subject._meta.model_name}.edit", subject, by=by, fields=list(changes))
