"""Days of a month in words: «двенадцатого марта», «двадцать первое мая»."""

import re

STEMS = (
    *("перв", "втор", "трет", "четв[её]рт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат"),
    *("двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат"),
    *("двадцат", "двадцать перв", "двадцать втор", "двадцать трет", "двадцать четв[её]рт", "двадцать пят"),
    *("двадцать шест", "двадцать седьм", "двадцать восьм", "двадцать девят", "тридцат", "тридцать перв"),
)
ENDINGS = "(?:ого|его|ьего|ое|ье)"
MONTHS = "(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
# The longest first: «двадцать первого» is not «первого».
_DAYS = sorted(enumerate(STEMS, start=1), key=lambda day: -len(day[1]))
_WORDS = "|".join(f"(?P<d{day}>{stem.replace(' ', '[ -]')}{ENDINGS})" for day, stem in _DAYS)
DAY_IN_WORDS = re.compile(rf"(?<![а-яё])(?:{_WORDS})(?=\s+{MONTHS})", re.IGNORECASE)


def days_in_digits(text: str) -> str:
    """The same text with the number where the day of a month stands in words; anything else stays."""
    return DAY_IN_WORDS.sub(lambda match: str(match.lastgroup or "")[1:], text)
