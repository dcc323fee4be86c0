import pytest
from hypothesis import given
from hypothesis import settings as effort

from matchengine import Plan, Problem, Settings, check, solve, verify
from matchengine.codes import LevelName
from tests.effort import examples
from tests.matchengine.builders import mentee, mentor, problem, problems, school
from tests.matchengine.oracle import best_values


def reached(plan: Plan) -> tuple[int, ...]:
    return tuple(level.value for level in plan.certificate.levels)


def matched(plan: Plan) -> list[tuple[str, str]]:
    return [(pair.mentee_id, pair.mentor_id) for pair in plan.pairs]


def test_coverage_comes_before_the_better_pair():
    both = mentee("e1", main_need="физика")
    narrow = mentee("e2", main_need="физика", modes=frozenset({"online"}))
    good = mentor("r1", competences=frozenset({"физика"}), modes=frozenset({"online"}))
    plain = mentor("r2", modes=frozenset({"in_person"}))

    plan = solve(problem([both, narrow], [good, plain]))

    assert matched(plan) == [("e1", "r2"), ("e2", "r1")]
    assert plan.left_out == ()


def test_mutual_choice_comes_before_points():
    chosen = mentee("e1", main_need="физика")
    other = mentee("e2", main_need="физика")
    expert = mentor("r1", competences=frozenset({"физика"}))
    liked = mentor("r2")

    plan = solve(problem([chosen, other], [expert, liked], mutual=frozenset({("e2", "r2")})))

    assert matched(plan) == [("e1", "r1"), ("e2", "r2")]
    assert reached(plan) == (2, 1, 40, 50)


def test_the_worst_pair_comes_before_the_total():
    # crossed: 40 + 0 against 15 + 10: the total would leave one child with nothing in common
    first = mentee("e1", main_need="физика", interests=frozenset({"театр", "музыка", "туризм"}))
    second = mentee("e2", interests=frozenset({"шахматы", "кино"}), main_need="право")
    expert = mentor("r1", competences=frozenset({"физика"}), interests=frozenset({"шахматы", "кино"}))
    friend = mentor("r2", interests=frozenset({"театр", "музыка", "туризм"}))

    plan = solve(problem([first, second], [expert, friend]))

    assert matched(plan) == [("e1", "r2"), ("e2", "r1")]
    assert reached(plan) == (2, 0, 10, 25)


def test_load_spreads_where_pairs_are_about_as_good():
    children = [mentee(f"e{k}") for k in range(4)]
    adults = [mentor("r1", places=4), mentor("r2", places=4)]

    plan = solve(problem(children, adults))

    assert sorted(pair.mentor_id for pair in plan.pairs) == ["r1", "r1", "r2", "r2"]
    assert reached(plan) == (4, 0, 0, -2)


def test_without_a_penalty_load_costs_nothing():
    plan = solve(problem([mentee("e1"), mentee("e2")], [mentor(places=2)], Settings(load_penalty=(0,))))

    assert reached(plan) == (2, 0, 0, 0)


@pytest.mark.parametrize("empty", [problem([], []), problem([mentee()], []), problem([], [mentor()])])
def test_nobody_to_match_is_a_proved_plan(empty: Problem):
    plan = solve(empty)

    assert plan.pairs == ()
    assert [(level.value, level.bound) for level in plan.certificate.levels] == [(0, 0)] * 4
    assert plan.certificate.gap == 0


def test_two_people_do_not_mentor_each_other():
    asking = [mentee("e1", person="Ада", is_minor=False), mentee("e2", person="Вера", is_minor=False)]
    offering = [mentor("r1", person="Ада"), mentor("r2", person="Вера")]

    plan = solve(problem(asking, offering))

    assert len(plan.pairs) == 1
    assert [left.code for left in plan.left_out] == ["only_reverse_pair"]
    assert plan.certificate.gap == 0
    assert len(plan.certificate.branches) == 2
    assert verify(problem(asking, offering), plan) == ()


def test_a_reversible_programme_lets_two_people_mentor_each_other():
    asking = [mentee("e1", person="Ада", is_minor=False), mentee("e2", person="Вера", is_minor=False)]
    offering = [mentor("r1", person="Ада"), mentor("r2", person="Вера")]

    plan = solve(problem(asking, offering, Settings(hard=frozenset())))

    assert matched(plan) == [("e1", "r2"), ("e2", "r1")]


def test_two_people_with_one_id_are_refused():
    with pytest.raises(ValueError, match="share one id"):
        problem([mentee("e1"), mentee("e1")], [])


@pytest.mark.slow
@effort(max_examples=examples(150), deadline=None)
@given(problems(most_mentees=7, most_mentors=3))
def test_every_level_agrees_with_brute_force(tiny: Problem):
    plan = solve(tiny)

    assert reached(plan) == best_values(tiny)
    assert plan.certificate.gap == 0
    assert [level.name for level in plan.certificate.levels] == [n for n in LevelName if n is not LevelName.SEATS]


@pytest.mark.slow
@effort(max_examples=examples(100), deadline=None)
@given(problems(most_mentees=8, most_mentors=6))
def test_every_plan_passes_check_and_proof(any_problem: Problem):
    plan = solve(any_problem)

    assert check(any_problem, plan.pairs) == []
    assert verify(any_problem, plan, every_pair=True) == ()
    names = {pair.mentee_id for pair in plan.pairs} | {left.mentee_id for left in plan.left_out}
    assert names == {m.id for m in any_problem.mentees}
    assert len(names) == len(plan.pairs) + len(plan.left_out)


def test_a_school_is_solved_and_proved():
    invented = school()

    plan = solve(invented)

    assert plan.certificate.gap == 0
    assert plan.certificate.pairs_checked == 4800
    assert verify(invented, plan, every_pair=True) == ()
    assert len(plan.pairs) + len(plan.left_out) == 120
