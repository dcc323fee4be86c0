"""First steps: done by facts, the first that is not done is the next."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik.domain.desk import queries, steps
from nastavnik.domain.desk.steps import InstitutionFacts, ProgrammeFacts
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Audience
from nastavnik.domain.programmes.queries import agreement
from tests import factories as make

TODAY = date(2026, 11, 23)
READY = InstitutionFacts(has_letterhead=True, has_year=True, has_head=True, unconfirmed_acts=0, acts=5)
BEGINNING = ProgrammeFacts(pk=1, module=2, state="preparing", needs_order=True, rows=20)


def told(facts, institution=READY):
    return steps.programme_steps(facts, institution, TODAY)


def state_of(facts, code, institution=READY):
    return next(step.state for group in told(facts, institution) for step in group.steps if step.code == code)


def test_an_empty_institution_begins_with_its_letterhead():
    found = steps.institution_steps(InstitutionFacts(False, False, False, 0))
    assert [(step.code, step.state) for step in found] == [
        ("letterhead", "now"),
        ("year", "ahead"),
        ("head", "ahead"),
        ("programme", "ahead"),
    ]


def test_the_first_step_that_is_not_done_is_the_next_one():
    assert steps.next_step(told(BEGINNING)).code == "introduction_order"
    issued = replace(BEGINNING, papers={"introduction_order": "№\u00a05 от 1 сентября"})
    assert steps.next_step(told(issued)).code == "regulation_order"
    assert state_of(issued, "introduction_order") == "done"


def test_what_is_optional_stops_nobody():
    facts = replace(BEGINNING, state="running", papers={"introduction_order": "", "regulation_order": ""})
    unchecked = replace(READY, unconfirmed_acts=3)
    assert state_of(facts, "acts", unchecked) == state_of(facts, "informed", unchecked) == "optional"
    assert steps.next_step(told(facts, unchecked)).code == "mentees"


def test_a_share_is_done_when_all_are_and_there_is_somebody():
    assert state_of(replace(BEGINNING, mentees=3, minors=3, minors_agreed=2), "consents") == "ahead"
    assert state_of(replace(BEGINNING, mentees=3, minors=3, minors_agreed=3), "consents") == "done"
    assert state_of(BEGINNING, "consents") == "ahead"


def test_a_programme_without_orders_has_no_step_for_one():
    codes = [step.code for group in told(replace(BEGINNING, needs_order=False)) for step in group.steps]
    assert "ordered" not in codes
    assert "ordered" in [step.code for group in told(BEGINNING) for step in group.steps]


def test_when_all_is_done_nothing_is_next():
    done = replace(
        BEGINNING, state="closed", is_agreed=True, informed=4,
        papers=dict.fromkeys(("introduction_order", "regulation_order"), "№ 1"),
        mentees=2, mentors=2, minors=2, minors_agreed=2, adults=2, adults_cleared=2, ready_mentors=2, ready_mentees=2,
        pairs=2, answered=2, begun=2, planning=2, planned=2, met=2, ended=2, certified=4, due=4,
    )  # fmt: skip
    assert steps.next_step(told(done)).code == "report"
    reported = replace(done, papers={**done.papers, "programme_report": "от 1 июня"})
    assert steps.next_step(told(reported)) is None
    assert all(group.is_done for group in told(reported))


@pytest.mark.django_db
def test_facts_of_a_programme_are_counted_in_as_many_queries_for_one_and_three(django_assert_max_num_queries, now):
    module = make.ModuleFactory()
    counts = []
    for _round in range(2):
        for _one in range(1 + 2 * _round):
            make.ParticipationFactory(module=module, organisation=module.organisation)
        with django_assert_max_num_queries(12) as asked:
            facts = queries.programme_facts(module.programme, TODAY)
        counts.append(len(asked))
    assert facts.mentees + facts.mentors == 4
    assert counts[0] == counts[1]


def test_a_register_without_acts_was_not_checked():
    nothing = replace(READY, acts=0)
    assert state_of(BEGINNING, "acts", nothing) == "optional"
    assert state_of(BEGINNING, "acts", READY) == "done"


@pytest.mark.django_db
def test_a_programme_that_was_begun_is_not_agreed_by_that(now):
    programme = make.ProgrammeFactory(state="preparing")
    programmes.launch(programme, by=None)
    assert not queries.programme_facts(programme, TODAY).is_agreed

    agreed = make.ProgrammeFactory(state="preparing")
    programmes.agree(agreed, by=None)
    programmes.launch(agreed, by=None)
    assert queries.programme_facts(agreed, TODAY).is_agreed
    programmes.agree(again := make.ProgrammeFactory(state="preparing"), by=None)
    programmes.reopen(again, by=None)
    assert not queries.programme_facts(again, TODAY).is_agreed
    for one in (programme, agreed, again):  # the page of the programme says the same
        assert (agreement(one).agreed is not None) == queries.programme_facts(one, TODAY).is_agreed


@pytest.mark.django_db
def test_who_answered_the_page_is_counted_as_informed(now):
    programme = make.ProgrammeFactory()
    page = programmes.open_page(programme, by=None)
    programmes.answer_page(page, audience=Audience.GUARDIAN, answer_key="a")
    programmes.answer_page(page, audience=Audience.GUARDIAN, answer_key="a")

    facts = queries.programme_facts(programme, TODAY)
    assert (facts.page_is_open, facts.informed) == (True, 1)
