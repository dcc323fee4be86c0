"""What a subtractor can work out is asked of solvers that know nothing of how cells were chosen."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from nastavnik.domain.monitoring.suppression import TOTAL, Table, highest, shown_sum, suppress
from tests.effort import examples

LEAST = 5
REGION = "region"


def territory(sizes, categories):
    """`sizes`: municipality by municipality, institution by institution, a count for every category."""
    parents, counts = {REGION: None}, {}
    for number, institutions in enumerate(sizes):
        parents[f"m{number}"] = REGION
        for place, row in enumerate(institutions):
            parents[f"m{number}-{place}"] = f"m{number}"
            counts |= {(f"m{number}-{place}", name): count for name, count in zip(categories, row, strict=True)}
    return Table(parents, categories, counts)


def leaves(table):
    inner = set(table.parents.values())
    return [node for node in table.parents if node not in inner]


def below(table, node):
    return [leaf for leaf in leaves(table) if leaf == node or table.parents[leaf] == node or node == REGION]


def most(table, hidden, cell):
    """The greatest value of a cell for all that is shown, by HiGHS over the counts of the institutions."""
    places = [(leaf, name) for leaf in leaves(table) for name in table.categories]
    index = {place: number for number, place in enumerate(places)}

    def row(node, column):
        line = np.zeros(len(places))
        names = table.categories if column == TOTAL else [column]
        line[[index[leaf, name] for leaf in below(table, node) for name in names]] = 1
        return line

    every = [(node, column) for node in table.parents for column in table.columns]
    known = [one for one in every if one not in hidden]
    found = linprog(
        -row(*cell),
        A_ub=-np.array([row(*one) for one in hidden]),
        b_ub=-np.ones(len(hidden)),
        A_eq=np.array([row(*one) for one in known]).reshape(-1, len(places)),
        b_eq=np.array([table.cells.get(one, 0) for one in known]),
    )
    return float("inf") if found.status == 3 else round(-found.fun, 6)


def small(table):
    return [cell for cell, count in table.cells.items() if count < LEAST]


counts = st.one_of(st.integers(0, 6), st.integers(0, 40))
tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.lists(counts, min_size=width, max_size=width), min_size=1, max_size=3), min_size=1, max_size=3
    ).map(lambda sizes: territory(sizes, [f"c{number}" for number in range(width)]))
)


@given(tables)
@settings(max_examples=examples(150), deadline=None)
def test_every_small_cell_could_be_five_or_more_for_all_that_is_shown(table):
    hidden = suppress(table, LEAST)

    assert set(small(table)) <= hidden
    for cell in small(table):
        assert most(table, hidden, cell) >= min(LEAST, most(table, frozenset(table.cells), cell))


@given(tables)
@settings(max_examples=examples(100), deadline=None)
def test_every_hidden_cell_is_needed(table):
    hidden = suppress(table, LEAST)

    for other in hidden - set(small(table)):
        rest = hidden - {other}
        assert any(most(table, rest, cell) < LEAST for cell in small(table)), other


@given(tables)
@settings(max_examples=examples(60), deadline=None)
def test_how_far_a_cell_may_grow_is_what_the_solver_says(table):
    hidden = suppress(table, LEAST)

    for cell in small(table):
        assert highest(table, hidden, cell, enough=1000) == min(1000, most(table, hidden, cell))


def town():
    """Forty institutions of four municipalities, three categories, a fifth of them with small numbers."""
    dice = random.Random(11)
    sizes = [[[int(dice.expovariate(1 / 14)) for _ in range(3)] for _ in range(10)] for _ in range(4)]
    return territory(sizes, ["peer", "teacher", "employer"])


def test_ten_thousand_slices_subtracted_from_each_other_reveal_no_small_number():
    table, dice = town(), random.Random(7)
    hidden = suppress(table, LEAST)
    places = [(leaf, name) for leaf in leaves(table) for name in table.categories]
    index = {place: number for number, place in enumerate(places)}
    told = []
    for _ in range(10_000):
        chosen = [leaf for leaf in leaves(table) if dice.random() < dice.choice([0.1, 0.5, 0.97])]
        column = dice.choice(table.columns)
        answer = shown_sum(table, hidden, chosen, column)
        if answer is None:
            continue
        names = table.categories if column == TOTAL else [column]
        line = np.zeros(len(places))
        line[[index[leaf, name] for leaf in chosen for name in names]] = 1
        told.append(line)
        assert answer == sum(table.counts[leaf, name] for leaf in chosen for name in names)
        assert answer == 0 or answer >= LEAST
    assert len(told) > 500
    _, sizes, rows = np.linalg.svd(np.array(told), full_matrices=False)
    rows = rows[sizes > 1e-9]
    for cell in small(table):
        if cell in index:
            alone = np.zeros(len(places))
            alone[index[cell]] = 1
            assert np.linalg.norm(alone - rows.T @ (rows @ alone)) > 1e-6, cell


def test_the_share_of_hidden_cells_of_a_town_is_known():
    table = town()
    hidden = suppress(table, LEAST)

    assert (len(table.cells), len(small(table)), len(hidden)) == (174, 37, 64)


def test_a_sum_is_told_by_municipalities_where_its_parts_may_not():
    table = territory([[[3], [3], [9]], [[20]]], ["peer"])
    hidden = suppress(table, LEAST)

    assert shown_sum(table, hidden, ["m0-0", "m0-1"]) is None
    assert shown_sum(table, hidden, ["m0-0", "m0-1", "m0-2"]) == 15
    assert shown_sum(table, hidden, leaves(table)) == 35


def test_a_single_column_needs_no_categories():
    table = Table(
        {"all": None, "moved": "all", "ill": "all", "other": "all"}, (), {("moved", TOTAL): 2, ("other", TOTAL): 11}
    )

    assert suppress(table, LEAST) == {("moved", TOTAL), ("other", TOTAL)}


def test_nothing_small_hides_nothing_and_of_too_few_everything_is_hidden():
    assert suppress(territory([[[5, 8]], [[6, 0]]], ["a", "b"]), LEAST) == frozenset()
    alone = territory([[[2, 1]]], ["a", "b"])
    assert suppress(alone, LEAST) == set(alone.cells)


def test_counts_stand_at_leaves_and_are_not_negative():
    with pytest.raises(ValueError, match="region: 3"):
        Table({REGION: None, "m": REGION}, ["a"], {(REGION, "a"): 3})
    with pytest.raises(ValueError, match="m: -1"):
        Table({REGION: None, "m": REGION}, ["a"], {("m", "a"): -1})
