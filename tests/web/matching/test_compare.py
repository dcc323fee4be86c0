import pytest

from nastavnik.core import jobs
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.models import MatchRun
from tests.domain.matching.scene import TODAY, mentee, mentor, solved
from tests.web.matching.asking import page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def trap(module):
    """The best pair taken first leaves the other child without anybody: by hand one is matched, by the engine two."""
    tuesday, friday = ((2, 840, 960),), ((5, 840, 960),)
    picky = mentee(module, values={"main_need": "химия", "free_time": tuesday}, surname="Вторникова")
    easy = mentee(module, values={"main_need": "физика", "free_time": tuesday + friday}, surname="Свободина")
    both = mentor(module, values={"competences": ("физика",), "free_time": tuesday, "places": 1}, surname="Физиков")
    other = mentor(module, values={"competences": ("химия",), "free_time": friday, "places": 1}, surname="Химиков")
    return picky, easy, both, other


def test_beside_the_way_it_is_done_by_hand(client, module, trap):
    run = solved(module)

    answer = client.get(page("compare", run.pk), {"with": "greedy"})

    comparison, content = answer.context["comparison"], answer.content.decode()
    assert (comparison.there.coverage, comparison.here.coverage) == (1, 2)
    assert "Как вручную" in content
    assert "+1" in content
    assert [one.name for one in comparison.only_left_out_there] == ["Вторникова Тимур"]


@pytest.mark.parametrize("plan", ["greedy", "stable", "last_year"])
def test_each_plan_can_be_looked_at(client, module, trap, plan):
    assert "Оба плана посчитаны" in text(client, page("compare", solved(module).pk) + f"?with={plan}")


def test_two_runs_side_by_side(client, module, trap):
    first = solved(module)
    second = solved(module)

    content = text(client, page("compare", second.pk) + f"?with={first.pk}")

    assert "пары одинаковые" in content
    assert f"С №&nbsp;{first.number}" in content


def test_a_second_matching_is_compared_with_what_was_published_last(client, module, trap):
    first = solved(module)
    actions.publish(first, on=TODAY, by=None)
    aside, again = (actions.run(module, as_of=TODAY, by=None, rematch=True) for _time in range(2))
    jobs.run_due()
    aside.refresh_from_db()
    actions.discard(aside, by=None)

    assert client.get(page("compare", again.pk)).context["other"] == first
    assert f"Сравнить с №&nbsp;{first.number}" in text(client, page("run", again.pk))


def test_nothing_is_compared_with_what_was_put_aside_while_there_is_another(client, module, trap):
    first = solved(module)
    actions.discard(solved(module), by=None)

    assert client.get(page("compare", solved(module).pk)).context["other"] == first


def test_a_run_of_another_module_cannot_be_compared(client, module, trap):
    run = solved(module)

    assert client.get(page("compare", run.pk), {"with": "987654"}).status_code == 404
    assert client.get(page("compare", run.pk), {"with": "best"}).status_code == 404


def test_comparing_asks_as_often_for_one_as_for_three(client, module):
    mentee(module), mentor(module)
    first, second = solved(module), solved(module)
    address = page("compare", second.pk) + f"?with={first.pk}"
    one = queries_of(client, address)
    for _number in range(2):
        mentee(module), mentor(module)
    first, second = solved(module), solved(module)
    jobs.run_due()

    assert MatchRun.objects.count() == 4
    assert queries_of(client, page("compare", second.pk) + f"?with={first.pk}") == one
    assert one <= 20
