"""Terms as schools write them: «сентябрь 2026», «до 15 октября», «Окт. 2020 - Май 2021», «I квартал», «ежегодно»."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from nastavnik.domain.programmes.enums import TermKind
from nastavnik.domain.programmes.terms.frame import SCHOOL_BEGINS, SCHOOL_ENDS, SUMMER, Frame
from nastavnik.domain.programmes.terms.parts import MONTH, NotATerm, Part, part
from nastavnik.domain.programmes.terms.shape import Term, days_term, is_whole_months, months_term, said

LONGEST = 200  # letters
WHOLE = re.compile(
    r"(?:(?:в течени[еи]|на протяжении|весь|вс[её]|за|в период) )*"
    r"(?:(?:всего|всей|периода?|срока?|реализации|действия|работы) )*"
    r"(?:(?:учебн\w+|уч\.?|календарн\w+) ?)?(?:год\w*|г|периода?|программы|срока?)"
)
# Terms without days: they are kept in the words in which they were said.
OFTEN = re.compile(
    r"\b(?:постоянно|регулярно|систематически|периодически|еженедельно|ежемесячно|ежеквартально|ежедневно"
    r"|(?:не (?:реже|менее) )?(?:(?:\d{1,2}(?:-\d{1,2})?|один|одного|два|двух|три|трех) )?раза? в"
    r" (?:(?:\d{1,2}|две|два|три) )?"
    r"(?:день|дня|недел\w+|месяц\w*|квартал\w*|четверт\w+|триместр\w*|полугоди\w+|полгода|год\w*)"
    r"|по (?:мере )?(?:необходимости|надобности|запрос\w+|обращени\w+|мере поступления(?: \w+)?)"
    r"|(?:согласно|по) (?:\w+ )?(?:график\w*|план\w*|расписани\w+))"
    r"(?:,? до \d{1,2}(?:-?го)? числа)?"
)
LONGEST_SAID = 100  # letters that a row has room for
YEARLY = re.compile(r"\bежегодно\b|\bкажд(?:ый|ого) (?:учебн\w+ )?год\w*")
TWO_YEARS = re.compile(
    r"(?P<core>.*?)[ ,(]*\b(?P<first>20\d\d)[-/](?P<last>20\d\d|\d\d)(?: ?уч\w*\.?)?(?: ?(?:год\w*|гг?)\.?)?\)?"
)
FROM_TO = re.compile(r"со? (?P<first>.+?) (?:по|до) (?P<last>.+)")
UNTIL = re.compile(r"(?:до|к|по|не позднее) (?P<last>.+)")
SINCE = re.compile(r"(?:начиная )?со? (?P<first>.+)")
SAYS_DAYS = re.compile(r"\b\d{1,2}\.\d{1,2}\b(?!\d)|\b\d{1,2} ?" + MONTH.replace("?P<month>", "?:"))


def parse_term(text: str, around: date, until: date | None = None) -> Term:
    """The term that the words mean for a programme from `around` to `until` (else the end of its school year).

    What is said without a year is where it falls into the programme, else in the school year of its start or the month
    before. Terms without days last as long as the programme and keep their words. Raises NotATerm.
    """
    words = _plain(text[: LONGEST + 1])
    if not words:
        raise NotATerm("empty")
    if len(text) > LONGEST:
        raise NotATerm("unclear")
    until = until if until and until >= around else date(around.year + (around.month >= SUMMER), *SCHOOL_ENDS)
    said_so = " ".join(text.split()).strip(" .,;")
    if YEARLY.search(words):
        return _yearly(words, said_so, around, until)
    if OFTEN.search(words) and (found := _often(words, said_so, around, until)):
        return found
    if WHOLE.fullmatch(words):
        return days_term(around, until)
    first, last = _sides(words, Frame(around, until))
    if last < first:
        raise NotATerm("ends_before_start")
    # Whole months are months, unless their days themselves are written.
    if is_whole_months(first, last) and not SAYS_DAYS.search(words):
        return months_term(first, last)
    return days_term(first, last)


def _yearly(words: str, said_so: str, around: date, until: date) -> Term:
    """«ежегодно, октябрь»; what cannot be said so shortly keeps its words."""
    rest = YEARLY.sub(" ", words).strip(" ,;:-().")
    term = replace(parse_term(rest, around, until) if rest else days_term(around, until), term_kind=TermKind.YEARLY)
    one_side = UNTIL.fullmatch(rest) or SINCE.fullmatch(rest)
    return replace(term, term_words=_room(said_so)) if rest and (one_side or said(term) == "ежегодно") else term


def _often(words: str, said_so: str, around: date, until: date) -> Term | None:
    """«ежемесячно», «1 раз в четверть с октября по апрель»; None where other words than a term stand there too."""
    rest = OFTEN.sub(" ", words).strip(" ,;:-().")
    try:
        term = parse_term(rest, around, until) if rest else days_term(around, until)
    except NotATerm:
        return None
    return replace(term, term_kind=TermKind.WORDS, term_words=_room(said_so))


def _room(said_so: str) -> str:
    if len(said_so) > LONGEST_SAID:
        raise NotATerm("unclear")
    return said_so


def _plain(text: str) -> str:
    """Small letters, one kind of dash without spaces, days of ISO turned round, no «г.» after a year."""
    words = re.sub(r"\s+", " ", text.lower().replace("ё", "е")).strip()
    words = re.sub(r"\b(20\d\d)-(\d\d)-(\d\d)(?:[ t]00:00(?::00)?)?", r"\3.\2.\1", words)
    words = re.sub(r" ?[-‐‑‒–—−] ?", "-", words)
    words = re.sub(r"\b(\d{1,2})-(?:й|я|е|го|ого|ый|ая|ое)\b", r"\1", words)
    words = re.sub(r"\b(?<![-/])(20\d\d) ?(?:года|году|год|г)\b\.?", r"\1", words)
    words = re.sub(r"(?<=\.\d\d) ?г\.(?= |$|-)", "", words)
    return re.sub(r",? (?=20\d\d)", " ", words).strip(" .,;")


def _sides(words: str, frame: Frame) -> tuple[date, date]:
    if found := TWO_YEARS.fullmatch(words):
        return _in_two_years(found)
    if found := FROM_TO.fullmatch(words):
        return _between(part(found["first"]), part(found["last"]), frame)
    if found := UNTIL.fullmatch(words):
        side = _in_year(part(found["last"]), frame)
        # «до октября» is over with September.
        last = side.begins() - timedelta(days=1) if side.is_months else side.ends()
        return min(frame.around, last), last
    if found := SINCE.fullmatch(words):
        first = _in_year(part(found["first"]), frame).begins()
        return first, max(first, frame.until)
    if "-" in words:
        one, _dash, other = words.partition("-")
        return _between(part(one), part(other), frame)
    if "," in words or " и " in words:
        return _listed([part(one) for one in re.split(r",| и ", words)], frame)
    side = _in_year(part(words), frame)
    return side.begins(), side.ends()


def _in_two_years(found: re.Match[str]) -> tuple[date, date]:
    """«2026–2027 уч. год»; «окт. – апр. 2026–2027»: the first side in the first year, the other in the last one."""
    year, last = int(found["first"]), int(found["last"])
    last = last if last > 99 else year // 100 * 100 + last
    if last <= year:
        raise NotATerm("ends_before_start")
    core = found["core"].strip(" ,.;")
    if not core or core == "в" or WHOLE.fullmatch(core) or WHOLE.fullmatch(f"{core} года"):
        return date(year, *SCHOOL_BEGINS), date(last, *SCHOOL_ENDS)
    if sides := FROM_TO.fullmatch(core) or re.fullmatch(r"(?P<first>[^-]+)-(?P<last>[^-]+)", core):
        one, other = part(sides["first"]), part(sides["last"])
        return replace(one, year=year).begins(), replace(other, year=last).ends()
    one = part(core)
    one = replace(one, year=year if one.begin >= (SUMMER, 1) else last)
    return one.begins(), one.ends()


def _between(first: Part, last: Part, frame: Frame) -> tuple[date, date]:
    """Two sides; what the first one does not say is that of the other, and the other way about."""
    if last.month is None:
        raise NotATerm("unclear")
    if first.month is None:
        first = replace(first, month=last.month, year=last.year)
    turns = first.begin > last.end  # a new year comes between them
    if first.year is None:
        year = last.year - turns if last.year else frame.year_of(first, last, turns=turns)
        first = replace(first, year=year)
    if last.year is None:
        last = replace(last, year=(first.year or 0) + turns)
    return first.begins(), last.ends()


def _listed(parts: list[Part], frame: Frame) -> tuple[date, date]:
    """«сентябрь, октябрь»: months one after another; with holes between them they are no one term."""
    months = [side.month or 0 for side in parts if side.is_months]
    follows = (after == before % 12 + 1 for before, after in pairwise(months))
    if len(months) < len(parts) or not all(follows):
        raise NotATerm("unclear")
    return _between(parts[0], parts[-1], frame)


def _in_year(side: Part, frame: Frame) -> Part:
    """The side with its year, see Frame."""
    if side.month is None:
        raise NotATerm("unclear")
    if side.year:
        return side
    return replace(side, year=frame.year_of(side, side))
