"""`quick`: two lists → pairs and their papers."""

from typing import Any


def add_to(commands: Any) -> None:
    """Added with the matching room."""
