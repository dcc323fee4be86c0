"""What a mentor needs, working days, the self-check. No database."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.intake import self_check
from nastavnik.domain.intake.admission_enums import AdmissionCode as C
from nastavnik.domain.intake.checklist import About, Done, Known, checklist, missing
from nastavnik.domain.intake.working_days import is_working_day, three_working_days
from tests.effort import examples

DAY = date(2026, 11, 23)
ADULT = About(is_minor=False, meets_children=True)
CHILD = About(is_minor=True, meets_children=True)
TEACHER = About(is_minor=False, meets_children=False, is_worker_for_workers=True, asks_training=True)


def lacking(about, known=None):
    return missing(checklist(about, known or Known(), on=DAY))


@pytest.mark.parametrize(
    ("about", "needed"),
    [
        (ADULT, {C.CLEARANCE, C.INTERVIEW}),
        (CHILD, {C.PROCESSING, C.GUARDIAN, C.INTERVIEW}),
        (TEACHER, {C.EMPLOYEE_CONSENT, C.AGREEMENT, C.INTERVIEW, C.TRAINING}),
        (About(is_minor=False, meets_children=False), {C.INTERVIEW}),
    ],
)
def test_what_is_a_must_depends_on_who_and_where(about, needed):
    assert set(lacking(about)) == needed


def test_training_is_shown_and_no_must_where_the_course_does_not_ask_for_it_before_admission():
    about = About(is_minor=False, meets_children=True, asks_training=False)

    assert C.TRAINING in {point.code for point in checklist(about, Known(), on=DAY)}
    assert C.TRAINING not in lacking(about)


def test_the_law_is_not_waived_and_the_institution_may_waive_its_own():
    known = Known(waived={C.CLEARANCE: "знаем его", C.INTERVIEW: "наставник третий год"})

    assert lacking(ADULT, known) == (C.CLEARANCE,)


def test_a_clearance_that_is_over_keeps_out_and_one_that_ends_soon_is_marked():
    def clearance(until):
        known = Known(done={C.CLEARANCE: Done(date(2025, 9, 1), until)})
        return next(point for point in checklist(ADULT, known, on=DAY) if point.code == C.CLEARANCE)

    assert (clearance(DAY - timedelta(days=1)).keeps_out, clearance(DAY).keeps_out) == (True, False)
    assert (clearance(DAY + timedelta(days=30)).is_soon, clearance(DAY + timedelta(days=31)).is_soon) == (True, False)


@pytest.mark.parametrize(
    ("notice", "last"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),  # Monday → Thursday
        (date(2026, 11, 27), date(2026, 12, 2)),  # over a weekend
        (date(2026, 11, 3), date(2026, 11, 9)),  # 4 November is a holiday
        (date(2026, 12, 30), date(2027, 1, 12)),  # over the New Year: 31st, 11th, 12th
    ],
)
def test_three_working_days_lie_between_the_notice_and_the_last_day(notice, last):
    assert three_working_days(notice) == last


def test_days_off_of_the_institution_lengthen_the_notice():
    assert three_working_days(DAY, {date(2026, 11, 24)}) == date(2026, 11, 27)


@settings(max_examples=examples(100), deadline=None)
@given(
    notice=st.dates(date(2025, 1, 1), date(2030, 1, 1)),
    days_off=st.sets(st.dates(date(2025, 1, 1), date(2030, 1, 1)), max_size=8),
)
def test_exactly_three_working_days_pass_after_any_notice(notice, days_off):
    last = three_working_days(notice, days_off)
    between = [notice + timedelta(days=number) for number in range(1, (last - notice).days + 1)]

    assert sum(is_working_day(day, days_off) for day in between) == 3
    assert is_working_day(last, days_off)


def test_the_self_check_hints_at_what_was_not_ticked():
    ticked = {one.code for one in self_check.ALL} - {"learn", "not_instead"}

    assert [one.code for one in self_check.hints({*ticked, "made_up"})] == ["learn", "not_instead"]
    assert {"who_does_what", "not_instead", "honest_praise"} == {one.code for one in self_check.MISTAKES}
