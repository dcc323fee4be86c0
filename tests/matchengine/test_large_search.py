"""The compiled search finds what numpy finds pair by pair, on problems of every kind."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchengine.bench.instances import draw, packed
from matchengine.large import tables
from matchengine.large.arcs import Arcs, plain_best_pairs
from matchengine.large.search import best_pairs
from matchengine.pairs import SHIFT, BitPoints, BitRule, Cells, KeyPoints, KeyRule, Objective, PackedPairs
from tests.effort import examples

ANYBODY = -(10**12)


@st.composite
def packed_problems(draw: st.DrawFn) -> tuple[PackedPairs, Objective, dict[str, Any]]:
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n, m = draw(st.integers(0, 12)), draw(st.sampled_from([0, 1, 5, 30, 70, 130]))
    rules = [draw_rule(rng, n, m) for _ in range(draw(st.integers(0, 4)))]
    points = [draw_points(rng, n, m) for _ in range(draw(st.integers(0, 4)))]
    if points and draw(st.booleans()):
        first = points[0]
        if isinstance(first, BitPoints):  # a rule and points that count the same
            rules.append(BitRule(first.left, first.right, at_least=draw(st.integers(0, 3))))
    pairs = PackedPairs(
        open_rows=rng.random(n) < 0.9,
        open_columns=rng.random(m) < 0.9,
        places=rng.integers(0, 4, m),
        rules=tuple(rules),
        points=tuple(points),
        mentor_points=rng.integers(-3, 20, m) if draw(st.booleans()) else None,
        extra=draw_cells(rng, n, m, -5, 60),
        banned=draw_cells(rng, n, m),
        mutual=draw_cells(rng, n, m),
        pinned=draw_cells(rng, n, m),
        current=draw_cells(rng, n, m),
    )
    objective = Objective(
        base=draw(st.sampled_from([0, 50, 10_000])),
        mutual=draw(st.sampled_from([0, 500])),
        score=draw(st.sampled_from([0, 1, 1, 3])),
        pin=draw(st.sampled_from([0, 10**6])),
        keep=draw(st.sampled_from([0, 20])),
        threshold=draw(st.sampled_from([0, 0, 10, 40])),
    )
    spread = draw(st.sampled_from([0, 5, 200, 10**5]))
    u = rng.integers(0, spread + 1, n) + draw(st.sampled_from([0, objective.base, ANYBODY]))
    bands = rng.choice([0, 0, 0, 0, 0, 0, 0, 0, -3_000, 9_000], m) if draw(st.booleans()) else 0
    asked = {"u": u, "p": rng.integers(0, spread + 1, m) + bands, "most": draw(st.integers(1, 25))}
    if draw(st.booleans()):
        asked["columns"] = np.nonzero(rng.random(m) < 0.3)[0]
    return pairs, objective, asked


def draw_rule(rng: np.random.Generator, n: int, m: int) -> BitRule | KeyRule:
    if rng.random() < 0.3:
        return KeyRule(draw_keys(rng, n), draw_keys(rng, m), bool(rng.random() < 0.5))
    words = int(rng.integers(1, 4))
    left, right = draw_words(rng, n, words), draw_words(rng, m, words)
    return [
        BitRule(left, right, at_most=0),
        BitRule(left, right, at_least=1),
        BitRule(left, right, at_least=int(rng.integers(0, 4))),
        BitRule(left, right, at_least=1, at_most=int(rng.integers(1, 5))),
        BitRule(left, right, at_most=int(rng.integers(1, 5))),
    ][int(rng.integers(0, 5))]


def draw_points(rng: np.random.Generator, n: int, m: int) -> BitPoints | KeyPoints:
    if rng.random() < 0.3:
        return KeyPoints(draw_keys(rng, n), draw_keys(rng, m), int(rng.integers(-4, 30)))
    words = int(rng.integers(1, 4))
    whole = rng.random() < 0.5
    factor = rng.integers(0, 70, n) << SHIFT if whole else rng.integers(0, 70 << SHIFT, n)
    over, most = int(rng.integers(0, 4)), int(rng.choice([1, 2, 4, 64]))
    return BitPoints(draw_words(rng, n, words), draw_words(rng, m, words), factor, over, most)


def draw_words(rng: np.random.Generator, people: int, words: int) -> tables.Words:
    share = rng.choice([0.02, 0.1, 0.5])
    bits = rng.random((people, words, 64)) < share
    return np.packbits(bits, axis=2, bitorder="little").view(np.uint64).reshape(people, words)


def draw_keys(rng: np.random.Generator, people: int) -> tables.NDArray[np.int32]:
    return rng.integers(-1, rng.choice([2, 40]), people).astype(np.int32)


def draw_cells(rng: np.random.Generator, n: int, m: int, low: int = 0, high: int = 1) -> Cells:
    count = int(rng.integers(0, 8)) if n and m else 0
    return Cells.of(
        rng.integers(0, max(n, 1), count), rng.integers(0, max(m, 1), count), rng.integers(low, high, count)
    )


def lines(arcs: Arcs) -> list[tuple[int, int, int]]:
    return list(zip(arcs.mentee.tolist(), arcs.mentor.tolist(), arcs.weight.tolist(), strict=True))


@pytest.mark.slow
@settings(max_examples=examples(1000), deadline=None, suppress_health_check=list(HealthCheck))
@given(packed_problems())
def test_the_compiled_search_finds_what_numpy_finds(problem: tuple[PackedPairs, Objective, dict[str, Any]]):
    pairs, objective, asked = problem

    assert lines(best_pairs(pairs, objective, **asked)) == lines(plain_best_pairs(pairs, objective, **asked))


@pytest.mark.parametrize("name", ["school", "town"])
def test_the_best_of_a_bench_instance(name: str):
    pairs, objective = packed(draw(name, 1))
    n, m = pairs.shape
    rows = np.arange(0, n, 7)
    u, p = np.full(n, ANYBODY), np.arange(m) % 50

    found = best_pairs(pairs, objective, u, p, 10, rows=rows)

    assert lines(found) == lines(plain_best_pairs(pairs, objective, u, p, 10, rows=rows))


@pytest.mark.slow
def test_several_blocks_and_threads_find_the_same():
    pairs, objective = packed(draw("city", 1))
    n, m = pairs.shape
    twice = np.tile(np.arange(m), 5)
    many = PackedPairs(
        open_rows=pairs.open_rows,
        open_columns=np.ones(len(twice), np.bool_),
        places=pairs.places[twice],
        rules=tuple(_repeat(rule, twice) for rule in pairs.rules),
        points=tuple(_repeat(term, twice) for term in pairs.points),
        mutual=pairs.mutual,
    )
    u, p = np.full(n, 1_000_060), np.arange(len(twice)) * 37 % 101
    rows = np.arange(0, n, 29)

    one = best_pairs(many, objective, u, p, 6, rows=rows, threads=1)
    two = best_pairs(many, objective, u, p, 6, rows=rows, threads=2)

    assert len(tables.tables_of(many).planes) == 5
    assert lines(one) == lines(two)
    sample = set(rows[::40].tolist())
    expected = plain_best_pairs(many, objective, u, p, 6, rows=np.array(sorted(sample)))
    assert [line for line in lines(one) if line[0] in sample] == lines(expected)


def test_cheap_and_dear_mentors_of_a_block():
    pairs, objective = packed(draw("town", 1))
    n, m = pairs.shape
    p = 1_000_000 + np.arange(m) * 7 % 100
    p[::11], p[5::13] = 3, 1_010_000
    u = np.where(np.arange(n) % 9, 1, 1_000_020)
    asked = {"u": u, "p": p, "most": 5, "rows": np.arange(0, n, 5)}

    assert lines(best_pairs(pairs, objective, **asked)) == lines(plain_best_pairs(pairs, objective, **asked))


@pytest.mark.slow
def test_some_mentors_of_several_blocks():
    pairs, objective = packed(draw("city", 1))
    n, m = pairs.shape
    many = PackedPairs(
        open_rows=pairs.open_rows,
        open_columns=np.ones(2 * m, np.bool_),
        places=np.tile(pairs.places, 2),
        rules=tuple(_repeat(rule, np.tile(np.arange(m), 2)) for rule in pairs.rules),
        points=tuple(_repeat(term, np.tile(np.arange(m), 2)) for term in pairs.points),
        mutual=pairs.mutual,
        extra=pairs.extra,
    )
    rows, columns = np.arange(0, n, 311), np.arange(3, 2 * m, 17)
    asked = {"u": np.full(n, ANYBODY), "p": np.arange(2 * m) % 90, "most": 4, "rows": rows, "columns": columns}

    assert lines(best_pairs(many, objective, **asked)) == lines(plain_best_pairs(many, objective, **asked))


def test_prices_too_large_to_compare_are_refused():
    pairs, objective = packed(draw("school", 1))
    n, m = pairs.shape

    with pytest.raises(OverflowError):
        best_pairs(pairs, objective, np.zeros(n, np.int64), np.full(m, 2**62), 1)
    with pytest.raises(OverflowError):
        best_pairs(pairs, Objective(score=2**55), np.zeros(n, np.int64), np.zeros(m, np.int64), 1)


def test_a_rule_of_too_many_words_is_refused():
    words = np.ones((2, 32), np.uint64)
    pairs = PackedPairs(
        np.ones(2, np.bool_), np.ones(2, np.bool_), np.ones(2, np.int64), rules=(BitRule(words, words),)
    )

    with pytest.raises(ValueError, match="31 words"):
        best_pairs(pairs, Objective(base=1), np.zeros(2, np.int64), np.zeros(2, np.int64), 1)


def _repeat(term: Any, columns: Any) -> Any:
    return type(term)(**{**vars(term), "right": term.right[columns]})
