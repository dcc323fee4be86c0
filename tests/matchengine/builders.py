"""Invented people for the engine: `mentee`, `mentor` for worked examples, strategies for properties, a whole school."""

import random
from typing import Any

from hypothesis import strategies as st

from matchengine import Mentee, Mentor, Problem, Rule, Settings, Weights
from matchengine.codes import ALWAYS_HARD


def mentee(key: str = "e1", **values: Any) -> Mentee:
    """A child with consent, everything else unknown."""
    return Mentee(**{"id": key, "is_minor": True, "consent": True, **values})


def mentor(key: str = "r1", **values: Any) -> Mentor:
    """A cleared adult with one place, everything else unknown."""
    return Mentor(**{"id": key, "is_minor": False, "clearance": True, **values})


def problem(mentees: list[Mentee], mentors: list[Mentor], settings: Settings | None = None, **pairs: Any) -> Problem:
    return Problem(tuple(mentees), tuple(mentors), settings or Settings(), **pairs)


TOPICS = ["алгебра", "физика", "танец", "химия", "право"]
LIKES = ["шахматы", "театр", "музыка", "туризм"]
PERSONS = ["", "Ада", "Бэла", "Вера"]


def _some(values: list[Any]) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(values))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


_bounds = _maybe(st.tuples(_maybe(st.integers(8, 16)), _maybe(st.integers(12, 60))))
_shared: dict[str, st.SearchStrategy[Any]] = {
    "interests": _some(LIKES),
    "slots": _maybe(_some(list(range(5)))),
    "modes": _maybe(_some(["in_person", "online"])),
    "languages": _maybe(_some(["ru", "tt"])),
    "age_wish": _bounds,
    "clearance": st.sampled_from([True, True, True, False, None]),
    "consent": st.sampled_from([True, True, True, True, False, None]),
    "is_minor": st.sampled_from([True, False, False, None]),
    "person": st.sampled_from(PERSONS),
}


@st.composite
def mentees(draw: st.DrawFn, key: str) -> Mentee:
    own = {
        "main_need": draw(_maybe(st.sampled_from(TOPICS))),
        "needs": draw(_some(TOPICS)),
        "age": draw(_maybe(st.integers(8, 18))),
        "grade": draw(_maybe(st.integers(1, 11))),
    }
    return Mentee(id=key, **own, **{name: draw(strategy) for name, strategy in _shared.items()})


@st.composite
def mentors(draw: st.DrawFn, key: str) -> Mentor:
    own = {
        "competences": draw(_some(TOPICS)),
        "age": draw(_maybe(st.integers(14, 60))),
        "grade_wish": draw(_maybe(st.tuples(st.integers(1, 6), st.integers(5, 11)))),
        "places": draw(st.integers(0, 3)),
    }
    return Mentor(id=key, **own, **{name: draw(strategy) for name, strategy in _shared.items()})


@st.composite
def settings(draw: st.DrawFn) -> Settings:
    return Settings(
        hard=draw(st.frozensets(st.sampled_from(sorted(frozenset(Rule) - ALWAYS_HARD)))),
        min_common_slots=draw(st.integers(0, 2)),
        enough_extra_slots=draw(st.integers(1, 3)),
        mentee_ages=draw(_bounds),
        mentor_ages=draw(_bounds),
        weights=draw(st.sampled_from([Weights(), Weights(need=7, interests=3, time=5, age=3, mutual=0)])),
        load_penalty=draw(st.sampled_from([(0,), (0, 1, 2, 3), (0, 9, 30), (2, 60)])),
    )


@st.composite
def problems(draw: st.DrawFn, most_mentees: int = 5, most_mentors: int = 4) -> Problem:
    asking = [draw(mentees(f"e{k}")) for k in range(draw(st.integers(0, most_mentees)))]
    offering = [draw(mentors(f"r{k}")) for k in range(draw(st.integers(0, most_mentors)))]
    cells = [(a.id, b.id) for a in asking for b in offering]
    some = st.frozensets(st.sampled_from(cells), max_size=4) if cells else st.just(frozenset())
    return Problem(tuple(asking), tuple(offering), draw(settings()), mutual=draw(some), bans=draw(some))


def school(children: int = 120, adults: int = 40, seed: int = 1) -> Problem:
    """An invented school where places are short."""
    rng = random.Random(seed)
    topics, likes = [f"тема {k}" for k in range(20)], [f"увлечение {k}" for k in range(12)]
    asking = [_child(rng, k, topics, likes) for k in range(children)]
    offering = [_adult(rng, k, topics, likes) for k in range(adults)]
    mutual = frozenset((rng.choice(asking).id, rng.choice(offering).id) for _ in range(children // 4))
    return Problem(tuple(asking), tuple(offering), Settings(), mutual=mutual)


def _child(rng: random.Random, number: int, topics: list[str], likes: list[str]) -> Mentee:
    needs = rng.sample(topics, 3)
    return mentee(
        f"e{number:04}",
        main_need=needs[0],
        needs=frozenset(needs),
        interests=frozenset(rng.sample(likes, 3)),
        slots=_week(rng),
        modes=_modes(rng),
        age=rng.randint(10, 17),
        consent=number % 17 != 3,
        person=f"p{number}",
    )


def _adult(rng: random.Random, number: int, topics: list[str], likes: list[str]) -> Mentor:
    return mentor(
        f"r{number:04}",
        competences=frozenset(rng.sample(topics, 4)),
        interests=frozenset(rng.sample(likes, 3)),
        slots=_week(rng),
        modes=_modes(rng),
        age=rng.randint(20, 60),
        age_wish=rng.choice([None, (10, 13), (14, 17)]),
        places=rng.randint(1, 4),
        person=f"q{number}",
    )


def _week(rng: random.Random) -> frozenset[int]:
    starts = [48 * rng.randrange(6) + 26 + rng.randrange(10) for _ in range(rng.randint(2, 4))]
    return frozenset(start + k for start in starts for k in range(4))


def _modes(rng: random.Random) -> frozenset[str]:
    return frozenset(rng.choice([("in_person",), ("online",), ("in_person", "online")]))
