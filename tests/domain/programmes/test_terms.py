"""Terms of roadmap rows: what words mean, how they are said, where they go when the start moves."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.programmes.enums import TermKind
from nastavnik.domain.programmes.terms import (
    NotATerm,
    Term,
    days_term,
    is_whole_months,
    month_term,
    months_term,
    outside,
    parse_term,
    said,
    shifted,
    snapped,
)
from tests.effort import examples

SEPTEMBER = date(2026, 9, 1)
UNTIL = date(2027, 5, 31)
YEAR = days_term(SEPTEMBER, UNTIL)


def day(day, month, year=2026):
    return days_term(date(year, month, day), date(year, month, day))


def months(first, last, year=2026, last_year=2026):
    return months_term(date(year, first, 1), date(last_year, last, 1))


def days(first, last):
    return days_term(date(*first), date(*last))


WORDS = {
    "сентябрь 2026": month_term(2026, 9),
    "Сент. 2020": month_term(2020, 9),
    "Сентябрь": month_term(2026, 9),
    "август": month_term(2026, 8),
    "июль": month_term(2027, 7),
    "март": month_term(2027, 3),
    "май 2027 г.": month_term(2027, 5),
    "09.2026": month_term(2026, 9),
    "Окт.\n2020\n-\nМай 2021": months(10, 5, 2020, 2021),
    "Окт. 2020 - Май 2021": months(10, 5, 2020, 2021),
    "Окт. \n- апр. 2020 -2021": months(10, 4, 2020, 2021),
    "Окт.\n-май\n2020-2021": months(10, 5, 2020, 2021),
    "октябрь 2026 – май 2027": months(10, 5, 2026, 2027),
    "октябрь – май 2027": months(10, 5, 2026, 2027),
    "сентябрь–май": months(9, 5, 2026, 2027),
    "август-сентябрь": months(8, 9),
    "сентябрь - октябрь 2026 года": months(9, 10),
    "сентябрь, октябрь": months(9, 10),
    "декабрь и январь": months(12, 1, 2026, 2027),
    "с сентября по май": months(9, 5, 2026, 2027),
    "15 октября": day(15, 10),
    "15 января": day(15, 1, 2027),
    "15-го октября 2026 г.": day(15, 10),
    "15.10.2026": day(15, 10),
    "15.10.26 г.": day(15, 10),
    "2026-10-15 00:00:00": day(15, 10),
    "01.09.2026–30.09.2026": days((2026, 9, 1), (2026, 9, 30)),
    "01.09. - 30.09.2026": days((2026, 9, 1), (2026, 9, 30)),
    "с 01.09.2026 по 15.10.2026": days((2026, 9, 1), (2026, 10, 15)),
    "1–15 октября": days((2026, 10, 1), (2026, 10, 15)),
    "с 20 декабря по 10 января": days((2026, 12, 20), (2027, 1, 10)),
    "до 15 октября": days((2026, 9, 1), (2026, 10, 15)),
    "не позднее 15.10.2026 г.": days((2026, 9, 1), (2026, 10, 15)),
    "до 15 августа": day(15, 8),
    "до октября": month_term(2026, 9),
    "до конца октября": months(9, 10),
    "с октября": months(10, 5, 2026, 2027),
    "начало октября": days((2026, 10, 1), (2026, 10, 10)),
    "конец февраля 2027": days((2027, 2, 21), (2027, 2, 28)),
    "I квартал": months(1, 3, 2027, 2027),
    "4-й кв. 2026 г.": months(10, 12),
    "I полугодие": months(9, 12),
    "2 полугодие": months(1, 5, 2027, 2027),
    "третья четверть": months(1, 3, 2027, 2027),
    "2026–2027 уч. год": months(9, 5, 2026, 2027),
    "2026/27 учебный год": months(9, 5, 2026, 2027),
    "в течение 2026-2027 учебного года": months(9, 5, 2026, 2027),
    "сентябрь 2026-2027 уч.г.": month_term(2026, 9),
    "апрель 2026/2027 уч. года": month_term(2027, 4),
    "в течение года": YEAR,
    "В течение всего учебного года": YEAR,
    "весь период": YEAR,
    "в течение срока реализации программы": YEAR,
    "ежегодно": Term(TermKind.YEARLY, SEPTEMBER, UNTIL),
    "Ежегодно, сентябрь": Term(TermKind.YEARLY, date(2026, 9, 1), date(2026, 9, 30)),
    "октябрь (ежегодно)": Term(TermKind.YEARLY, date(2026, 10, 1), date(2026, 10, 31)),
    "ежегодно до 15 октября": Term(TermKind.YEARLY, SEPTEMBER, date(2026, 10, 15), "ежегодно до 15 октября"),
    "постоянно": Term(TermKind.WORDS, SEPTEMBER, UNTIL, "постоянно"),
    "Ежемесячно": Term(TermKind.WORDS, SEPTEMBER, UNTIL, "Ежемесячно"),
    "ежемесячно,\nоктябрь–май": Term(TermKind.WORDS, date(2026, 10, 1), UNTIL, "ежемесячно, октябрь–май"),
    "ежемесячно до 5 числа": Term(TermKind.WORDS, SEPTEMBER, UNTIL, "ежемесячно до 5 числа"),
}
WITHOUT_DAYS = (
    "ежеквартально", "1 раз в четверть", "1 раз в месяц", "Один раз в неделю.", "не реже 2 раз в месяц",
    "1 раз в 2 недели", "по мере необходимости", "по необходимости", "по отдельному графику", "согласно графику",
)  # fmt: skip
IN_DECEMBER = {
    "сентябрь": month_term(2026, 9),
    "октябрь–апрель": months(10, 4, 2026, 2027),
    "сентябрь–май": months(9, 5, 2026, 2027),
    "декабрь": month_term(2026, 12),
    "январь": month_term(2027, 1),
    "июнь": month_term(2027, 6),
    "15 ноября": day(15, 11),
    "до 15 ноября": day(15, 11),
    "с октября": months(10, 5, 2026, 2027),
}

NOT_UNDERSTOOD = {
    "": "empty",
    " \n ": "empty",
    "по мере готовности": "unclear",
    "систематически проводить встречи": "unclear",
    "сентябрь, январь, май": "unclear",
    "5 квартал": "unclear",
    "31.02.2027": "no_such_day",
    "32 октября": "no_such_day",
    "май 2027 – октябрь 2026": "ends_before_start",
    "30.09.2026–01.09.2026": "ends_before_start",
    "2027-2026 уч. год": "ends_before_start",
}


@pytest.mark.parametrize("words", WORDS, ids=str)
def test_words_of_plans_are_understood(words):
    assert parse_term(words, SEPTEMBER, UNTIL) == WORDS[words]


@pytest.mark.parametrize("words", WITHOUT_DAYS, ids=str)
def test_a_term_without_days_keeps_its_words(words):
    term = parse_term(words, SEPTEMBER, UNTIL)

    assert (term.term_kind, term.starts_on, term.ends_on) == (TermKind.WORDS, SEPTEMBER, UNTIL)
    assert said(term) == words.strip(".")


@pytest.mark.parametrize("words", IN_DECEMBER, ids=str)
def test_words_without_a_year_stay_in_the_programme_or_its_school_year(words):
    assert parse_term(words, date(2026, 12, 1), UNTIL) == IN_DECEMBER[words]


def test_a_programme_over_a_calendar_year_takes_the_months_that_lie_in_it():
    year = (date(2026, 12, 1), date(2027, 11, 30))

    assert parse_term("сентябрь", *year) == month_term(2027, 9)
    assert parse_term("октябрь–апрель", *year) == months(10, 4, 2026, 2027)


def test_every_year_by_a_day_keeps_its_words_whenever_the_programme_begins():
    words = "Ежегодно до 1 сентября"

    assert [said(parse_term(words, start, UNTIL)) for start in (SEPTEMBER, date(2026, 12, 1))] == [words, words]


@pytest.mark.parametrize(
    ("term", "where"),
    [
        (month_term(2026, 11), "before"),
        (months(11, 12), ""),
        (month_term(2027, 5), ""),
        (months(5, 6, 2027, 2027), "after"),
        (days((2027, 5, 20), (2027, 5, 30)), "after"),
        (Term(TermKind.WORDS, SEPTEMBER, date(2027, 8, 31), "ежемесячно"), ""),
    ],
)
def test_what_lies_outside_of_the_programme_is_known(term, where):
    assert outside(term, date(2026, 12, 1), date(2027, 5, 29)) == where


@pytest.mark.parametrize("words", NOT_UNDERSTOOD, ids=str)
def test_what_is_no_term_is_refused_with_its_reason(words):
    with pytest.raises(NotATerm) as refusal:
        parse_term(words, SEPTEMBER, UNTIL)

    assert refusal.value.code == NOT_UNDERSTOOD[words]


def test_without_an_end_the_programme_ends_with_its_school_year():
    assert parse_term("в течение года", date(2027, 1, 15)) == days((2027, 1, 15), (2027, 5, 31))
    assert parse_term("в течение года", date(2026, 8, 20)) == days((2026, 8, 20), (2027, 5, 31))


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (day(15, 10), "15.10.2026"),
        (days((2026, 9, 1), (2026, 10, 15)), "01.09.2026 – 15.10.2026"),
        (month_term(2026, 10), "октябрь 2026"),
        (months(9, 10), "сентябрь – октябрь 2026"),
        (months(10, 5, 2026, 2027), "октябрь 2026 – май 2027"),
        (Term(TermKind.MONTH, date(2026, 10, 3), date(2026, 10, 31)), "03.10.2026 – 31.10.2026"),
        (Term(TermKind.YEARLY, SEPTEMBER, UNTIL), "ежегодно"),
        (Term(TermKind.YEARLY, date(2026, 9, 1), date(2026, 9, 30)), "ежегодно, сентябрь"),
        (Term(TermKind.YEARLY, date(2026, 9, 1), date(2026, 10, 31)), "ежегодно, сентябрь – октябрь"),
        (Term(TermKind.YEARLY, date(2026, 9, 1), date(2026, 10, 15)), "ежегодно, 1 сентября – 15 октября"),
    ],
)
def test_a_term_is_said_as_it_was_meant(term, words):
    assert said(term) == words


DAYS = st.dates(date(2026, 8, 1), date(2027, 7, 31))


@st.composite
def terms(draw):
    first, last = sorted((draw(DAYS), draw(DAYS)))
    yearly = Term(TermKind.YEARLY, first, min(last, first + timedelta(days=90)))
    return draw(st.sampled_from([days_term(first, last), months_term(first, last), days_term(first, first), yearly]))


@settings(max_examples=examples(500), deadline=None)
@given(terms())
def test_what_is_said_is_understood_as_the_same(term):
    assert parse_term(said(term), SEPTEMBER, UNTIL) == term


@settings(max_examples=examples(500), deadline=None)
@given(st.text(max_size=60), st.dates(date(2000, 2, 1), date(2090, 1, 1)))
def test_any_words_are_a_term_in_order_or_not_a_term(words, around):
    try:
        term = parse_term(words, around)
    except NotATerm:
        return

    assert term.starts_on <= term.ends_on


def row(term, start=SEPTEMBER):
    return SimpleNamespace(
        term_kind=term.term_kind, first_day=(term.starts_on - start).days, last_day=(term.ends_on - start).days
    )


@pytest.mark.parametrize(
    ("term", "new_start", "words"),
    [
        (month_term(2026, 10), date(2026, 9, 10), "октябрь 2026"),
        (month_term(2026, 10), date(2026, 8, 25), "октябрь 2026"),
        (month_term(2026, 10), date(2026, 10, 1), "ноябрь 2026"),
        (month_term(2027, 2), date(2027, 9, 1), "февраль 2028"),
        (months(10, 5, 2026, 2027), date(2027, 9, 6), "октябрь 2027 – май 2028"),
        (day(15, 10), date(2026, 9, 8), "22.10.2026"),
        (Term(TermKind.YEARLY, date(2026, 9, 1), date(2026, 9, 30)), date(2027, 9, 1), "ежегодно, сентябрь"),
    ],
)
def test_months_stay_months_when_the_start_moves_and_days_keep_their_distance(term, new_start, words):
    first, last = shifted(row(term), SEPTEMBER, new_start)

    moved = Term(term.term_kind, new_start + timedelta(days=first), new_start + timedelta(days=last))
    assert said(moved) == words


@settings(max_examples=examples(300), deadline=None)
@given(DAYS, st.dates(date(2025, 1, 1), date(2029, 1, 1)))
def test_a_month_moved_there_and_back_is_the_same_month(first, new_start):
    term = months_term(first, first + timedelta(days=45))
    before = row(term)

    there = shifted(before, SEPTEMBER, new_start)
    back = shifted(
        SimpleNamespace(term_kind=term.term_kind, first_day=there[0], last_day=there[1]), new_start, SEPTEMBER
    )

    assert back == (before.first_day, before.last_day)
    assert is_whole_months(new_start + timedelta(days=there[0]), new_start + timedelta(days=there[1]))


@pytest.mark.parametrize(
    ("kind", "days", "start", "words"),
    [
        (TermKind.MONTH, (0, 29), date(2026, 9, 1), "сентябрь 2026"),
        (TermKind.MONTH, (30, 60), date(2026, 9, 1), "октябрь 2026"),
        (TermKind.MONTH, (30, 60), date(2026, 9, 14), "октябрь 2026"),
        (TermKind.MONTH, (0, 29), date(2026, 9, 21), "октябрь 2026"),
        (TermKind.MONTHS, (30, 272), date(2026, 9, 1), "октябрь 2026 – май 2027"),
        (TermKind.MONTHS, (30, 241), date(2026, 9, 7), "октябрь 2026 – апрель 2027"),
        (TermKind.MONTHS, (0, 3), date(2026, 9, 1), "сентябрь 2026"),
        (TermKind.MONTH, (365, 394), date(2026, 9, 1), "сентябрь 2027"),
        (TermKind.SPAN, (30, 60), date(2026, 9, 14), "14.10.2026 – 13.11.2026"),
    ],
)
def test_months_of_a_template_are_whole_months_wherever_the_programme_begins(kind, days, start, words):
    first, last = snapped(kind, *days, start)

    assert said(Term(kind, start + timedelta(days=first), start + timedelta(days=last))) == words
