"""Every digit of a message in a row, however it was said: forms and misspellings, slang, other tongues, disguises."""

import operator
import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from itertools import pairwise

from nastavnik.domain.conversations.contacts import numbers
from nastavnik.domain.conversations.contacts.signs import lines
from nastavnik.domain.conversations.contacts.spelling import plain, sound

CANON = {value: word for word, value in reversed(list((numbers.UNITS | numbers.TENS | numbers.HUNDREDS).items()))}
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*\d?[^\W\d_]*")
TIMES = {"два": 2, "две": 2, "дубль": 2, "двойной": 2, "double": 2, "пара": 2, "пару": 2, "дважды": 2, "три": 3,
         "тройной": 3, "тройная": 3, "трижды": 3, "triple": 3, "четыре": 4, "четырежды": 4, "2": 2, "3": 3,
         "4": 4}  # fmt: skip
MANY = re.compile(
    r"(?<!\w)(" + "|".join(TIMES) + r")(?: раза?)?(?: подряд)?(?: по)? "
    r"((?:нул|нол|зеро)\w*|(?:един|дв[оу]|тро|тре|четвер|пят[ео]р|пят[ао]к|шест[ео]р|сем[ео]р|восьм[ео]р|девят[ко])\w*)(?!\w)"
)
DOUBLED = re.compile(r"(?<!\w)(дубль|double|triple|двойной|тройной|тройная|дважды|трижды) (\w+)")
FOREIGN = 5  # so many words of other tongues together count
ENUMERATED = re.compile(r"(?:(?<=^)|(?<=\n)|(?<=[\s,;(]))(?:\d{1,2}|[а-яa-z])[).]\s*(?=\S)")
KEYED = re.compile(r"(?<!\d)(\d{1,2})\s?[-–—:=.)]\s?(\d)(?!\d)")
LOOKS = {sign: digit for digit, signs in {
    "0": "oоd", "1": "ilіι|!ӏ", "3": "зzэ", "4": "чh", "5": "sѕ", "6": "б", "7": "тt", "8": "вb", "9": "gq"}.items()
    for sign in signs}  # fmt: skip
LOOK = r"[\doоilіι|!ӏзzэчбbsѕвgqтt]+"
LOOK_RUN = re.compile(rf"(?<![^\W_]){LOOK}(?:[ \-.,*()]{{1,3}}{LOOK})*(?![^\W_])")
RUN = re.compile(r"([^\s\w])\1*\ufe0f?(?:\s*\1\ufe0f?)*|([^\W\d_])\2{2,}")
KEY = re.compile(r"(?<!\w)([^\W\d_]+)\s?[=:–-]\s?(\d)(?!\d)")
HOLE = re.compile(r"(?<=\d)[*?_xх]|[*?_xх](?=\d)")
PICTURES = re.compile(r"([\u2600-\u27bf\U0001f300-\U0001faff|])(?:\ufe0f?\1)+\ufe0f?")
HANDED = re.compile(r"[78]9\d{9}")
SHORT = 14  # letters beside the digits
PHONE = re.compile(r"(?:[78]?9\d{9})")


@cache
def _said() -> tuple[dict[str, int], dict[str, int]]:
    near: dict[str, int] = {}
    far: dict[str, int] = {}
    for line in lines("numerals.txt"):
        value, words = line.lstrip("~").split(":", 1)
        for word in words.split():
            (far if line.startswith("~") else near).setdefault(word, int(value))
    return near, far


@cache
def _heard() -> dict[str, int]:
    return {sound(word): value for word, value in reversed(_said()[0].items()) if len(word) > 3}


def canonical(words: str) -> str:
    """Every spoken number as the dictionary has it: «пятёрочка» is «пять», «биш» among its like too."""
    near, far = _said()
    told = WORD.findall(words)
    known = far if sum(word in far for word in told) >= FOREIGN else {}
    heard = _heard() if sum(word in near or sound(word) in _heard() for word in told) >= FOREIGN else {}

    def one(found: "re.Match[str]") -> str:
        word = found[0]
        value = near.get(word, known.get(word))
        if value is None and word != (short := re.sub(r"(.)\1+", r"\1", word)):
            value = near.get(short, known.get(short))
        value = heard.get(sound(word)) if value is None else value
        return word if value is None else CANON[value]

    def many(found: "re.Match[str]") -> str:
        value = near.get(found[2])
        return found[0] if value is None else " ".join([CANON[value]] * TIMES[found[1]])

    def doubled(found: "re.Match[str]") -> str:
        value = near.get(found[2], known.get(found[2]))
        value = int(found[2]) if value is None and found[2].isdecimal() else value
        return found[0] if value is None or value not in CANON else " ".join([CANON[value]] * TIMES[found[1]])

    return WORD.sub(one, DOUBLED.sub(doubled, MANY.sub(many, words)))


