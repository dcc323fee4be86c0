from datetime import date

from nastavnik.domain.programmes.timeline import Span, line_over, weeks_of

SEPTEMBER, FEBRUARY = date(2026, 9, 1), date(2027, 2, 1)


def test_a_line_has_whole_months_and_a_place_for_every_day():
    line = line_over([(date(2026, 9, 11), date(2026, 9, 20)), (date(2026, 10, 5), date(2026, 10, 5))])

    assert (line.first, line.last, line.days) == (SEPTEMBER, date(2026, 10, 31), 61)
    assert line.months == [(SEPTEMBER, Span(0.0, 49.18)), (date(2026, 10, 1), Span(49.18, 50.82))]
    assert line.span(date(2026, 9, 11), date(2026, 9, 20)) == Span(16.39, 16.39)
    assert line.span(date(2026, 8, 1), date(2027, 1, 1)) == Span(0.0, 100.0)
    assert (line.place(date(2026, 10, 1)), line.place(date(2026, 11, 1))) == (49.18, None)


def test_nothing_has_no_line_and_a_term_of_a_century_is_cut():
    assert line_over([]) is None
    assert line_over([(SEPTEMBER, date(2126, 9, 1))]).last == date(2029, 8, 31)


def test_weeks_of_a_month_begin_on_monday():
    assert weeks_of(FEBRUARY)[0][0] == FEBRUARY
    assert [len(week) for week in weeks_of(SEPTEMBER)] == [7, 7, 7, 7, 7]
    assert weeks_of(SEPTEMBER)[0] == [None, *(date(2026, 9, day) for day in range(1, 7))]
