import pytest

from nastavnik.domain.programmes.actions import suspend
from nastavnik.domain.programmes.models import Participation
from tests.domain.matching.scene import mentee, mentor, solved
from tests.web.matching.asking import page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_candidates_are_ranked_with_reasons_and_holders(client, module):
    child = mentee(module, values={"main_need": "физика"}, surname="Канарейкин")
    mentor(module, values={"competences": ("физика",), "places": 1}, surname="Первушина")
    mentee(module, values={"main_need": "химия"}, surname="Соседкина")
    mentor(module, values={"competences": ("химия",), "places": 1}, surname="Вторушина")
    mentor(module, cleared=False, surname="Недопущенный")

    answer = client.get(page("candidates", solved(module).pk, child.pk))

    context, content = answer.context, answer.content.decode()
    assert context["current"].mentor.name == "Первушина Тимур"
    (choice,) = context["choices"]
    assert (choice.candidate.mentor.name, choice.instead_of) == ("Вторушина Тимур", ["Соседкина Тимур"])
    assert {line.name: line.difference for line in choice.costs} == {"worst": -40, "total": -80}
    assert [one.mentor.name for one in context["impossible"]] == ["Недопущенный Тимур"]
    assert "Поможет с главным: физика" in content
    assert "Не записан допуск наставника к работе с детьми." in content
    assert "цена выбора" in content


def test_who_is_left_out_is_told_why_here_too(client, module):
    child = mentee(module, values={"free_time": ((6, 600, 720),)})
    mentor(module, values={"free_time": ((1, 600, 720),)})

    content = text(client, page("candidates", solved(module).pk, child.pk))

    assert "Сейчас без пары" in content
    assert "Ни с кем нет общего времени." in content


def test_candidates_ask_as_often_for_one_as_for_three(client, module):
    child = mentee(module)
    mentor(module)
    one = queries_of(client, page("candidates", solved(module).pk, child.pk))
    mentor(module), mentor(module, cleared=False)

    assert queries_of(client, page("candidates", solved(module).pk, child.pk)) == one
    assert one <= 20


@pytest.mark.parametrize("who", ["mentee", "mentor"])
def test_pages_of_a_proposal_stand_when_somebody_of_it_has_left(client, module, who):
    gone, stays = mentee(module), mentee(module)
    for _number in range(2):
        mentor(module, values={"places": 1})
    run = solved(module)
    mine = run.proposals.get(mentee=gone)
    suspend(gone if who == "mentee" else mine.mentor, by=None)

    for name, more in (("run", ()), ("candidates", (stays.pk,)), ("compare", ()), ("fairness", ()), ("decisions", ())):
        assert client.get(page(name, run.pk, *more)).status_code == 200
    assert client.get(page("weights", module.pk) + f"?run={run.pk}").status_code == 200
    for one in Participation.objects.filter(module=module, role="mentor", state="ready"):
        for kind in ("swap", "pin", "ban"):
            address = page("price", run.pk, stays.pk) + f"?kind={kind}&mentor={one.pk}"
            assert client.get(address).status_code == 200
