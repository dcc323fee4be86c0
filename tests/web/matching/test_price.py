import pytest

from nastavnik.domain.matching import actions
from nastavnik.domain.matching.models import PairDecision
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.matching.scene import mentee, mentor, pairs_of, solved
from tests.web.matching.asking import HTMX, page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def three(module):
    """A child matched with the mentor of the need; a second mentor is free, a third may not work with children."""
    child = mentee(module, values={"main_need": "физика"}, surname="Канарейкин")
    first = mentor(module, values={"competences": ("физика",), "places": 1}, surname="Первушина")
    second = mentor(module, values={"competences": ("химия",), "places": 1}, surname="Вторушина")
    unknown = mentor(module, cleared=False, surname="Недопущенный")
    return child, first, second, unknown


def ask(run, child, kind, other=None, **more):
    words = {"kind": kind, **({"mentor": other.pk} if other else {}), **more}
    return page("price", run.pk, child.pk) + "?" + "&".join(f"{name}={value}" for name, value in words.items())


def send(client, run, child, kind, other, **more):
    data = {"kind": kind, "mentor": other.pk, "version": run.version, **more}
    return client.post(page("price", run.pk, child.pk), data)


def test_the_price_of_a_swap_is_told_before_it_is_made(client, module, three):
    child, first, second, _unknown = three
    run = solved(module)

    content = text(client, ask(run, child, "swap", second))

    assert "Цена замены" in content
    assert "Вторушина Тимур" in content
    assert "0\u00a0баллов вместо 40" in content
    assert "−40" in content
    assert pairs_of(run) == [(child.pk, first.pk)]


def test_in_its_row_the_price_is_the_same_part_as_on_its_page(client, module, three):
    child, _first, second, _unknown = three
    run = solved(module)

    fresh = text(client, ask(run, child, "swap", second))
    swapped = client.get(ask(run, child, "swap", second), headers=HTMX).content.decode()

    assert "<html" not in swapped
    assert 'id="price"' in swapped
    for part in ("Цена замены", "Оставить как было", "Заменить и записать причину", 'name="version"'):
        assert part in fresh
        assert part in swapped
    assert "data-focus" in swapped
    assert "data-focus" not in fresh


def test_without_a_mentor_the_page_asks_whom(client, module, three):
    child, _first, _second, _unknown = three

    content = text(client, ask(solved(module), child, "swap"))

    assert "Наставник для: " in content
    assert "Вторушина" in content
    assert "Недопущенный" not in content
    assert "Показать цену" in content


def test_a_swap_is_made_with_its_reason_and_comes_back_to_the_row(client, module, three):
    child, _first, second, _unknown = three
    run = solved(module)

    answer = send(client, run, child, "swap", second, note="Сами попросили", show="weak")

    assert answer.status_code == 303
    assert answer.headers["Location"] == page("run", run.pk) + f"?show=weak&at={child.pk}#r-{child.pk}"
    assert pairs_of(run) == [(child.pk, second.pk)]
    studio = text(client, page("run", run.pk))
    assert "Наставник заменён: Канарейкин Тимур и Вторушина Тимур." in studio
    assert "Сами попросили" in text(client, page("decisions", run.pk))


def test_what_a_rule_forbids_is_refused_with_the_reason(client, module, three):
    child, first, _second, unknown = three
    run = solved(module)
    assert "Так не получится" in text(client, ask(run, child, "swap", unknown))

    refused = send(client, run, child, "swap", unknown)

    assert refused.status_code == 422
    assert "Не записан допуск" in refused.content.decode()
    assert pairs_of(run) == [(child.pk, first.pk)]


def test_a_pin_holds_and_is_lifted(client, module, three):
    child, first, _second, _unknown = three
    run = solved(module)

    assert send(client, run, child, "pin", first).status_code == 303

    decision = PairDecision.objects.get()
    assert (decision.kind, decision.mentee_id, decision.mentor_id) == ("pin", child.pk, first.pk)
    run.refresh_from_db()
    studio = text(client, page("run", run.pk))
    assert "Снять закрепление пары: Канарейкин Тимур и Первушина Тимур" in studio
    assert "Данные изменились" not in studio

    assert send(client, run, child, "unpin", first).status_code == 303
    assert PairDecision.objects.get().ended_at is not None


