"""Addresses of pages, for letters, calendars and QR codes. The one place below the web that knows URL names."""

from django.conf import settings
from django.urls import reverse


def path(name: str, *args: object) -> str:
    """The path of a page on this server."""
    return reverse(name, args=args)


def absolute(name: str, *args: object, base: str = "") -> str:
    """The whole address: `base` (the host the page was asked by) or the configured public one; "" when unknown."""
    root = (settings.PUBLIC_URL or base).rstrip("/")
    return root + reverse(name, args=args) if root else ""
