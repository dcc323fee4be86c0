"""The readable forms and the packed ones are equal for every pair, whatever is known about it."""

import tracemalloc
from dataclasses import replace
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort

from matchengine import Problem, Rule, Settings, Weights
from matchengine.bits import MOST_SHARES, factor, joined, where
from matchengine.codes import Theme
from matchengine.constraints import RULES, is_possible
from matchengine.criteria import CRITERIA, reasons
from matchengine.packing import assemble, pack
from matchengine.pairs import SHIFT, shared_bits
from matchengine.people import People
from tests.effort import examples
from tests.matchengine.builders import crowd, mentee, mentor, problem, problems, school

ALL_RULES = frozenset(Rule)


def readable(any_problem: Problem) -> tuple[np.ndarray, np.ndarray]:
    """(possible, score) of every pair, asked one by one."""
    shape = len(any_problem.mentees), len(any_problem.mentors)
    pairs = [(a, b) for a in any_problem.mentees for b in any_problem.mentors]
    possible = [is_possible(a, b, any_problem) for a, b in pairs]
    score = [sum(reason.points for reason in reasons(a, b, any_problem)) for a, b in pairs]
    return np.array(possible, bool).reshape(shape), np.array(score, np.int64).reshape(shape)


def require_equal_forms(any_problem: Problem) -> None:
    pairs = pack(any_problem)
    possible, score = pairs.block(0, len(any_problem.mentees))
    expected = readable(any_problem)
    assert np.array_equal(possible, expected[0])
    assert np.array_equal(score, expected[1])
    assert score.min(initial=0) >= 0
    assert score.max(initial=0) <= any_problem.settings.weights.total


def require_each_form_equal(any_problem: Problem) -> None:
    """Rule by rule and criterion by criterion, whether it is switched on or not."""
    people = People(any_problem)
    cells = [(a, b) for a in any_problem.mentees for b in any_problem.mentors]
    shape = len(any_problem.mentees), len(any_problem.mentors)
    for one in RULES:
        possible, _ = assemble(people, one.packed(people), []).block(0, shape[0])
        asked = [b.places > 0 and one.broken(a, b, any_problem) is None for a, b in cells]
        assert np.array_equal(possible, np.array(asked, bool).reshape(shape)), one.rule
    for criterion in CRITERIA:
        _, score = assemble(people, [], criterion.packed(people)).block(0, shape[0])
        asked = [criterion.points(a, b, any_problem).points for a, b in cells]
        assert np.array_equal(score, np.array(asked, np.int64).reshape(shape)), criterion.name


@pytest.mark.slow
@effort(max_examples=examples(150), deadline=None)
@given(problems(4, 4))
def test_both_forms_are_equal_for_a_few_people(any_problem: Problem):
    require_each_form_equal(any_problem)
    require_equal_forms(any_problem)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("theme", [None, *Theme])
def test_both_forms_are_equal_for_a_crowd(seed: int, theme: Theme | None):
    any_problem = crowd(seed, theme=theme)

    require_each_form_equal(any_problem)
    require_equal_forms(any_problem)


def test_both_forms_are_equal_for_a_school():
    require_equal_forms(school(60, 20))


def test_more_than_one_word_of_topics_hours_and_districts():
    topics = [f"тема {k}" for k in range(150)]
    asking = [
        mentee(
            f"e{k}",
            needs=frozenset(topics[k::3]),
            slots=frozenset(range(k, 300, 2)),
            modes=frozenset({"in_person"}),
            district=f"район {k}",
            grade=k,
            age_wish=(k, k + 2),
        )
        for k in range(100)
    ]
    offering = [
        mentor(
            f"r{k}",
            competences=frozenset(topics[k:]),
            slots=frozenset(range(k)),
            modes=frozenset({"in_person"}),
            district=f"район {k}",
            grade_wish=(k, k),
            age=k,
        )
        for k in range(100)
    ]
    large = problem(asking, offering, Settings(hard=ALL_RULES - {Rule.SAME_CLASS}))

    pairs = pack(large)

    assert max(term.left.shape[1] for term in pairs.points) > 2
    assert max(rule.left.shape[1] for rule in pairs.rules) > 2
    require_equal_forms(large)
    require_each_form_equal(large)


