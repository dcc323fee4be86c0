"""Free time as people write it: «пн 16:00-18:00, ср 13:00-14:00», «пн, ср 15-17», «будни после 15:00»,
«вт 6-7 урок», «после 2 смены», «☑ пн 15-16 ☐ вт 15-16»."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from nastavnik.domain.exchange.reading.cells import Parsed, bells, is_blank, text_of
from nastavnik.domain.exchange.records import Cell, Interval
from nastavnik.domain.people.normal import DASHES, tidy

DAY_BEGINS, DAY_ENDS = 8 * 60, 21 * 60  # «после 15» means until nine, «до 15» from eight
EARLIEST_HOUR = 7  # «3-5» is more likely the afternoon than the night: ask rather than guess
DAYS = (
    *(r"пн|пон\w*", r"вт|вторник\w*|втор", r"ср|сред\w*", r"чт|чет\w*", r"пт|пят\w*", r"сб|суб\w*"),
    r"вс|воск\w*",
)


def _clock(name: str) -> str:
    """«15», «15:30», «15.30», «15 ч» with its hours and minutes under `name`."""
    return rf"(?P<{name}h>\d{{1,2}})(?:[:.](?P<{name}m>\d{{2}}))?(?:\s*ч(?:ас\w*|\b)\.?)?"


NAMED_DAYS = "|".join(rf"(?P<d{number}>(?:{day})(?![а-я]))" for number, day in enumerate(DAYS, 1))
TOKEN = re.compile(
    rf"{bells.LESSONS}|{bells.SHIFT}"
    rf"|(?P<range>(?:с\s+)?{_clock('start')}\s*(?:-|до|по)\s*{_clock('end')})"
    rf"|(?P<after>(?:после|от|с)\s+{_clock('from')})|(?P<before>до\s+{_clock('until')})"
    rf"|(?P<dash>-)|{NAMED_DAYS}"
    r"|(?P<work>будн\w*|рабочи\w+(?:\s+дни)?)|(?P<weekend>выходн\w*)"
    r"|(?P<every>ежедневно|кажды\w+ день|все дни|любой день)"
    r"|(?P<noise>[,;.:\s()]+|(?:по|в|во|и|или|дни|дням|день|удобно|можно|примерно|свобод\w*|каждый|каждую|каждое|ч|час\w*)\b)"
)
MINUTES_AFTER_DASH = re.compile(r"\b(\d{1,2})-([0-5][05])(?=\s*(?:-|до|по)\s*\d{1,2}[-:.][0-5]\d)")
SECOND_AFTER_DASH = re.compile(r"(?<=[:.]\d\d)(\s*(?:-|до|по)\s*\d{1,2})-([0-5][05])\b")
SOLID_CLOCKS = re.compile(r"\b(\d{2})([0-5][05])\s*-\s*(\d{2})([0-5][05])\b")
EMPTY_BOX = re.compile(r"(?:☐|\[\s?\]|□)[^☐☑☒✓✔□\[\n]*")
TICKED_BOX = re.compile(r"☑|☒|✓|✔|\[[xхv+]\]")
ANY_TIME = re.compile(r"(?:в\s+)?любое(?:\s+время)?|(?:всегда|весь день ежедневно|круглосуточно)")
WEEK = tuple(range(1, 8))
LONGEST = 1_000

Token = tuple[str, tuple[int, ...]]  # "days" with weekdays, or "time" with a start and an end in minutes


def free_time(cell: Cell) -> Parsed:
    """Intervals (weekday 1..7, start minute, end minute), merged and in order; None where empty.

    What is not wholly understood is unknown as a whole (`time_unknown`): half a week would look like a full one.
    Lessons and shifts are understood by usual bells and told (`time_by_bells`).
    """
    return Parsed(None) if is_blank(cell) else _parsed(text_of(cell))


@lru_cache(maxsize=2048)
def _parsed(written: str) -> Parsed:
    text = DASHES.sub("-", tidy(_ticked_only(written)).lower()).replace("ё", "е")
    if ANY_TIME.fullmatch(text.strip(" .")):
        return Parsed(tuple((day, DAY_BEGINS, DAY_ENDS) for day in WEEK))
    tokens = tokens_of(text) if len(text) <= LONGEST else None
    intervals = _intervals(tokens) if tokens else None
    if not intervals:
        return Parsed(None, "time_unknown", {"text": tidy(written)[:60]})
    if bells.ARE_MEANT.search(text):
        return Parsed(merged(intervals), "time_by_bells", {"text": tidy(written)[:60]})
    return Parsed(merged(intervals))


def _ticked_only(text: str) -> str:
    """Of boxes printed one after another those that are ticked."""
    return TICKED_BOX.sub(" ", EMPTY_BOX.sub(" ", text)) if TICKED_BOX.search(text.lower()) else text


def clocks_with_colons(text: str) -> str:
    """«15-00 - 17-00» and «1500-1700» as 15:00 - 17:00; «15-17» stays two hours."""
    text = SOLID_CLOCKS.sub(r"\1:\2-\3:\4", text)
    return SECOND_AFTER_DASH.sub(r"\1:\2", MINUTES_AFTER_DASH.sub(r"\1:\2", text))


def tokens_of(text: str) -> list[Token] | None:
    """("days", days) and ("time", (start, end)) of a text in small letters; None where a piece is neither."""
    tokens: list[Token] = []
    text = clocks_with_colons(text)
    at, dash = 0, False
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            return None
        at = match.end()
        if match["noise"] is not None:
            continue
        if match["dash"]:
            dash = True
            continue
        token = _token(match)
        if token is None:
            return None
        if token[0] == "times":
            if dash:
                return None
            tokens += [("time", bounds) for bounds in token[1]]
            continue
        if dash and not _join(tokens, token):
            return None
        if not dash:
            tokens.append(token)
        dash = False
    return None if dash else tokens


def _token(match: re.Match[str]) -> Any:
    if match["lessons"] or match["shift"]:
        found = bells.lessons(match) if match["lessons"] else bells.shift(match)
        return ("times", found) if found else None
    if match["range"] or match["after"] or match["before"]:
        return _time(match)
    if match["work"]:
        return "days", WEEK[:5]
    if match["weekend"]:
        return "days", WEEK[5:]
    if match["every"]:
        return "days", WEEK
    return "days", tuple(day for day in WEEK if match[f"d{day}"])


def _time(match: re.Match[str]) -> Token | None:
    start, end = _minutes(match, "start"), _minutes(match, "end")
    if match["after"]:
        start, end = _minutes(match, "from"), DAY_ENDS
    if match["before"]:
        start, end = DAY_BEGINS, _minutes(match, "until")
    if start is None or end is None or start >= end or start < EARLIEST_HOUR * 60:
        return None
    return "time", (start, end)


def _minutes(match: re.Match[str], name: str) -> int | None:
    """Minutes since midnight of a clock in `match`, None where it is absent or shows no time."""
    if match[f"{name}h"] is None:
        return None
    hour, minute = int(match[f"{name}h"]), int(match[f"{name}m"] or 0)
    return hour * 60 + minute if minute < 60 and hour * 60 + minute <= 24 * 60 else None


def _join(tokens: list[Token], last: Token) -> bool:
    """After a dash: «пн-пт» becomes a range of days, «пн - 15:00-17:00» a day with its time; else False."""
    if not tokens or tokens[-1][0] != "days":
        return False
    if last[0] == "time":
        tokens.append(last)
        return True
    first = tokens[-1][1][-1]
    if len(last[1]) != 1 or first >= last[1][0]:
        return False
    tokens[-1] = ("days", (*tokens[-1][1][:-1], *range(first, last[1][0] + 1)))
    return True


def _intervals(tokens: list[Token]) -> list[Interval] | None:
    """Days take the times that follow them; where times come first («15-17 по пн, ср»), they take the days."""
    if all(kind == "time" for kind, _ in tokens):
        return _on_workdays(tokens)
    if tokens[0][0] == "time":
        tokens = _days_first(tokens)
    intervals: list[Interval] = []
    days: tuple[int, ...] = ()
    had_time = True
    for kind, numbers in tokens:
        if kind == "days":
            days = numbers if had_time else days + numbers
            had_time = False
            continue
        if not days:
            return None
        intervals += [(day, numbers[0], numbers[1]) for day in days]
        had_time = True
    return intervals if had_time else None


def _on_workdays(tokens: list[Token]) -> list[Interval] | None:
    """«После 2 смены» names no day: shifts are of school days. Any other hours without a day are not understood."""
    if not all(tuple(bounds) in bells.OF_SHIFTS for _, bounds in tokens):
        return None
    return [(day, bounds[0], bounds[1]) for day in WEEK[:5] for _, bounds in tokens]


def _days_first(tokens: list[Token]) -> list[Token]:
    turned: list[Token] = []
    times: list[Token] = []
    for token in [*tokens, ("time", ())]:
        if token[0] == "days":
            turned += [token]
            continue
        if turned and turned[-1][0] == "days":
            turned += times
            times = []
        times = [*times, token]
    return turned


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """In order, without overlaps."""
    joined: list[Interval] = []
    for day, start, end in sorted(set(intervals)):
        if joined and joined[-1][0] == day and start <= joined[-1][2]:
            joined[-1] = (day, joined[-1][1], max(end, joined[-1][2]))
            continue
        joined.append((day, start, end))
    return tuple(joined)
