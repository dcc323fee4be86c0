"""Words that speak of a way past the conversation: lists of patterns kept in words/signs.txt, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words")
GAP = r"\b[^.!?\n]{0,40}?\b"
BLANK = r"[\s,:–—-]+"


@dataclass(frozen=True)
class Sign:
    """One list: what it is called, what the coordinator reads when it weighs, how it is found and what it weighs."""

    name: str
    code: str
    patterns: tuple[tuple[int, "re.Pattern[str]"], ...]  # the heaviest first

    def weight(self, words: str) -> int:
        """Of the heaviest pattern that the words hold; nothing without one."""
        return next((weight for weight, pattern in self.patterns if pattern.search(words)), 0)


@cache
def signs() -> tuple[Sign, ...]:
    """Every list of words/signs.txt in its order."""
    found: list[tuple[str, str, dict[int, list[str]]]] = []
    parts: dict[str, str] = {}
    for line in lines("signs.txt"):
        if line.startswith("@"):
            name, part = line[1:].split(" = ", 1)
            parts[name] = part
        elif line.startswith("["):
            name, code = line.strip("[]").split()
            found.append((name, code, {}))
        else:
            weight, pattern = line.split(" ", 1)
            found[-1][2].setdefault(int(weight), []).append(_expression(pattern, parts))
    return tuple(Sign(name, code, _patterns(weights)) for name, code, weights in found)


def lines(name: str) -> list[str]:
    """The lines of a file of words, without remarks."""
    text = (WORDS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _patterns(weights: dict[int, list[str]]) -> tuple[tuple[int, "re.Pattern[str]"], ...]:
    return tuple((weight, _together(weights[weight])) for weight in sorted(weights, key=abs, reverse=True))


def _together(parts: list[str]) -> "re.Pattern[str]":
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?:{part})" for part in parts) + r")(?!\w)")


def _expression(line: str, parts: dict[str, str]) -> str:
    line = re.sub(r"(?<=[^\W\d_]|')(?<!\\d)(?<!\\w)\*", r"\\w*", line)
    line = line.replace(" .. ", GAP).replace(" ", BLANK)
    for name, part in parts.items():
        line = line.replace("{" + name + "}", part)
    return line
