"""Pins, bans, swaps: what they cost before, what they do after, who may no more, and the trail they leave."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core import jobs
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.matching import actions, queries
from nastavnik.domain.matching.changes import Levels
from nastavnik.domain.matching.enums import ProposalOrigin
from nastavnik.domain.matching.errors import ChangeRefused, DataChanged, RunIsOver
from nastavnik.domain.matching.models import MatchRun, PairDecision
from nastavnik.domain.matching.queries import Studio
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.actions import suspend
from tests import factories as make
from tests.domain.matching.scene import TODAY, change, mentee, mentor, pairs_of, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PHYSICS = {"main_need": "физика"}
TEACHES = {"competences": ("физика",), "places": 1}


@pytest.fixture
def module():
    return make.ModuleFactory()


@pytest.fixture
def two(module):
    """A child with a fitting mentor, and a mentor who fits less but is free."""
    return mentee(module, values=PHYSICS), mentor(module, values=TEACHES), mentor(module, values={"places": 1})


def priced(run, word, child, helper=None):
    return queries.price(Studio(run, TODAY), change(word, child, helper))


def test_a_swap_costs_what_the_studio_shows_after_it(module, two):
    child, first, second = two
    run = solved(module)
    price = priced(run, "swap", child, second)

    actions.apply_change(run, change("swap", child, second), by=None)

    assert (price.before, price.after) == (Levels(1, 0, 40, 40, 1), Levels(1, 0, 0, 0, 1))
    assert (price.score_before, price.score_after) == (40, 0)
    assert Studio(run, TODAY).levels == price.after
    assert [(m.mentee.key, m.from_.key, m.to.key) for m in price.moves] == [
        (str(child.pk), str(first.pk), str(second.pk))
    ]
    assert pairs_of(run) == [(child.pk, second.pk)]


def test_a_price_writes_nothing(module, two):
    child, _first, second = two
    run = solved(module)
    before = pairs_of(run)

    for word in ("pin", "swap", "ban", "remove"):
        priced(run, word, child, second)

    assert (pairs_of(run), PairDecision.objects.count(), run.changes.count()) == (before, 0, 0)


def test_a_swap_into_a_full_mentor_exchanges_the_two(module, two):
    child, first, second = two
    other = mentee(module, values=PHYSICS)
    run = solved(module)
    (with_first,) = [e for e, r in pairs_of(run) if r == first.pk]
    moved = other if with_first == child.pk else child

    actions.apply_change(run, change("swap", moved, first), by=None)

    assert pairs_of(run) == sorted([(moved.pk, first.pk), (with_first, second.pk)])


@pytest.mark.parametrize("word", ["swap", "pin"])
def test_what_a_rule_forbids_is_refused_and_priced_with_the_reason(module, two, word):
    child, _first, _second = two
    unknown = mentor(module, cleared=False)
    run = solved(module)
    said = "Не записан допуск наставника к работе с детьми."

    with pytest.raises(ChangeRefused) as refused:
        actions.apply_change(run, change(word, child, unknown), by=None)

    assert refused.value.params == {"why": said}
    assert priced(run, word, child, unknown).refusals == [said]
    assert not PairDecision.objects.exists()


def test_a_pin_holds_in_every_later_run_until_it_is_ended(module, two):
    child, first, second = two
    run = solved(module)

    actions.apply_change(run, change("pin", child, second), note="Просила мама", by=None)
    assert pairs_of(run) == [(child.pk, second.pk)]
    assert pairs_of(solved(module)) == [(child.pk, second.pk)]

    last = solved(module)
    actions.apply_change(last, change("unpin", child, second), by=None)
    assert pairs_of(last) == [(child.pk, second.pk)]
    assert pairs_of(solved(module)) == [(child.pk, first.pk)]
    assert PairDecision.objects.get().note == "Просила мама"


def test_a_ban_holds_in_every_later_run_until_it_is_lifted(module, two):
    child, first, second = two
    run = solved(module)

    actions.apply_change(run, change("ban", child, first), by=None)
    assert pairs_of(run) == []
    assert run.left_out.get().reasons["code"] == "removed_by_hand"
    last = solved(module)
    assert pairs_of(last) == [(child.pk, second.pk)]

    actions.apply_change(last, change("lift_ban", child, first), whole=True, by=None)
    assert pairs_of(last) == [(child.pk, first.pk)]


def test_the_best_whole_plan_is_priced_beside_the_plain_change_and_can_be_taken(module, two):
    child, first, second = two
    run = solved(module)
    price = priced(run, "ban", child, first)

    actions.apply_change(run, change("ban", child, first), whole=True, by=None)

    assert price.after == Levels()
    assert price.best.after == Levels(1, 0, 0, 0, 1) == Studio(run, TODAY).levels
    assert pairs_of(run) == [(child.pk, second.pk)]
    assert Studio(run, TODAY).is_proved


def test_a_pinned_pair_is_not_moved_before_the_pin_is_ended(module, two):
    child, first, second = two
    run = solved(module)
    actions.apply_change(run, change("pin", child, first), by=None)

    with pytest.raises(ChangeRefused) as refused:
        actions.apply_change(run, change("swap", child, second), by=None)

    assert refused.value.params == {"why": "Пара закреплена. Сначала снимите закрепление."}


def test_a_pinned_pair_keeps_the_way_it_was_made_and_a_new_one_gets_the_way_it_is_made(module, two):
    child, first, second = two
    run = solved(module)

    actions.apply_change(run, change("pin", child, first), by=None)
    assert PairDecision.objects.get().way == Way.QUESTIONNAIRE == run.proposals.get().way

    actions.apply_change(run, change("unpin", child, first), by=None)
    actions.apply_change(run, change("swap", child, second), way=Way.SELF_CHOICE, by=None)
    assert (run.proposals.get().way, run.proposals.get().origin) == (Way.SELF_CHOICE, ProposalOrigin.HAND)


def test_removing_a_pair_tells_the_others_of_the_free_place(module):
    mentor(module, values=TEACHES)
    mentee(module, values=PHYSICS), mentee(module, values=PHYSICS)
    run = solved(module)
    paired, waiting = run.proposals.get().mentee, run.left_out.get().mentee
    assert run.left_out.get().reasons["code"] == "places_full"

    actions.apply_change(run, change("remove", paired, run.proposals.get().mentor), by=None)

    said = {left.mentee_id: left.reasons["code"] for left in run.left_out.all()}
    assert said == {paired.pk: "removed_by_hand", waiting.pk: "not_in_plan"}


def test_who_changed_what_is_kept_with_what_it_cost(module, two):
    child, first, second = two
    user = make.staff(RoleCode.COORDINATOR, module.organisation)
    person = make.PersonFactory(organisation=module.organisation, adult=True, user=user)
    run = solved(module)

    actions.apply_change(run, change("swap", child, second), note="Соседи", by=user)
    actions.apply_change(run, change("pin", child, second), by=user)

    pin, swap = Studio(run, TODAY).changes
    assert (pin.kind, pin.title, pin.by) == ("pin", "закрепление пары", person.list_name)
    assert (swap.kind, swap.note, swap.mentee) == ("swap", "Соседи", child.person.list_name)
    assert (swap.from_mentor, swap.mentor) == (first.person.list_name, second.person.list_name)
    assert swap.difference == {"coverage": 0, "mutual": 0, "worst": -40, "total": -40}


def test_a_late_page_cannot_change(module, two):
    child, first, second = two
    run = solved(module)
    version = run.version
    actions.apply_change(run, change("swap", child, second), version=version, by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.apply_change(run, change("swap", child, first), version=version, by=None)


def test_nothing_is_changed_after_the_data_changed_or_the_run_is_over(module, two):
    child, _first, second = two
    run, other = solved(module), solved(module)
    actions.discard(other, by=None)
    suspend(second, by=None)

    with pytest.raises(DataChanged):
        actions.apply_change(run, change("remove", child, None), by=None)
    with pytest.raises(RunIsOver):
        actions.apply_change(other, change("remove", child, None), by=None)


def test_a_decision_makes_other_proposals_of_the_module_stale(module, two):
    child, first, _second = two
    run, other = solved(module), solved(module)

    actions.apply_change(run, change("pin", child, first), by=None)

    assert (Studio(run, TODAY).is_stale, Studio(other, TODAY).is_stale) == (False, True)


def test_a_plain_change_is_no_longer_proved_and_says_so(module, two):
    child, first, second = two
    run = solved(module)
    assert Studio(run, TODAY).is_proved

    actions.apply_change(run, change("swap", child, second), by=None)
    assert not Studio(run, TODAY).is_proved

    actions.apply_change(run, change("swap", child, first), whole=True, by=None)
    assert Studio(run, TODAY).is_proved


def test_a_decision_that_moves_nobody_is_proved_anew_or_is_no_longer_proved(module, two):
    child, first, _second = two
    run = solved(module)

    actions.apply_change(run, change("pin", child, first), by=None)
    assert (Studio(run, TODAY).is_proved, Studio(run, TODAY).levels.worst) == (True, 0)
    actions.apply_change(run, change("ban", child, first), whole=True, by=None)
    assert Studio(run, TODAY).is_proved
    actions.apply_change(run, change("lift_ban", child, first), by=None)
    assert not Studio(run, TODAY).is_proved


def test_the_price_asks_the_database_as_often_for_many_as_for_few(module):
    counts = []
    for _time in range(2):
        children = [mentee(module, values=PHYSICS) for _number in range(3)]
        helpers = [mentor(module, values=TEACHES) for _number in range(3)]
        run = solved(module)
        with CaptureQueriesContext(connection) as asked:
            price = queries.price(
                Studio(MatchRun.objects.get(pk=run.pk), TODAY), change("ban", children[0], helpers[0])
            )
            assert [line.name for line in price.lines] == ["coverage", "mutual", "worst", "total"]
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_reports_follow_the_change(module, two):
    child, first, _second = two
    run = solved(module)

    actions.apply_change(run, change("ban", child, first), whole=True, by=None)
    jobs.run_due()

    run.refresh_from_db()
    (cost,) = Studio(run, TODAY).forced
    assert (cost.kind, cost.mentor.key) == ("ban", str(first.pk))
    assert cost.difference == {"coverage": 0, "mutual": 0, "worst": 40, "total": 40}
    assert cost.text == "Без запрета вышло бы: самую слабую пару лучше на 40\u00a0баллов."