def drawn(words: str) -> str:
    """Letters that stand for digits among digits: «89I255584ЗЧ», «ООО З7 4б»."""

    def one(found: "re.Match[str]") -> str:
        run = found[0]
        digits = sum(sign.isdecimal() for sign in run)
        letters = sum(sign.isalpha() for sign in run)
        return "".join(LOOKS.get(sign, sign) for sign in run) if digits >= 2 and letters <= digits * 2 else run

    return LOOK_RUN.sub(one, words)


SUM = re.compile(r"(?<![\w.,])\d{1,15}(?:\s?[+\-−·*×x:/]\s?\d{1,15}){1,20}\s?=\s?\d{1,15}(?![\w.,]\d)")
SIGNS = {"+": operator.add, "-": operator.sub, "−": operator.sub}


def without_sums(words: str) -> str:
    """A sum that comes out right is school work: its figures are no number."""
    return SUM.sub(lambda found: " " if _comes_out(found[0]) else found[0], words)


def _comes_out(written: str) -> bool:
    left, result = re.sub(r"\s", "", written).split("=")
    total: Fraction | None = None
    for sign, product in re.findall(r"(^|[+\-−])([^+\-−]+)", left):
        value = Fraction(1)
        for by, number in re.findall(r"(^|[·*×x:/])(\d+)", product):
            if by in (":", "/") and not int(number):
                return False
            value = value / int(number) if by in (":", "/") else value * int(number)
        total = value if total is None else SIGNS[sign](total, value)
    return total == int(result)


def digits(words: str) -> str:
    """The digits of a message, one after another; `words` in the spelling of `plain`."""
    return "".join(sign for sign in numbers.in_digits(canonical(drawn(words))) if sign.isdecimal())


def rows(words: str) -> list[str]:
    """The digits of a message as they may be meant: all; without the numbers of a list; runs of one sign counted."""
    found = [digits(words)]
    if len(ENUMERATED.findall(words)) >= 3:
        found.append(digits(ENUMERATED.sub(" ", words)))
    keyed = KEYED.findall(words)
    if len(keyed) >= 5 and [int(key) for key, _value in keyed] == list(range(1, len(keyed) + 1)):
        found.append("".join(value for _key, value in keyed))
    found += [digits(other) for other in (keyed_words(words), guessed(words), run_lengths(words)) if other != words]
    return [*found, counted(words)]


def keyed_words(words: str) -> str:
    """A message that brings its own key («до=1 ре=2») read by it."""
    key = dict(KEY.findall(words))
    if len(key) < 3:
        return words
    return re.sub(r"[^\W\d_]+", lambda found: key.get(found[0], found[0]), KEY.sub(" ", words))


def guessed(words: str) -> str:
    """A digit left out among digits («8 912 000 6* 48») taken for any."""
    return HOLE.sub("0", words) if len(re.findall(r"\d", words)) >= 7 else words


def run_lengths(words: str) -> str:
    """Runs of one picture as their length."""
    return PICTURES.sub(lambda found: f" {len(re.sub(chr(0xFE0F), '', found[0]))} ", words)


def counted(words: str) -> str:
    """Lengths of runs of one sign: fruits, hearts, strokes, letters."""
    runs = [found[0] for found in RUN.finditer(words)]
    lengths = [len(re.sub(r"[\s\ufe0f]", "", run)) for run in runs]
    return "".join(str(length) for length in lengths if length < 10) if len(set(lengths) - {1}) >= 3 else ""


def is_handed_over(before: Iterable[str], text: str) -> bool:
    """Digits given in one short message after another, ordinary ones between them: do the last make a number?"""
    parts = [row for row in (_short(one) for one in [*before, text]) if row]
    if not parts or not _short(text):
        return False
    return any(HANDED.fullmatch("".join(parts[start:])) for start in range(len(parts) - 1))


def _short(text: str) -> str:
    """The digits of a message that is little else."""
    words = plain(text)
    return digits(words) if sum(sign.isalpha() for sign in numbers.spoken_away(words)) <= SHORT else ""


def is_spoken(words: str) -> bool:
    """Are most of the words numbers, and many, and not in the order of counting?"""
    told = WORD.findall(canonical(words))
    values = [numbers.VALUES[word] for word in told if word in numbers.VALUES]
    rising = sum(a < b for a, b in pairwise(values))
    return len(values) >= 6 and len(values) * 2 >= len(told) and rising < len(values) - 2


def is_phone(row: str) -> bool:
    return bool(PHONE.fullmatch(row))


def values(text: str) -> str:
    """Signs that are numbers in any script are figures: 八, Ⅷ, 🂨; what is no number stays."""
    return "".join(_value(sign) for sign in text)


def _value(sign: str) -> str:
    if sign < "\u2000" or (sign.isalpha() and not "\u3400" <= sign <= "\u9fff"):
        return sign
    value = unicodedata.numeric(sign, None)
    return str(int(value)) if value is not None and value == int(value) and 0 <= value < 10 else sign
