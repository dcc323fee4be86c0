import pytest

from nastavnik.core import jobs
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.changes import Change
from nastavnik.domain.people.models import Clearance
from nastavnik.domain.programmes.actions import suspend
from tests.domain.matching.scene import change, coordinator, mentee, mentor, solved
from tests.web.matching.asking import page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def decide(run, kind, child, other, by, note=""):
    actions.apply_change(run, Change(kind, str(child.pk), str(other.pk)), note=note, version=run.version, by=by)
    run.refresh_from_db()


def test_pins_and_bans_are_listed_with_their_cost_and_can_be_lifted(client, module):
    child = mentee(module, values={"main_need": "физика"}, surname="Канарейкин")
    best = mentor(module, values={"competences": ("физика",)}, surname="Первушина")
    other = mentor(module, values={"competences": ("химия",)}, surname="Вторушина")
    run, by = solved(module), coordinator(module.organisation)
    decide(run, "ban", child, best, by, note="Соседи не ладят")

    content = text(client, page("decisions", run.pk))

    assert "Соседи не ладят" in content
    assert "Снять запрет" in content
    assert "Канарейкин Тимур" in content
    assert "Первушина Тимур" in content
    assert by.person.list_name in content
    assert "Запрет пары" in content
    assert other.person.list_name not in content


def test_the_trail_is_empty_at_first(client, module):
    mentee(module), mentor(module)

    assert "Пока никто ничего не менял" in text(client, page("decisions", solved(module).pk))


def test_decisions_ask_as_often_for_one_as_for_three(client, module):
    by = coordinator(module.organisation)
    children = [mentee(module) for _number in range(3)]
    mentors = [mentor(module) for _number in range(4)]
    run = solved(module)
    decide(run, "ban", children[0], mentors[0], by)
    one = queries_of(client, page("decisions", run.pk))
    for child in children[1:]:
        decide(run, "ban", child, mentors[0], by)

    assert queries_of(client, page("decisions", run.pk)) == one
    assert one <= 20


def test_a_cost_that_is_not_counted_or_not_there_is_told_as_that(client, module):
    child, helper = mentee(module), mentor(module)
    run, by = solved(module), coordinator(module.organisation)
    decide(run, "pin", child, helper, by)
    waits = text(client, page("decisions", run.pk))
    jobs.run_due()
    counted = text(client, page("decisions", run.pk))
    Clearance.objects.all().delete()
    idle = text(client, page("decisions", run.pk))

    assert "ещё не посчитано" in waits
    assert "ещё не посчитано" not in counted
    assert "Ничего не стоит." in counted
    assert "сейчас не действует: Не записан допуск наставника" in idle
    assert "ичего не стоит" not in waits + idle


@pytest.mark.parametrize("who", ["mentee", "mentor"])
def test_a_decision_about_somebody_who_is_away_waits_and_leads_nowhere(client, module, who):
    child, helper = mentee(module), mentor(module)
    mentee(module), mentor(module)
    actions.apply_change(solved(module), change("ban", child, helper), by=None)
    suspend(child if who == "mentee" else helper, by=None)

    content = text(client, page("decisions", solved(module).pk))

    assert "kind=lift_ban" not in content
    assert "Подействует снова, когда оба вернутся" in content
