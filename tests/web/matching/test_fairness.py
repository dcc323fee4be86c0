import pytest

from tests.domain.matching.scene import mentee, mentor, solved
from tests.web.matching.asking import in_class, page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_who_gets_the_weak_pairs_and_how_the_load_is_spread(client, module):
    first = mentee(module, values={"main_need": "физика"}, surname="Канарейкин")
    second = mentee(module, values={"main_need": "химия"}, surname="Соседкина")
    in_class(first, "6А"), in_class(second, "6Б")
    mentor(module, values={"competences": ("физика",), "places": 2}, surname="Первушина")

    answer = client.get(page("fairness", solved(module).pk))

    (title, rows), *_more = answer.context["tables"]
    assert title == "По классам"
    assert [(row.group, row.mentees, row.matched, row.weak) for row in rows] == [("6А", 1, 1, 0), ("6Б", 1, 1, 1)]
    assert [row.mentee.name for row in answer.context["weak"]] == ["Соседкина Тимур"]
    (load,) = answer.context["loads"]
    assert (load.mentor.name, load.taken, load.places) == ("Первушина Тимур", 2, 2)


def test_with_one_class_there_is_nothing_to_compare(client, module):
    mentee(module), mentor(module)

    assert "Сравнивать пока некого" in text(client, page("fairness", solved(module).pk))


def test_fairness_asks_as_often_for_one_as_for_three(client, module):
    mentee(module), mentor(module)
    one = queries_of(client, page("fairness", solved(module).pk))
    mentee(module), mentor(module), mentee(module), mentor(module)

    assert queries_of(client, page("fairness", solved(module).pk)) == one
    assert one <= 20
