"""Whose name stands under a consent that was given by link. Pure: names are compared as sets of words."""

from nastavnik.domain.people.normal import comparable_name

FEWEST = 2  # surname and given name


def same_name(typed: str, known: str) -> bool:
    """Are these one name, whatever the case, ё, spaces and order, with the patronymic or without it?

    Fewer than two words tell nobody from their family: they are never the same.
    """
    one, other = set(comparable_name(typed).split()), set(comparable_name(known).split())
    return min(len(one), len(other)) >= FEWEST and (one <= other or other <= one)


def exact_name(typed: str, known: str) -> bool:
    """The very same words, in any order."""
    return sorted(comparable_name(typed).split()) == sorted(comparable_name(known).split())
