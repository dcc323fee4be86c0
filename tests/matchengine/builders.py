"""Invented people for the engine: `mentee`, `mentor` for worked examples, strategies for properties, a whole school."""

import random
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from matchengine import Mentee, Mentor, Problem, Rule, Settings, Weights
from matchengine.codes import ALWAYS_HARD, Openness
from matchengine.problem import RoleModel


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
BOUNDS = [None, None, (10, 13), (None, 12), (14, None), (16, 40), (None, None), (17, 12)]


def _some(values: list[Any]) -> list[frozenset[Any]]:
    """Every set of these values."""
    return [frozenset(chosen) for size in range(len(values) + 1) for chosen in combinations(values, size)]


def _maybe(values: list[Any]) -> list[Any]:
    return [None, *values]


_shared: dict[str, list[Any]] = {
    "interests": _some(LIKES),
    "slots": _maybe(_some(list(range(5)))),
    "modes": _maybe(_some(["in_person", "online", "by_letter"])),
    "languages": _maybe(_some(["ru", "tt"])),
    "formats": _maybe(_some(["ученик–ученик", "учитель–ученик"])),
    "age_wish": BOUNDS,
    "sex": [None, "f", "m"],
    "sex_wish": [None, None, "f", "m"],
    "institution": [None, "школа", "лицей"],
    "building": [None, "главный", "новый"],
    "district": [None, "север", "юг"],
    "study_group": [None, None, "5а", "9б"],
    "level": [None, 0, 1, 2, 3],
    "values": _maybe(_some(["честность", "дружба", "труд"])),
    "openness": _maybe(list(Openness)),
    "clearance": [True, True, True, False, None],
    "consent": [True, True, True, True, False, None],
    "is_minor": [True, False, False, None],
    "person": ["", "Ада", "Бэла", "Вера"],
}
_of_mentee: dict[str, list[Any]] = {
    "main_need": _maybe(TOPICS),
    "needs": _some(TOPICS),
    "age": _maybe(list(range(8, 19))),
    "grade": _maybe(list(range(1, 12))),
    "suits": _maybe(_some(["беседа", "игра", "показ"])),
    **_shared,
}
_of_mentor: dict[str, list[Any]] = {
    "competences": _some(TOPICS),
    "age": _maybe([14, 16, 17, 18, 20, 25, 33, 40, 60]),
    "grade_wish": [None, None, (1, 6), (5, None), (None, 9)],
    "ways": _maybe(_some(["беседа", "игра", "показ"])),
    "mastery": _maybe(list(range(5))),
    "own_institution_only": [False, False, True],
    "places": [0, 1, 1, 2, 3],
    **_shared,
}
_of_settings: dict[str, list[Any]] = {
    "mentoring_format": [None, "ученик–ученик"],
    "role_model": [None, RoleModel(level_gap=1, age_gap=2), RoleModel(level_lead=1), RoleModel()],
    "min_common_slots": [0, 1, 2, 7],
    "enough_extra_slots": [1, 2, 3],
    "enough_interests": [1, 3],
    "enough_values": [1, 2, 3],
    "enough_ways": [1, 2],
    "full_mastery": [1, 3],
    "mentee_ages": BOUNDS,
    "mentor_ages": BOUNDS,
    "weights": [
        Weights(),
        Weights(need=7, interests=3, time=5, age=3, mutual=0, previous=4, place=5),
        Weights(need=0, interests=0, time=0, age=0, mutual=0, values=0, ways=0, openness=0, mastery=0),
    ],
    "load_penalty": [(0,), (0, 1, 2, 3), (0, 9, 30), (2, 60)],
}
SWITCHED = sorted(frozenset(Rule) - ALWAYS_HARD)


def _drawn(kind: type[Any], choices: dict[str, list[Any]], **given: Any) -> st.SearchStrategy[Any]:
    drawn = {name: st.sampled_from(values) for name, values in choices.items() if name not in given}
    return st.builds(kind, **drawn, **{name: st.just(value) for name, value in given.items()})


def settings(**given: Any) -> st.SearchStrategy[Settings]:
    return st.frozensets(st.sampled_from(SWITCHED)).flatmap(
        lambda hard: _drawn(Settings, _of_settings, **{"hard": hard, **given})
    )


@st.composite
def problems(draw: st.DrawFn, most_mentees: int = 5, most_mentors: int = 4, **given: Any) -> Problem:
    """People of whom every field is unknown at times, under rules that are on and off; `given`: settings."""
    asking = [draw(_drawn(Mentee, _of_mentee, id=f"e{k}")) for k in range(draw(st.integers(0, most_mentees)))]
    offering = [draw(_drawn(Mentor, _of_mentor, id=f"r{k}")) for k in range(draw(st.integers(0, most_mentors)))]
    cells = [(a.id, b.id) for a in asking for b in offering]
    some = st.frozensets(st.sampled_from(cells), max_size=4) if cells else st.just(frozenset())
    lists = {name: draw(some) for name in ("mutual", "bans", "declined", "partings", "previous", "current")}
    kin = draw(st.frozensets(st.tuples(st.sampled_from(["Ада", "Бэла"]), st.sampled_from(["Вера", "Ада"])), max_size=1))
    return Problem(tuple(asking), tuple(offering), draw(settings(**given)), kin=kin, **lists)


def crowd(seed: int, mentees: int = 40, mentors: int = 25, **given: Any) -> Problem:
    """The same people at random, more of them; `given`: settings."""
    rng = random.Random(seed)

    def of(choices: dict[str, list[Any]]) -> dict[str, Any]:
        return {name: rng.choice(values) for name, values in choices.items()}

    asking = [Mentee(id=f"e{k:03}", **of(_of_mentee)) for k in range(mentees)]
    offering = [Mentor(id=f"r{k:03}", **of(_of_mentor)) for k in range(mentors)]
    cells = [(a.id, b.id) for a in asking for b in offering]
    names = ("mutual", "bans", "declined", "partings", "previous", "current")
    lists = {name: frozenset(rng.sample(cells, len(cells) // 20)) for name in names}
    hard = frozenset(rule for rule in SWITCHED if rng.random() < 0.5)
    rules = Settings(**{**of(_of_settings), "hard": hard, **given})
    return Problem(tuple(asking), tuple(offering), rules, kin=frozenset({("Ада", "Вера")}), **lists)


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
