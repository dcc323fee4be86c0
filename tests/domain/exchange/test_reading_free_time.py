"""Free time as people write it; what is half understood is unknown."""

import pytest

from nastavnik.domain.exchange.reading.cells import free_time

WORKDAYS = range(1, 6)


@pytest.mark.parametrize(
    ("text", "intervals"),
    [
        ("пн 16:00-18:00, ср 13:00-14:00", ((1, 960, 1080), (3, 780, 840))),
        ("пн, ср 15-17", ((1, 900, 1020), (3, 900, 1020))),
        ("понедельник с 14 до 16", ((1, 840, 960),)),
        ("по вторникам с 14.30 до 16.00", ((2, 870, 960),)),
        ("будни после 15:00", tuple((day, 900, 1260) for day in WORKDAYS)),
        ("Пн–Пт 15.00–17.30", tuple((day, 900, 1050) for day in WORKDAYS)),
        ("15-17 по средам", ((3, 900, 1020),)),
        ("сб 10:00-12:00 и 14:00-16:00", ((6, 600, 720), (6, 840, 960))),
        ("пн - 15:00-17:00; вт - 15:00-16:00", ((1, 900, 1020), (2, 900, 960))),
        ("пн 15-16, пн 16-17", ((1, 900, 1020),)),
        ("любое время", tuple((day, 480, 1260) for day in range(1, 8))),
        (None, None),
        ("не знаю", None),
    ],
)
def test_free_time(text, intervals):
    parsed = free_time.free_time(text)

    assert (parsed.value, parsed.code) == (intervals, None)


@pytest.mark.parametrize(
    ("text", "intervals"),
    [
        ("вт14-16", ((2, 840, 960),)),
        ("с 15-00 до 17-00 пн", ((1, 900, 1020),)),
        ("пн 15-00-17-00", ((1, 900, 1020),)),
        ("пн 1500-1700", ((1, 900, 1020),)),
        ("каждый вторник 15:00-16:00", ((2, 900, 960),)),
        ("☑ пн 15:00-16:00 ☐ вт 15:00-16:00 ☑ ср 14-15", ((1, 900, 960), (3, 840, 900))),
        ("[x] пн 15-16\n[ ] вт 15-16", ((1, 900, 960),)),
    ],
)
def test_other_ways_to_write_hours(text, intervals):
    parsed = free_time.free_time(text)

    assert (parsed.value, parsed.code) == (intervals, None)


@pytest.mark.parametrize(
    ("text", "intervals"),
    [
        ("вт 6-7 урок", ((2, 805, 850), (2, 860, 905))),
        ("пн урок 1, ср 2-й урок", ((1, 510, 555), (3, 565, 610))),
        ("вт, чт после 7 урока", ((2, 905, 1260), (4, 905, 1260))),
        ("после 2 смены", tuple((day, 1140, 1260) for day in WORKDAYS)),
        ("свободен после 1 смены", tuple((day, 840, 1260) for day in WORKDAYS)),
        ("1 смена", tuple((day, 840, 1260) for day in WORKDAYS)),
        ("учусь во вторую смену", tuple((day, 480, 780) for day in WORKDAYS)),
        ("пн после II смены, вт 15-17", ((1, 1140, 1260), (2, 900, 1020))),
    ],
)
def test_lessons_and_shifts_are_understood_by_usual_bells_and_told(text, intervals):
    parsed = free_time.free_time(text)

    assert (parsed.value, parsed.code, parsed.severity) == (intervals, "time_by_bells", "note")


@pytest.mark.parametrize(
    "text",
    [
        "после уроков",
        "пн 15-17, ср",
        "3-5 пн",
        "пн 25-26",
        "вт 15:00",
        "17-15 пн",
        "пт-пн 15-17",
        "15-17",
        "пн 9 урок",
        "после 6 урока",
    ],
)
def test_time_half_understood_is_unknown(text):
    parsed = free_time.free_time(text)

    assert (parsed.value, parsed.code, parsed.severity) == (None, "time_unknown", "note")
