"""Lessons and shifts as hours of the day by the bells most schools have: lessons from 8:30, second shift from 14:00.

A school's own bells are not in the list, so whatever is understood with these is told to the reader.
"""

import re

STARTS = (8 * 60 + 30, 9 * 60 + 25, 10 * 60 + 25, 11 * 60 + 30, 12 * 60 + 30, 13 * 60 + 25, 14 * 60 + 20, 15 * 60 + 15)
LESSON_MINUTES = 45
DAY_BEGINS, FIRST_ENDS, SECOND_BEGINS, SECOND_ENDS, DAY_ENDS = 8 * 60, 14 * 60, 14 * 60, 19 * 60, 21 * 60
MORNING = (DAY_BEGINS, 13 * 60)  # of those who have lessons in the second shift
AFTER_FIRST, AFTER_SECOND = (FIRST_ENDS, DAY_ENDS), (SECOND_ENDS, DAY_ENDS)
OF_SHIFTS = (MORNING, AFTER_FIRST, AFTER_SECOND)
ARE_MEANT = re.compile(r"урок|смен")

ORDER = r"(?:-?(?:й|ый|ой|го|ого|м|ом|я|ю|ую|ой|ей))?"
LESSONS = (
    rf"(?P<lessons>(?P<lead>после\s+|с\s+|на\s+)?(?P<numbers>\d{ORDER}(?:\s*(?:[-,]|и)\s*\d{ORDER}){{0,7}})"
    rf"\s*урок\w*|(?:после\s+)?урок\w*\s*(?P<behind>\d(?:\s*(?:[-,]|и)\s*\d){{0,7}})(?![\d:.]))"
)
SHIFT = (
    r"(?P<shift>(?P<when>после\s+|до\s+|(?:учусь|учится|учеба|занят|занята|уроки)?\s*(?:в|во)?\s*)"
    rf"(?:(?P<first>1|i|перв\w+)|(?P<second>2|ii|втор\w+)){ORDER}\s*смен\w*)"
)


def lessons(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """The hours of the lessons named; after the last of them, where «после» is said. Nothing for no such lesson."""
    told = match["numbers"] or match["behind"]
    numbers = _numbers(told)
    if not numbers or any(not 1 <= number <= len(STARTS) for number in numbers):
        return ()
    if match["lessons"].startswith("после"):
        return ((STARTS[max(numbers) - 1] + LESSON_MINUTES, DAY_ENDS),)
    if (match["lead"] or "").startswith("с"):
        return ((STARTS[min(numbers) - 1], DAY_ENDS),)
    return tuple((STARTS[number - 1], STARTS[number - 1] + LESSON_MINUTES) for number in numbers)


def shift(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """The hours free of a shift: «после 2 смены», «до 2 смены», «учусь в 1 смену»."""
    when, is_first = match["when"].strip(), bool(match["first"])
    if when == "после":
        return (AFTER_FIRST if is_first else AFTER_SECOND,)
    if when == "до":
        return () if is_first else (MORNING,)
    return free_of(1 if is_first else 2)


def free_of(number: int) -> tuple[tuple[int, int], ...]:
    """When those who have lessons in a shift are free on a school day."""
    return (AFTER_FIRST,) if number == 1 else (MORNING,)


def _numbers(text: str) -> list[int]:
    """«6-7», «1,2», «3 и 5» as single lessons."""
    found: list[int] = []
    for first, last in re.findall(rf"(\d){ORDER}(?:\s*-\s*(\d))?", text):
        found += range(int(first), int(last or first) + 1)
    return sorted(set(found))