@pytest.mark.parametrize("needed", [1, 64, 65, 10_000])
def test_however_many_hours_are_asked_for(needed: int):
    hours = [None, frozenset(), frozenset(range(64)), frozenset(range(40, 200))]
    asking = [mentee(f"e{k}", slots=some) for k, some in enumerate(hours)]
    offering = [mentor(f"r{k}", slots=some) for k, some in enumerate(hours)]
    strict = problem(asking, offering, Settings(min_common_slots=needed, enough_extra_slots=255))

    require_equal_forms(strict)
    assert pack(strict).block(0, 4)[0][0].all()


def test_nobody_asks_for_so_many_things_that_the_forms_part():
    topics = frozenset(f"тема {k}" for k in range(400))
    asking = [mentee(f"e{k}", main_need="тема 0", needs=frozenset(sorted(topics)[:k])) for k in (1, 254, 256, 257, 400)]
    offering = [mentor(f"r{k}", competences=frozenset(sorted(topics)[::k])) for k in (1, 2, 3, 7)]

    require_equal_forms(problem(asking, offering, Settings(weights=Weights(need=997))))


@pytest.mark.parametrize("weight", [1, 3, 15, 40, 100, 9_973, 10**6])
def test_a_share_is_exact_for_every_count(weight: int):
    for shares in range(1, MOST_SHARES + 1):
        counts = np.arange(shares + 1)
        assert np.array_equal(counts * factor(weight, shares) >> SHIFT, weight * counts // shares)


def test_every_kind_of_a_pair_is_asked_once():
    asked = []
    people = People(crowd(3, 400, 300))

    bits = people.where(lambda a: a.level, lambda b: b.level, lambda a, b: bool(asked.append((a.level, b.level))))

    assert len(asked) == len(set(asked)) == 25
    assert bits.width == 0


def test_kinds_share_a_bit_of_the_side_that_has_fewer():
    sets, places = list(range(16)), list(range(4))  # every set of four places
    for one, other, holds in ((sets, places, lambda a, b: a >> b & 1), (places, sets, lambda a, b: b >> a & 1)):
        bits = where(one, other, lambda a: a, lambda b: b, holds)
        words = joined([bits], len(one), len(other))

        assert bits.width == 4
        assert shared_bits(*words).tolist() == [[holds(a, b) for b in other] for a in one]


def test_marks_are_cells_of_people_who_are_here():
    here, gone = ("e2", "r1"), ("e9", "r1")
    names = ("mutual", "current", "bans", "declined")
    asking, offering = [mentee("e2"), mentee("e1")], [mentor("r1", places=9)]

    pairs = pack(problem(asking, offering, **{name: frozenset({here, gone}) for name in names}))

    for cells in (pairs.mutual, pairs.current, pairs.banned):
        assert (cells.rows.tolist(), cells.columns.tolist()) == ([1], [0])
    assert pairs.places.tolist() == [2]
    assert pairs.penalty.tolist() == [0, 1, 2, 3]


def test_points_of_one_pair_from_several_lists_are_added():
    both = frozenset({("e1", "r1")})
    chosen = problem([mentee()], [mentor()], Settings(weights=Weights(previous=7)), mutual=both, previous=both)

    assert pack(chosen).extra.points.tolist() == [17]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_other_ids_change_nothing(seed: int):
    """Everybody gets an id that turns the order round; the pairs stay what they are."""
    before = crowd(seed)
    names = {m.id: f"{999 - k:03}" for people in (before.mentees, before.mentors) for k, m in enumerate(people)}
    lists = ("mutual", "bans", "declined", "partings", "previous", "current")
    after = replace(
        before,
        mentees=tuple(replace(m, id=names[m.id]) for m in before.mentees),
        mentors=tuple(replace(m, id=names[m.id]) for m in before.mentors),
        **{name: frozenset((names[e], names[r]) for e, r in getattr(before, name)) for name in lists},
    )

    possible, score = pack(before).block(0, 40)
    turned = pack(after).block(0, 40)

    assert np.array_equal(turned[0][::-1, ::-1], possible)
    assert np.array_equal(turned[1][::-1, ::-1], score)


@pytest.mark.slow
def test_packing_needs_memory_for_people_not_for_pairs():
    town = school(8_000, 3_000)
    begin = process_time()
    pack(town)
    seconds = process_time() - begin

    tracemalloc.start()
    pack(town)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert seconds < 2
    assert peak < 24_000_000 == len(town.mentees) * len(town.mentors)  # less than one byte a pair
