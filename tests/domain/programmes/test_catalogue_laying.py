"""How an institution's rows lie over shipped entries, without a database."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.programmes.enums import Kind
from nastavnik.domain.programmes.fitting import About, laid_over, may_fit, usual
from nastavnik.domain.programmes.kinds import KINDS, card
from nastavnik.domain.programmes.shipped import Entry
from tests.effort import examples

SHIPPED = tuple(
    Entry(catalogue, f"{catalogue}-{n}", f"Запись {n}", is_usual=True)
    for catalogue in ("task", "aim")
    for n in range(3)
)


def row(code, *, catalogue="task", title="", position=0, hidden=False, **details):
    return SimpleNamespace(
        catalogue=catalogue,
        code=code,
        title=title,
        text="",
        details=details,
        programme_type="",
        formats=[],
        is_confirmed=True,
        is_hidden=hidden,
        position=position,
        pk=1,
        version=1,
    )


rows = st.lists(
    st.builds(
        row,
        st.sampled_from(["task-0", "task-1", "task-2", "own-1", "own-2"]),
        title=st.sampled_from(["", "Своя"]),
        position=st.integers(0, 60),
        hidden=st.booleans(),
    ),
    unique_by=lambda one: one.code,
)


@given(rows)
@settings(max_examples=examples(200), deadline=None)
def test_rows_over_shipped_never_lose_an_entry(laid):
    found = laid_over(SHIPPED, laid)

    own = {one.code for one in laid if one.code.startswith("own") and one.title}
    assert sorted(one.code for one in found) == sorted({one.code for one in SHIPPED} | own)
    assert all(one.title for one in found)


def test_a_row_without_a_title_only_hides_or_moves():
    found = laid_over(SHIPPED, [row("task-0", hidden=True, position=25)])

    tasks = [one for one in found if one.catalogue == "task"]
    assert [one.code for one in tasks] == ["task-1", "task-0", "task-2"]
    assert (tasks[1].title, tasks[1].is_hidden, tasks[1].is_changed) == ("Запись 0", True, False)


def test_words_over_an_entry_that_is_shipped_no_longer_stay():
    found = laid_over((), [row("task-9", title="Наша задача")])

    assert [(one.code, one.title, one.is_own) for one in found] == [("task-9", "Наша задача", True)]


@pytest.mark.parametrize(
    ("entry", "fits"),
    [
        (Entry("task", "a", "a", formats=("teacher_teacher",)), False),
        (Entry("task", "a", "a", formats=("student_student",)), True),
        (Entry("task", "a", "a", programme_type="teachers"), False),
        (Entry("task", "a", "a", activities=("sport",)), True),  # the activity is not known yet
    ],
)
def test_what_is_not_known_excludes_nothing(entry, fits):
    assert may_fit(entry, About("pupils", "student_student")) is fits


def test_entries_of_the_type_step_back_where_there_are_some_of_the_format():
    of_type = Entry("task", "a", "a", programme_type="pupils", is_usual=True)
    of_format = Entry("task", "b", "b", formats=("x",), is_usual=True)
    danced = Entry("task", "c", "c", activities=("arts",), is_usual=True)
    everywhere = Entry("task", "d", "d", is_usual=True)
    entries = [of_type, of_format, danced, everywhere]

    assert usual(entries, About("pupils", "x")) == [of_format, everywhere]
    assert usual(entries, About("pupils", "y")) == [of_type, everywhere]
    assert usual(entries, About("pupils", "x", activity="arts")) == [of_format, danced, everywhere]


def test_numbers_of_a_kind_stay_within_its_behaviour():
    details = {"behaves_as": "individual", "mentees": 5, "months": 4, "places": 2, "needs_order": False}

    made = card(Entry("kind", "own-1", "Парное", details=details))

    assert made.behaves_as == Kind.INDIVIDUAL
    assert (made.rules.mentees, made.rules.usual_months, made.rules.usual_places) == (1, 4, 2)
    assert (made.rules.order_needed, made.rules.plan_needed) == (False, True)
    assert made.rules.exclusive is KINDS[Kind.INDIVIDUAL].exclusive
