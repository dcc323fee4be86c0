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
    "text", ["после уроков", "пн 15-17, ср", "3-5 пн", "пн 25-26", "вт 15:00", "17-15 пн", "пт-пн 15-17", "15-17"]
)
def test_time_half_understood_is_unknown(text):
    parsed = free_time.free_time(text)

    assert (parsed.value, parsed.code, parsed.severity) == (None, "time_unknown", "note")
