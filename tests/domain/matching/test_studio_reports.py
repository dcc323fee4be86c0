"""What the studio tells beside the pairs: other weights, other plans, who is lacking, fairness, decisions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core import jobs
from nastavnik.domain.matching import actions, queries
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.queries import Studio
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason
from nastavnik.domain.people.models import Clearance
from tests import factories as make
from tests.domain.matching.scene import TODAY, change, mentee, mentor, pairs_of, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PHYSICS, ART = {"main_need": "физика"}, {"interests": ("кино",)}


@pytest.fixture
def module():
    return make.ModuleFactory()


@pytest.fixture
def chosen(module):
    """A child whom one mentor suits by need and the other by interests."""
    return (
        mentee(module, values={**PHYSICS, **ART}),
        mentor(module, values={"competences": ("физика",), "places": 1}),
        mentor(module, values={**ART, "places": 1}),
    )


def studio(run):
    return Studio(MatchRun.objects.get(pk=run.pk), TODAY)


def test_other_weights_are_shown_before_they_are_saved(module, chosen):
    child, by_need, by_interest = chosen
    run = solved(module)

    found = queries.preview(studio(run), {"need": 5, "interests": 60})

    assert [(m.mentee.key, m.from_.key, m.to.key) for m in found.moves] == [
        tuple(str(one.pk) for one in (child, by_need, by_interest))
    ]
    assert (found.before.total, found.after.total) == (5, 20)
    assert (found.main_need_covered.before, found.main_need_covered.after, found.main_need_covered.after_of) == (
        1,
        0,
        0,
    )
    assert pairs_of(run) == [(child.pk, by_need.pk)]
    module.refresh_from_db()
    assert module.matching_settings == {}


def test_weights_that_change_nothing_move_nobody(module, chosen):
    run = solved(module)

    found = queries.preview(studio(run), {"need": 50})

    assert (found.moves, found.before) == ([], found.after)


def test_two_runs_stand_side_by_side(module, chosen):
    child, first, second = chosen
    old, run = solved(module), solved(module)
    actions.apply_change(run, change("swap", child, second), by=None)

    found = queries.compare(studio(run), old)

    assert found.title == "Предложение №\u00a01"
    assert [(m.from_.key, m.to.key) for m in found.moves] == [(str(first.pk), str(second.pk))]
    assert (found.there.total, found.here.total, found.kept) == (40, 5, 0)
    assert list(queries.comparable(run)) == [old]


def test_the_best_plan_leaves_nobody_out_whom_the_usual_way_leaves_out(module):
    both = mentor(module, values={"competences": ("физика", "чтение"), "places": 1})
    reads = mentor(module, values={"competences": ("чтение",), "places": 1, "free_time": ((1, 600, 720),)})
    early = mentee(module, values={"main_need": "чтение", "free_time": ((1, 600, 720),)})
    late = mentee(module, values={"main_need": "физика", "free_time": ((2, 600, 720),)})
    type(reads.profile).objects.filter(participation=both).update(free_time=[[1, 600, 720], [2, 600, 720]])
    run = solved(module)

    for against in ("greedy", "stable"):
        found = queries.compare(studio(run), against)
        assert found.here.coverage == 2
        assert found.here.coverage >= found.there.coverage
        assert found.only_left_out_here == []
    assert pairs_of(run) == sorted([(early.pk, reads.pk), (late.pk, both.pk)])


def test_earlier_pairs_are_those_of_people_who_are_here(module, chosen):
    child, _first, second = chosen
    (pair,) = mentorships.propose(module, pairs=[(second, child)], on=TODAY, by=None)
    type(pair).objects.filter(pk=pair.pk).update(state="active", started_on=TODAY)
    pair.refresh_from_db()
    mentorships.dissolve(pair, on=TODAY, reason=EndReason.NO_COMMON_TIME, by=None)
    run = solved(module)

    found = queries.compare(studio(run), "last_year")

    assert [m.from_.key for m in found.moves] == [str(second.pk)]
    assert found.there.coverage == 1


def test_a_published_run_can_still_be_compared(module, chosen):
    run = solved(module)
    actions.publish(run, on=TODAY, by=None)

    found = queries.compare(studio(run), "greedy")

    assert (found.here.coverage, found.here.total, found.moves) == (1, 40, [])


def test_who_is_lacking_is_told_in_words(module):
    mentee(module, values=PHYSICS), mentee(module, values=PHYSICS)
    helper = mentor(module, values={"competences": ("физика",), "places": 1})
    run = solved(module)

    first = studio(run).lacking[0]

    assert first.text == f"Ещё одно место ({helper.person.list_name}) даст пару ещё 1 наставляемому."
    assert any("Не хватает наставника по теме «физика»" in one.text for one in studio(run).lacking)


def test_what_would_really_help_stands_beside_who_is_left_out(module):
    mentee(module, values=PHYSICS)
    helper = mentor(module, cleared=False, values={"competences": ("физика",)})
    run = solved(module)

    (missing,) = studio(run).left_out

    assert missing.helps == [f"записать допуск наставника: {helper.person.list_name}."]


def test_reports_about_other_data_are_not_shown(module, chosen):
    child, first, _second = chosen
    run = solved(module)
    actions.apply_change(run, change("ban", child, first), whole=True, by=None)

    assert studio(run).forced == []
    jobs.run_due()
    assert [one.kind for one in studio(run).forced] == ["ban"]


def test_fairness_says_who_gets_the_weak_pairs(module):
    near = mentee(module, values={**PHYSICS, "building": "Корпус 1"})
    mentee(module, values={"building": "Корпус 2"})
    mentor(module, values={"competences": ("физика",), "places": 1})
    run = solved(module)

    rows = {row.group: row for row in studio(run).fairness["building"]}

    assert run.proposals.get().mentee_id == near.pk
    assert (rows["Корпус 1"].matched, rows["Корпус 1"].average, rows["Корпус 1"].weak) == (1, 40.0, 0)
    assert (rows["Корпус 2"].matched, rows["Корпус 2"].left_out, rows["Корпус 2"].average) == (0, 1, None)


def test_two_who_would_rather_have_each_other_are_told(module):
    first = mentor(
        module, values={"competences": ("физика",), "places": 1, "free_time": ((1, 600, 720), (2, 600, 720))}
    )
    mentor(module, values={"places": 1, "free_time": ((2, 600, 720),)})
    mentee(module, values={"free_time": ((1, 600, 720),)})
    fits = mentee(module, values={**PHYSICS, "free_time": ((2, 600, 720),)})
    run = solved(module)

    (one, *_others) = studio(run).blocking

    assert (one.mentee.key, one.mentor.key) == (str(fits.pk), str(first.pk))
    assert fits.person.list_name in one.text


def test_a_pin_that_cannot_hold_any_more_does_not_stop_the_matching_and_says_why(module, chosen):
    child, first, second = chosen
    actions.apply_change(solved(module), change("pin", child, first), by=None)
    Clearance.objects.filter(person=first.person).delete()

    run = solved(module)

    (line,) = studio(run).decisions
    assert (line.kind, line.idle) == ("pin", "Не записан допуск наставника к работе с детьми.")
    assert pairs_of(run) == [(child.pk, second.pk)]


def test_the_studio_asks_the_database_as_often_for_many_as_for_few(module):
    counts = []
    for _time in range(2):
        for _number in range(3):
            mentee(module, values=PHYSICS), mentor(module, values={"competences": ("физика",), "places": 1})
        run = solved(module)
        with CaptureQueriesContext(connection) as asked:
            found = studio(run)
            told = [found.rows, found.left_out, found.levels, found.decisions, found.changes, found.lacking]
            told += [found.forced, found.blocking, found.fairness, found.is_stale, found.is_proved]
        assert len(told) == 11
        counts.append(len(asked))

    assert counts[0] == counts[1]