def test_a_banned_pair_leaves_the_proposal(client, module, three):
    child, first, second, _unknown = three
    run = solved(module)

    assert send(client, run, child, "ban", first, whole="1").status_code == 303

    assert pairs_of(run) == [(child.pk, second.pk)]
    assert "Снять запрет" in text(client, page("decisions", run.pk))


def test_where_the_plain_change_leaves_somebody_without_a_mentor_the_whole_plan_is_advised(client, module, three):
    child, first, _second, _unknown = three

    content = text(client, ask(solved(module), child, "ban", first))

    assert "Лучший план без этой пары" in content
    assert 'name="whole" value="1" checked' in content
    assert "Без пары останется" in content


def test_a_suggestion_is_priced_and_taken_with_its_way(client, module, three):
    child, _first, second, _unknown = three
    teacher = make.staff(RoleCode.TEACHER, module.organisation)
    named = actions.suggest(module, mentee=child, mentor=second, way="teacher_proposal", note="Ладят", by=teacher)
    run = solved(module)
    studio = text(client, page("run", run.pk))
    assert "Предложили люди" in studio
    assert "2-й из 2 возможных" in studio

    content = text(client, ask(run, child, "pin", second, suggestion=named.pk))
    assert page("accept_suggestion", named.pk) in content
    assert "Ладят" in content
    client.post(page("accept_suggestion", named.pk))

    assert pairs_of(run) == [(child.pk, second.pk)]
    assert PairDecision.objects.get().way == "teacher_proposal"
    assert "Предложение педагога" in text(client, page("run", run.pk))


def test_a_late_change_is_told_who_was_faster_and_counted_again(client, module, three):
    child, first, second, _unknown = three
    run = solved(module)
    assert send(client, run, child, "swap", second).status_code == 303

    late = send(client, run, child, "swap", first, note="Моя причина")

    content = late.content.decode()
    assert late.status_code == 409
    assert "Предложение изменилось, цена посчитана заново" in content
    assert "замена наставника" in content
    assert "Моя причина" in content
    assert pairs_of(run) == [(child.pk, second.pk)]


def test_a_reason_too_long_is_said_and_kept(client, module, three):
    child, first, second, _unknown = three
    run = solved(module)

    answer = send(client, run, child, "swap", second, note="о" * 301)

    assert answer.status_code == 422
    assert "Слишком длинно" in answer.content.decode()
    assert "о" * 301 in answer.content.decode()
    assert pairs_of(run) == [(child.pk, first.pk)]


@pytest.mark.parametrize("words", [{"kind": "sell"}, {"kind": "pin"}, {"kind": "swap", "mentor": "987654"}])
def test_what_is_no_change_is_not_found(client, module, three, words):
    run = solved(module)

    assert client.get(page("price", run.pk, three[0].pk), words).status_code == 404
    assert client.post(page("price", run.pk, three[0].pk), words).status_code == 404


def test_another_organisations_people_cannot_be_chosen(client, module, three):
    other = make.ModuleFactory()
    stranger, foreign_child = mentor(other), mentee(other)
    run = solved(module)

    assert send(client, run, three[0], "swap", stranger).status_code == 404
    assert client.get(page("price", run.pk, foreign_child.pk)).status_code == 404
    assert client.get(page("candidates", run.pk, foreign_child.pk)).status_code == 404


def test_a_price_asks_as_often_for_one_as_for_three(client, module, three):
    child, _first, second, _unknown = three
    one = queries_of(client, ask(solved(module), child, "swap", second))
    mentee(module), mentor(module), mentee(module), mentor(module)

    assert queries_of(client, ask(solved(module), child, "swap", second)) == one
    assert one <= 20


def test_in_a_row_of_a_proposal_that_is_over_the_page_is_shown_anew(client, module, three):
    child, first, _second, _unknown = three
    run = solved(module)
    client.post(page("publish", run.pk), {"version": run.version})

    answer = client.get(ask(run, child, "pin", first), headers=HTMX)

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, page("run", run.pk))
    assert client.get(ask(run, child, "pin", first)).status_code == 422


@pytest.mark.parametrize("kind", ["swap", "pin", "unpin", "ban", "lift_ban", "remove"])
def test_a_mentee_in_the_place_of_the_mentor_is_nobody(client, module, three, kind):
    child, _first, _second, _unknown = three
    other = mentee(module)
    run = solved(module)

    assert client.get(ask(run, child, kind, other)).status_code == 404
    assert send(client, run, child, kind, other).status_code == 404
    assert not PairDecision.objects.exists()
