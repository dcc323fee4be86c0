#!/usr/bin/env python
"""Writes the life cycles of all tables of states into docs/map.md, between its two marks."""

import os
import sys
from pathlib import Path

import django

MAP = Path(__file__).resolve().parents[1] / "docs" / "map.md"
BEGIN, END = "<!-- life cycles: begin -->\n", "<!-- life cycles: end -->\n"


def drawn() -> str:
    """One line a state: what can be done there and where it leads."""
    from django.apps import apps

    blocks = []
    for model in sorted(apps.get_models(), key=lambda m: m.__name__):
        lifecycle = getattr(model, "lifecycle", None)
        if lifecycle is None:
            continue
        lines = [f"{model.__name__} ({model._meta.app_label})"]
        for state, moves in lifecycle.table.items():
            steps = " · ".join(f"{action} → {after}" for action, after in moves.items()) or "final"
            lines.append(f"  {state!s:<18} {steps}")
        blocks.append("\n".join(lines))
    return "```\n" + "\n\n".join(blocks) + "\n```\n"


def redrawn(text: str) -> str:
    """The map with today's tables between the marks."""
    head, rest = text.split(BEGIN)
    _old, tail = rest.split(END)
    return head + BEGIN + drawn() + END + tail


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nastavnik.config.settings")
    django.setup()
    MAP.write_text(redrawn(MAP.read_text()))
    sys.stdout.write("docs/map.md is up to date\n")
