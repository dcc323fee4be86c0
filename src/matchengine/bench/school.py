"""A school of the benchmark family as a `Problem`: the same people, matched by the product's levels and criteria."""

from typing import Any

import numpy as np

from matchengine.bench.drawing import FORMS, SEX_BITS, Instance
from matchengine.bench.instances import packed
from matchengine.codes import DEFAULT_HARD, Rule
from matchengine.problem import Ids, Mentee, Mentor, Problem, Settings

SEXES = ("female", "male", "other")
ANY_SEX = 0b111
MODES = ("online", "in_person")


def problem_of(instance: Instance) -> Problem:
    """Mentees e00000 …, mentors r00000 …; what the family calls consent to video has no counterpart and is left out."""
    pairs, _ = packed(instance)
    return Problem(
        tuple(_mentee(instance, i) for i in range(instance.shape[0])),
        tuple(_mentor(instance, j) for j in range(instance.shape[1])),
        Settings(hard=DEFAULT_HARD | {Rule.SEX_WISHES}),
        mutual=_ids(pairs.mutual.rows, pairs.mutual.columns),
        bans=_ids(instance.banned_mentee, instance.banned_mentor),
        previous=_ids(instance.previous_mentee, instance.previous_mentor),
    )


def _mentee(one: Instance, i: int) -> Mentee:
    main = _names("topic", one.main[i])
    return Mentee(
        id=f"e{i:05d}",
        main_need=min(main),
        needs=main | _names("topic", one.further[i]),
        formats=_formats(one.mentee_needs[i]),
        sex=_sex(int(one.mentee_needs[i]) >> SEX_BITS),
        sex_wish=_wish(int(one.mentee_offers[i]) >> SEX_BITS),
        consent=True,
        is_minor=True,
        **_both(one, "mentee", i),
    )


def _mentor(one: Instance, j: int) -> Mentor:
    return Mentor(
        id=f"r{j:05d}",
        competences=_names("topic", one.competences[j]),
        formats=_formats(one.mentor_offers[j]),
        sex=_sex(int(one.mentor_needs[j]) >> SEX_BITS),
        sex_wish=_wish(int(one.mentor_offers[j]) >> SEX_BITS),
        own_institution_only=bool(one.own_only[j]),
        places=int(one.places[j]),
        clearance=True,
        is_minor=False,
        **_both(one, "mentor", j),
    )


def _both(one: Instance, side: str, k: int) -> dict[str, Any]:
    def of(name: str) -> int:
        return int(getattr(one, f"{side}_{name}")[k])

    return {
        "slots": frozenset(_bits(of("slots"))),
        "interests": _names("interest", of("interests")),
        "languages": _names("language", of("languages")),
        "modes": frozenset(name for bit, name in enumerate(MODES) if of("modes") >> bit & 1),
        "institution": f"school {of('organisation')}",
        "district": f"district {of('district')}",
    }


def _bits(word: Any) -> list[int]:
    return [bit for bit in range(64) if int(word) >> bit & 1]


def _names(what: str, word: Any) -> frozenset[str]:
    return frozenset(f"{what} {bit}" for bit in _bits(word))


def _formats(word: Any) -> frozenset[str]:
    return _names("format", int(word) & (1 << FORMS) - 1)


def _sex(word: int) -> str:
    return SEXES[_bits(word & ANY_SEX)[0]]


def _wish(word: int) -> str | None:
    """The family knows «any» and «my own»."""
    return None if word & ANY_SEX == ANY_SEX else _sex(word)


def _ids(rows: Any, columns: Any) -> frozenset[Ids]:
    return frozenset((f"e{i:05d}", f"r{j:05d}") for i, j in zip(np.asarray(rows), np.asarray(columns), strict=True))
