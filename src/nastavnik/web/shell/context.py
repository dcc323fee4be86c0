"""What every page knows."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Organisation, person, menu and theme of the page frame."""
    return {"organisation": getattr(request, "organisation", None), "person": getattr(request, "person", None)}
