import pytest

from nastavnik.core import jobs
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.settings import CRITERIA
from tests.domain.matching.scene import mentee, mentor, pairs_of, solved
from tests.web.matching.asking import HTMX, page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def torn(module):
    """The child's need is met by one mentor, the interests are shared with the other."""
    child = mentee(module, values={"main_need": "физика", "interests": ("кино",)})
    by_need = mentor(module, values={"competences": ("физика",), "interests": ("спорт",), "places": 1})
    by_interest = mentor(module, values={"competences": ("химия",), "interests": ("кино",), "places": 1})
    return child, by_need, by_interest


def weighed(module, **points):
    return {"version": module.version, **dict.fromkeys(CRITERIA, 0), **points}


def test_the_effect_is_shown_and_nothing_is_saved(client, module, torn):
    child, by_need, _by_interest = torn
    run = solved(module)
    data = {**weighed(module, interests=100), "run": run.pk, "preview": "1"}

    answer = client.post(page("weights", module.pk), data)

    content = answer.content.decode()
    assert answer.status_code == 200
    assert "наставник сменится у 1\u00a0наставляемого" in content
    assert child.person.list_name in content
    assert pairs_of(run) == [(child.pk, by_need.pk)]
    assert MatchRun.objects.count() == 1
    module.refresh_from_db()
    assert module.matching_settings.get("weights") is None


def test_the_part_that_htmx_swaps_is_the_one_of_the_page(client, module, torn):
    run = solved(module)
    data = {**weighed(module, interests=100), "run": run.pk, "preview": "1"}

    whole = client.post(page("weights", module.pk), data).content.decode()
    part = client.post(page("weights", module.pk), data, headers={**HTMX, "HX-Target": "preview"}).content.decode()

    assert "<html" not in part
    assert part.strip()
    assert part.strip() in whole


def test_weights_are_kept_and_counted_anew(client, module, torn):
    child, by_need, by_interest = torn
    solved(module)
    data = weighed(module, interests=80)

    assert client.post(page("weights", module.pk), {**data, "need": -1}).status_code == 422
    assert client.post(page("weights", module.pk), weighed(module)).status_code == 422
    assert client.post(page("weights", module.pk), data).status_code == 303
    assert client.post(page("weights", module.pk), data).status_code == 409
    jobs.run_due()

    first, second = MatchRun.objects.order_by("number")
    assert pairs_of(first) == [(child.pk, by_need.pk)]
    assert pairs_of(second) == [(child.pk, by_interest.pk)]


def test_five_criteria_are_in_sight_and_a_mistaken_one_always(client, module):
    mentee(module), mentor(module)
    content = text(client, page("weights", module.pk))
    assert content.index('name="mutual"') < content.index("Ещё критерии") < content.index('name="values"')

    answer = client.post(page("weights", module.pk), weighed(module, values=400))

    assert answer.status_code == 422
    assert '<details class="hint" open>' in answer.content.decode()


def test_hints_say_how_it_is_now(client, module, torn):
    content = text(client, page("weights", module.pk) + f"?run={solved(module).pk}")

    assert "Главный запрос совпал у 1 из 1" in content
    assert "Взаимных выборов соблюдено: 0" in content
    assert "Пока никто не указал" in content


def test_weights_ask_as_often_for_one_as_for_three(client, module, torn):
    run = solved(module)
    one = queries_of(client, page("weights", module.pk) + f"?run={run.pk}")
    mentee(module), mentor(module), mentee(module)
    run = solved(module)

    assert queries_of(client, page("weights", module.pk) + f"?run={run.pk}") == one
    assert one <= 20


def test_hints_say_what_a_little_more_would_change(client, module, torn):
    module.matching_settings = {"weights": {"need": 20, "interests": 55}}
    module.save()
    address = page("weights", module.pk) + f"?run={solved(module).pk}"

    part = client.get(address, headers={**HTMX, "HX-Target": "raised"}).content.decode()

    assert "<html" not in part
    assert "Если поднять до 65: наставник сменится у 1\u00a0наставляемого" in part
    assert "Если поднять до 30: ничего не сменится" in part
    assert 'id="raise-values"' not in part
    assert 'id="raise-interests"' in text(client, address)


def test_weights_that_come_late_are_shown_beside_the_others(client, module, torn):
    run = solved(module)
    sent = {"version": module.version, "run": run.pk, **dict.fromkeys(CRITERIA, 10)}
    assert client.post(page("weights", module.pk), {**sent, "need": 33}).status_code == 303

    late = client.post(page("weights", module.pk), {**sent, "need": 77})

    assert late.status_code == 409
    words = late.content.decode()
    assert "Пока страница была открыта, здесь сохранили другое" in words
    assert "33" in words
    assert 'value="77"' in words
    module.refresh_from_db()
    assert module.matching_settings["weights"]["need"] == 33
