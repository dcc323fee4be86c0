"""A draft of any kind: numbers, answers, appendices, words by hand."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.documents import actions, adapter, queries
from nastavnik.domain.documents.actions.answering import answered, term_of
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import (
    AnswerMissing,
    AnswerUnreadable,
    GoesWithOrder,
    NotAnAppendix,
    NumberMissing,
    NumberTaken,
    OtherProgrammeType,
    SubjectMissing,
)
from nastavnik.domain.documents.kinds import Ask, kind_of
from nastavnik.domain.documents.models import Document
from tests import factories as make
from tests.domain.documents import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.designed()


def prepare(place, *code, **said):
    return scene.prepare(place, *code, **said)


def lines(document):
    document.refresh_from_db()
    return "\n".join(scene.said(document))


def test_an_order_comes_with_its_appendices_and_they_take_its_header(place):
    order = prepare(place, number="42-ОД")

    appendices = list(queries.appendices_of(order))
    assert [one.kind for one in appendices] == list(kind_of("regulation_order").appendices)
    assert [one.appendix_number for one in appendices] == list(range(1, len(appendices) + 1))
    assert all("№\u00a042-ОД" in lines(one) for one in appendices)
    assert all(one.docx and one.pdf for one in (order, *appendices))


def test_the_number_may_wait_until_the_order_leaves_the_draft(place):
    order = prepare(place)

    with pytest.raises(NumberMissing):
        actions.submit(order, by=place.coordinator)
    actions.edit_paper(order, number="26/1", dated_on=scene.TODAY, version=order.version, by=None)
    actions.submit(order, by=place.coordinator)

    assert order.state == DocumentState.SUBMITTED
    assert {one.state for one in queries.appendices_of(order)} == {DocumentState.SUBMITTED}


@pytest.mark.parametrize(
    ("first", "second", "free"),
    [
        ("14-а", "14-А", "14-б"),
        ("26/1", "26 / 1", "26 / 1-а"),
        ("42-ОД", "№ 42-од", "42-од-а"),
        ("5", " № 5 ", "5-а"),
        ("7-ОД", "7–OД", "7–OД-а"),
    ],
)
def test_a_number_used_twice_is_said_with_a_free_one_and_nothing_is_lost(place, first, second, free):
    prepare(place, number=first, appendices=())
    mine = prepare(place, "coordinator_order")

    with pytest.raises(NumberTaken) as taken:
        actions.edit_paper(mine, number=second, dated_on=scene.TODAY, version=mine.version, by=None)

    assert taken.value.params["free"] == free
    assert Document.objects.get(pk=mine.pk).number == ""
    assert actions.edit_paper(mine, number=free, dated_on=scene.TODAY, version=mine.version, by=None).number == free


def test_the_next_free_number_is_proposed_as_the_last_one_was_written(place):
    def proposed(day=scene.TODAY):
        return queries.proposed_number(place.organisation, "regulation_order", day)

    assert proposed() == "1"
    prepare(place, number="42-ОД", appendices=())
    assert proposed() == "43-ОД"
    prepare(place, "coordinator_order", number="43-а")
    assert proposed() == "44-ОД"
    assert proposed(date(2027, 1, 11)) == "1"  # a new year, a new book
    assert queries.proposed_number(place.organisation, "programme_report", scene.TODAY) == ""


def test_number_and_day_of_an_order_are_those_of_its_appendices(place):
    order = prepare(place, number="42-ОД")

    actions.edit_paper(order, number="43-ОД", dated_on=date(2026, 11, 20), version=order.version, by=None)

    appendix = queries.appendices_of(order).first()
    assert (appendix.dated_on, appendix.number) == (date(2026, 11, 20), "")
    assert "№\u00a043-ОД" in lines(appendix)
    with pytest.raises(GoesWithOrder):
        actions.edit_paper(appendix, number="1", dated_on=scene.TODAY, version=appendix.version, by=None)


def test_a_late_edit_is_refused(place):
    order = prepare(place, appendices=())
    actions.edit_paper(order, number="1", dated_on=scene.TODAY, version=1, by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.edit_paper(order, number="2", dated_on=scene.TODAY, version=1, by=None)


def test_a_draft_that_stood_by_itself_becomes_the_appendix_with_its_words(place):
    own = prepare(place, "regulation", number="")
    code = next(section.code for section in adapter.kept_paper(own).sections if section.is_editable)
    actions.write_section(own, code, "Наши слова.", version=own.version, by=None)

    order = prepare(place, number="42-ОД", appendices=["regulation"])

    [appendix] = queries.appendices_of(order)
    assert appendix.pk == own.pk
    assert "Наши слова." in lines(own)
    assert "№\u00a042-ОД" in lines(own)


def test_an_appendix_is_taken_away_and_added_again(place):
    order = prepare(place, number="1")
    first, *others = queries.appendices_of(order)

    actions.discard(first, by=None)
    assert [one.appendix_number for one in queries.appendices_of(order)] == list(range(1, len(others) + 1))
    added = actions.add_appendix(order, first.kind, by=None)

    assert added.appendix_number == len(others) + 1
    assert actions.add_appendix(order, first.kind, by=None) == added
    with pytest.raises(NotAnAppendix):
        actions.add_appendix(order, "certificate", by=None)


def test_an_appendix_has_no_way_of_its_own(place):
    appendix = queries.appendices_of(prepare(place, number="1")).first()

    for step in (actions.submit, actions.approve, actions.issue, actions.replace):
        with pytest.raises((GoesWithOrder, NumberMissing, actions.settling.ApprovalNeeded)):
            step(appendix, by=place.head)
    assert Document.objects.get(pk=appendix.pk).state == DocumentState.DRAFT


def test_discarding_an_order_takes_its_appendices_along(place):
    order = prepare(place, number="1")

    actions.discard(order, by=place.coordinator)

    assert set(Document.objects.values_list("state", flat=True)) == {DocumentState.DISCARDED}
    assert prepare(place, number="1").number == "1"


def test_what_a_paper_is_about_must_be_said_and_fit(place):
    with pytest.raises(SubjectMissing):
        actions.prepare("regulation_order", dated_on=scene.TODAY, by=None)
    with pytest.raises(KeyError):
        prepare(place, "passport")
    for kind in ("regulation_order",):
        assert "pupils" in kind_of(kind).programme_types
    foreign = make.ModuleFactory(programme__organisation=place.organisation, programme__type="teachers").programme
    pupils_only = [kind for kind in ("information_leaflet", "talk_outline") if "teachers" not in
                   kind_of(kind).programme_types]  # fmt: skip
    for kind in pupils_only:
        with pytest.raises(OtherProgrammeType):
            prepare(place, kind, programme=foreign)


ASKS = (
    Ask("valid_from", "С какого дня", "day"),
    Ask("places", "Сколько мест", "number"),
    Ask("way", "Как", "choice", choices=(("in", "очно"), ("out", "заочно"))),
    Ask("words", "Слова", "long_text", is_required=True),
)


class Asking:
    asks = ASKS


def test_answers_are_kept_as_data_and_empty_ones_are_left_out():
    said = answered(Asking, {"valid_from": date(2026, 9, 1), "places": " 3 ", "words": " два \n слова ", "other": "x"})

    assert said == {"valid_from": "2026-09-01", "places": 3, "words": "два\n слова"}
    assert term_of(said) == {"valid_from": date(2026, 9, 1), "valid_until": None}


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({}, AnswerMissing),
        ({"words": "  "}, AnswerMissing),
        ({"words": "x", "places": "много"}, AnswerUnreadable),
        ({"words": "x", "valid_from": "32.13.2026"}, AnswerUnreadable),
        ({"words": "x", "way": "иначе"}, AnswerUnreadable),
    ],
)
def test_an_answer_that_is_missing_or_unreadable_is_named(given, error):
    with pytest.raises(error):
        answered(Asking, given)


def test_nothing_of_a_paper_at_the_head_is_edited(place):
    order = actions.submit(prepare(place, number="1"), by=place.coordinator)
    appendix = queries.appendices_of(order).first()
    at_hand = [
        lambda: actions.edit_paper(order, number="2", dated_on=scene.TODAY, version=order.version, by=None),
        lambda: actions.refresh(order, by=None),
        lambda: actions.refresh(appendix, by=None),
        lambda: actions.add_appendix(order, "regulation", by=None),
        lambda: actions.write_section(order, "preamble", "x", version=order.version, by=None),
        lambda: actions.write_section(appendix, "general", "x", version=appendix.version, by=None),
        lambda: actions.restore_section(appendix, "general", version=appendix.version, by=None),
        lambda: actions.discard(appendix, by=None),
    ]

    for attempt in at_hand:
        with pytest.raises(ForbiddenTransition):
            attempt()
