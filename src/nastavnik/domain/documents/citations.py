"""Citations of acts in a text: what is cited, and whether the register knows it so. Pure: no Django, no database.

Schools copy papers from each other with wrong years and wrong numbers («ст. 358.1» for 351.8). A citation is flagged,
never corrected by itself: the sentence says what the register has.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FlagCode(StrEnum):
    NOT_YET = "not_yet"  # in force later than the day of the paper
    NO_MORE = "no_more"  # out of force on the day
    WRONG_DATE = "wrong_date"  # the number is known, with another date
    MISTYPED = "mistyped"  # one sign off a number that is known
    UNKNOWN = "unknown"  # an act by its form, and not in the register


@dataclass(frozen=True)
class KnownAct:
    """An act of the register, as far as citations go."""

    number: str
    title: str
    adopted_on: date | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    replaced_by: str = ""


@dataclass(frozen=True)
class Citation:
    """`words` as they stand in the text; `number` folded; the date where it stands beside the number."""

    words: str
    number: str
    day: date | None


@dataclass(frozen=True)
class Flag:
    code: FlagCode
    cited: str
    acts: tuple[KnownAct, ...] = ()  # what the register has: one, or the few that a slip may have meant


MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
DAY = r"от\s+(?P<day>\d{1,2})[.\s ]+(?P<month>\d{1,2}|[а-я]+)[.\s ]+(?P<year>\d{4})(?:\s*(?:г\.|года))?"
WRITTEN_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:\.|\s+)(\d{{1,2}}(?=\.)|(?:{'|'.join(MONTHS)})[а-я]*)(?:\.|\s+)(\d{{4}})\b", re.IGNORECASE
)
# Numbers by their form alone («273-ФЗ», «1264-р», «Р-145», «АЗ-1128/08»); bare numbers only behind the word of an act.
MOST_MEANT = 3
HYPHEN = r"[-\u2010\u2011\u2013]"
FORMED = rf"\d{{1,4}}{HYPHEN}ФЗ|\d{{1,5}}{HYPHEN}р(?![а-яё])|[А-ЯЁA-Z]{{1,3}}{HYPHEN}\d{{1,5}}(?:/\d{{1,3}})?"
LAW = re.compile(rf"(?:{DAY}\s*(?:года\s*)?)?№?\s*(?P<number>{FORMED})(?:\s+{DAY.replace('?P<', '?P<after_')})?")
BARE = re.compile(
    rf"(?:приказ\w*|указ\w*|постановлени\w+)[^.;]{{0,120}}?{DAY}\s*№\s*(?P<number>\d{{1,4}})(?![\w/\u2010\u2011\u2013-])",
    re.IGNORECASE,
)
# Only articles with a point: «ст. 351.8»; those without one are too many to keep in a register.
ARTICLE = re.compile(
    r"\b(?:ст\.|стать(?:я|и|ёй|ей|ю|е))\s*(?P<number>\d{2,3}\.\d{1,2})(?=[\s ),;.]*(?:ТК|Труд|трудов))", re.IGNORECASE
)
# Such numbers are given by the state alone; «ОД-42» or a bare number may be the institution's own.
FEDERAL = re.compile(r"-фз$|-р$|^ст\.")
# Latin letters that look Cyrillic, and the dashes people type for a hyphen.
FOLD = str.maketrans("ABCEHKMOPTXabcehkmoptx\u2010\u2011\u2013\u2014", "АВСЕНКМОРТХавсенкмортх----")


def folded(number: str) -> str:
    """A number as it is compared: «P-145» in Latin letters is «р-145»."""
    return "".join(number.translate(FOLD).casefold().split())


def citations(text: str) -> Iterator[Citation]:
    """Acts cited in a text, in their order."""
    found = [(match.start(), _citation(match)) for pattern in (LAW, BARE) for match in pattern.finditer(text)]
    found += [
        (match.start(), Citation(match.group(0), f"ст.{match['number']}", None)) for match in ARTICLE.finditer(text)
    ]
    yield from (citation for _start, citation in sorted(found, key=lambda pair: pair[0]))


def impossible_days(text: str) -> tuple[str, ...]:
    """Days of a text that no calendar has: «31.02.2026»."""
    return tuple(found[0] for found in WRITTEN_DAY.finditer(text) if _day(*found.groups()) is None)


def check(text: str, acts: Sequence[KnownAct], on: date) -> tuple[Flag, ...]:
    """What should be looked at among the citations of a paper of this day, each once.

    `acts` are the whole register, dead acts too. A local order («приказ № 42-ОД») is not an act by its form and is
    never flagged.
    """
    by_number: dict[str, list[KnownAct]] = {}
    for act in acts:
        if act.number:
            by_number.setdefault(folded(act.number), []).append(act)
    flags = (_flag(citation, by_number, on) for citation in citations(text))
    return tuple(dict.fromkeys(flag for flag in flags if flag))


def _citation(match: re.Match[str]) -> Citation:
    groups = match.groupdict()
    parts = [groups.get(name) or groups.get(f"after_{name}") for name in ("day", "month", "year")]
    return Citation(match.group(0).strip(), folded(match["number"]), _day(*parts) if all(parts) else None)


def _day(day: str | None, month: str | None, year: str | None) -> date | None:
    number = _month(month or "")
    try:
        return date(int(year or 0), number, int(day or 0)) if number else None
    except ValueError:
        return None


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next((position for position, stem in enumerate(MONTHS, 1) if word.lower().startswith(stem)), 0)


def _flag(citation: Citation, known: dict[str, list[KnownAct]], on: date) -> Flag | None:
    acts = known.get(citation.number)
    if not acts:
        return _unknown(citation, known)
    dated = [act for act in acts if citation.day is None or act.adopted_on in (None, citation.day)]
    if not dated:
        return None if _is_anybodys(citation) else Flag(FlagCode.WRONG_DATE, citation.words, (acts[0],))
    act = next((act for act in dated if _in_force(act, on)), None)
    if act:
        return None
    last = dated[-1]
    if last.in_force_to and last.in_force_to < on:
        return Flag(FlagCode.NO_MORE, citation.words, (last,))
    return Flag(FlagCode.NOT_YET, citation.words, (last,))


def _unknown(citation: Citation, known: dict[str, list[KnownAct]]) -> Flag | None:
    near = [act for number, acts in known.items() if _is_near(number, citation.number) for act in acts]
    same_day = [act for act in near if citation.day and act.adopted_on == citation.day]
    meant = same_day or ([] if _is_anybodys(citation) or len(near) > MOST_MEANT else near)
    if meant:
        return Flag(FlagCode.MISTYPED, citation.words, tuple(meant))
    return Flag(FlagCode.UNKNOWN, citation.words) if FEDERAL.search(citation.number) else None


def _is_anybodys(citation: Citation) -> bool:
    """Orders of any institution have bare numbers: only number and date together tell an act."""
    return citation.number.isdigit()


def _in_force(act: KnownAct, on: date) -> bool:
    return (act.in_force_from is None or act.in_force_from <= on) and (act.in_force_to is None or on <= act.in_force_to)


def _is_near(known: str, cited: str) -> bool:
    """One sign more, less or another, two signs that changed places, or the same digits in another order."""
    if known == cited:
        return False
    if _shape(known) == _shape(cited) and sorted(known) == sorted(cited):
        return True
    return _one_edit(known, cited)


def _shape(number: str) -> Iterable[str]:
    return [("9" if sign.isdigit() else sign) for sign in number]


def _one_edit(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((index for index, sign in enumerate(short) if sign != long[index]), len(short))
    return long[same + 1 :] == short[same + (len(short) == len(long)) :]
