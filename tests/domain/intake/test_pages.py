"""Which pages an applicant meets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.intake import pages
from nastavnik.domain.intake.pages import EXTRAS, MENTEE, MENTOR, PAGES, USUAL_EXTRAS, Said, Setting
from tests.effort import examples

USUAL = Setting(extras=frozenset(USUAL_EXTRAS))
FIELDS = sorted({name for page in PAGES for name in page.fields})
SAID = st.builds(
    Said,
    role=st.sampled_from(["", MENTEE, MENTOR, "head"]),
    source=st.sampled_from(["", "self", "guardian", "teacher"]),
    age=st.none() | st.integers(0, 110),
    needs=st.integers(0, 5),
    filled=st.frozensets(st.sampled_from(FIELDS)),
)
SETTING = st.builds(
    Setting,
    roles=st.sampled_from([(MENTEE,), (MENTOR,), (MENTEE, MENTOR)]),
    grown_ups_only=st.booleans(),
    times_matter=st.booleans(),
    extras=st.frozensets(st.sampled_from(EXTRAS)),
    by_staff=st.booleans(),
)


def codes(said, setting=USUAL):
    return [page.code for page in pages.journey(said, setting)]


def test_a_child_is_asked_for_a_class_a_need_and_a_parent_and_for_no_telephone():
    assert codes(Said(role=MENTEE, age=11, needs=2)) == [
        "role", "who", "name", "birth", "group", "need", "main_need", "goal", "why_mentor", "time", "interests", "wish",
        "guardian",
    ]  # fmt: skip


def test_from_fourteen_there_is_a_contact_and_still_a_parent():
    assert codes(Said(role=MENTEE, age=14, needs=1))[-2:] == ["guardian", "contact"]


def test_a_grown_up_mentor_has_work_and_no_parent():
    asked = codes(Said(role=MENTOR, age=40))

    assert "post" in asked
    assert not {"guardian", "group", "need", "goal"} & set(asked)


def test_an_unknown_age_counts_as_a_childs():
    assert "guardian" in codes(Said(role=MENTOR, age=None))


def test_what_the_intake_does_not_ask_is_not_asked():
    bare = Setting(roles=(MENTEE,), times_matter=False)

    assert codes(Said(role=MENTEE, age=11, needs=1), bare) == ["who", "name", "birth", "group", "need", "guardian"]


def test_grown_ups_must_be_reachable_by_one_of_two_ways():
    lone = Said(role=MENTOR, age=40, filled=frozenset({"role", "source", "surname", "given_name", "birth_date", "post",
                                                       "competences"}))  # fmt: skip

    assert [page.code for page in pages.missing(lone, USUAL)] == ["contact"]


def test_a_child_is_told_thou_and_a_parent_reads_of_the_child():
    assert [pages.voice(said) for said in (Said(age=13), Said(age=14), Said(age=None), Said(source="guardian"))] == [
        "thou", "you", "you", "about",
    ]  # fmt: skip


@settings(max_examples=examples(500), deadline=None)
@given(SAID, SETTING)
def test_every_way_through_the_pages_ends_and_comes_back(said, setting):
    met, code = [], ""
    while code := pages.after(code, said, setting):
        met.append(code)
        assert len(met) <= len(PAGES)
    back, code = [], ""
    code = pages.before("check", said, setting)
    while code:
        back.append(code)
        code = pages.before(code, said, setting)

    assert met == [page.code for page in pages.journey(said, setting)]
    assert back == met[::-1]


@settings(max_examples=examples(500), deadline=None)
@given(SAID, SETTING)
def test_nothing_is_missing_that_is_not_asked_and_nothing_asked_is_forgotten(said, setting):
    met = set(pages.journey(said, setting))
    unasked = set(pages.not_asked(said, setting))

    assert set(pages.missing(said, setting)) <= met
    assert not unasked & {name for page in met for name in page.fields}
