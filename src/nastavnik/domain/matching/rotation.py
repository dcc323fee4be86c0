"""Speed mentoring: who sits with whom in which round. Pure: names in, rounds out."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def rotation(mentors: Sequence[T], mentees: Sequence[T]) -> list[list[tuple[T, T | None]]]:
    """Rounds of (mentor, mentee or None for a free chair): every two meet exactly once, nobody sits twice in a round.

    Mentors stay at their tables, mentees move on by one table. There are as many rounds as the longer side has people;
    where mentees are more, some wait in each round.
    """
    seats = max(len(mentors), len(mentees))
    places = [*mentees, *[None] * (seats - len(mentees))]
    return [
        [(mentor, places[(table + step) % seats]) for table, mentor in enumerate(mentors)]
        for step in range(seats if mentors and mentees else 0)
    ]


def waiting(rounds: list[list[tuple[T, T | None]]], mentees: Sequence[T]) -> list[list[T]]:
    """For each round the mentees who sit it out."""
    return [[one for one in mentees if one not in {mentee for _mentor, mentee in tables}] for tables in rounds]
