"""Telephone and card numbers in figures, in words, in both, with anything between."""

import re
from itertools import pairwise

UNITS = {
    "ноль": 0, "нуль": 0, "один": 1, "одна": 1, "раз": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5,
    "шесть": 6, "семь": 7, "восемь": 8, "восем": 8, "девять": 9, "дивять": 9, "десять": 10, "одиннадцать": 11,
    "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17,
    "восемнадцать": 18, "девятнадцать": 19,
}  # fmt: skip
TENS = {
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
    "восемьдесят": 80, "девяносто": 90,
}  # fmt: skip
HUNDREDS = {
    "сто": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500, "шестьсот": 600, "семьсот": 700,
    "восемьсот": 800, "девятьсот": 900, "девятсот": 900,
}  # fmt: skip
NICKNAMES = {
    "единица": 1, "единичка": 1, "двойка": 2, "двоечка": 2, "тройка": 3, "троечка": 3, "четверка": 4, "пятерка": 5,
    "шестерка": 6, "семерка": 7, "восьмерка": 8, "девятка": 9, "нолик": 0,
}  # fmt: skip
VALUES = UNITS | TENS | HUNDREDS | NICKNAMES
# Digits in other tongues and in Latin letters; only many of them in a row make a number.
ABROAD = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "nol": 0, "odin": 1, "dva": 2, "tri": 3, "chetyre": 4, "pyat": 5, "shest": 6, "sem": 7, "vosem": 8, "devyat": 9,
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9,
}  # fmt: skip
SPOKEN = re.compile("|".join(sorted(VALUES, key=len, reverse=True)))
# Letters that stand for digits beside digits.
DISGUISED = re.compile(r"(?<![^\W_])(?=[^\s]*\d)[\doоlіi!збsвb]{2,}(?![^\W_])")
ZEROS = re.compile(r"(?<![^\W_])[oо]{2,}(?![^\W_])")
BETWEEN = r"[\s\-–—―_.,;:*/|\\()\[\]{}~+#=…'\"«»<>]*"
FILLER = (
    r"(?:(?:и|а|это|потом|затем|дальше|плюс|еще|далее|середина|конец|начало|цифр\w*|перв\w+|втор\w+|трет\w+|"
    r"четверт\w+|пят[аоы]\w*|шест[аоы]\w*|последн\w+|в конце|впереди)(?![^\W\d_]))"
)
# A number, or another one after signs, a short word or one letter.
GROUPS = re.compile(rf"\d+(?:{BETWEEN}(?:{FILLER}{BETWEEN}){{0,3}}(?:[а-яa-z](?=\d))?{BETWEEN}\d+)*")
PHONE = re.compile(r"(?:[78]9\d{9}|[78](?:[34]\d\d|800)\d{7}|9\d{9}|7?0?0?[78]9\d{9})")
SHORT = re.compile(r"(?<!\d)(?:\d{2,3}|\d[- ]\d\d)[- ]\d\d[- ]\d\d(?!\d)")
SUMMED = re.compile(r"(\d00)\s*(?:\+|плюс|и еще)\s*(\d{1,2})(?!\d)")
ZEROES = re.compile(r"(?:три нуля|трижды (?:ноль|нуль|0))")
BACKWARDS = re.compile(r"наоборот|справа налево|с конца|задом наперед|перевер\w+|зеркальн\w+|палиндром\w*")
OWN = re.compile(r"(?:мо[йяе]|свой|нов\w+) (?:номер|телефон)|номер (?:моего )?телефона")
CALLS = re.compile(r"звон|набер|телефон|домашн|городск|сотов|мобильн|\bтел\b")
DICTATED = 7
OWN_DIGITS = 9  # in one message beside «мой номер»
CARD = re.compile(r"(?<!\d)[2456]\d{3}(?:[ \-]?\d{4}){3}(?!\d)")


def has_phone(words: str) -> bool:
    """Is there a number that one could call?"""
    said = in_digits(_abroad(ZEROES.sub("0 0 0", words)))
    said = SUMMED.sub(lambda found: str(int(found[1]) + int(found[2])), said)
    if BACKWARDS.search(words) and any(_holds_phone(run[0][::-1]) for run in GROUPS.finditer(said)):
        return True
    if OWN.search(words) and sum(sign.isdigit() for sign in said) >= OWN_DIGITS:
        return True
    if any(_holds_phone(run[0]) for run in GROUPS.finditer(said)):
        return True
    return _is_dictated(words) or (bool(CALLS.search(words)) and bool(SHORT.search(words)))


def _abroad(words: str) -> str:
    """Digits of other tongues, where there are many of them."""
    told = re.findall(r"(?<![^\W_])[a-z]+(?![^\W_])", words)
    if sum(one in ABROAD for one in told) < DICTATED:
        return words
    return re.sub(r"(?<![^\W_])[a-z]+(?![^\W_])", lambda found: str(ABROAD.get(found[0], found[0])), words)


def _is_dictated(words: str) -> bool:
    """Many digits said one after another, however they were run together."""
    for run in re.finditer(rf"(?:(?:{SPOKEN.pattern})[\s,.\-]*){{{DICTATED},}}", words):
        if not _counts_up([str(VALUES[word]) for word in SPOKEN.findall(run[0])]):
            return True
    return False


def has_card(words: str) -> bool:
    return bool(CARD.search(words))


def in_digits(words: str) -> str:
    """The text with spoken and disguised numbers in figures: «восемь девятьсот двенадцать» → «8 912»."""
    words = DISGUISED.sub(lambda found: found[0].translate(_DRAWN), words)
    words = ZEROS.sub(lambda found: "0" * len(found[0]), words)
    said = SPOKEN.sub(lambda found: f" <{VALUES[found[0]]}> ", _whole_words(words))
    return _composed(said)


def spoken_away(words: str) -> str:
    """The text without its spoken numbers."""
    return SPOKEN.sub("", words)


_DRAWN = {ord(sign): digit for digit, signs in {"0": "oо", "1": "lіi!", "3": "з", "6": "б", "5": "s", "8": "вb"}.items()
          for sign in signs}  # fmt: skip
APART = "\u2060"
WORD = re.compile(r"[а-я]+")


def _whole_words(words: str) -> str:
    """Words that are not made of numerals alone lose their numerals: «семья», «столовая» hold none."""
    return WORD.sub(lambda found: found[0] if _is_spoken(found[0]) else APART.join(found[0]), words)


def _is_spoken(word: str) -> bool:
    return SPOKEN.sub("", word) == ""


def _composed(said: str) -> str:
    """«<900> <12>» is 912, «<60> <7>» is 67, «<8> <9>» stay two."""
    parts = re.split(r"<(\d+)>", said)
    out, last = [parts[0].replace(APART, "")], 0
    for number in range(1, len(parts), 2):
        value, after = int(parts[number]), parts[number + 1].replace(APART, "")
        joins = not out[-1].strip(" -") and last and value and value < _room(last)
        if joins:
            out.pop()
            last += value
            out[-1] = str(last)
        else:
            last = value
            out.append(str(value))
        out.append(after)
    return "".join(piece if piece.strip() or not piece else " " for piece in out)


def _room(value: int) -> int:
    """Below which a number may follow: 900 is followed by up to 99, 60 by up to 9."""
    if value % 100 == 0:
        return 100
    return 10 if value % 10 == 0 and value >= 20 else 0


def _holds_phone(run: str) -> bool:
    """Some neighbouring groups of the run make a number. A list that counts upwards makes none."""
    groups = re.findall(r"\d+", run)
    for first in range(len(groups)):
        digits = ""
        for last in range(first, len(groups)):
            digits += groups[last]
            if len(digits) > 11 and last == first:
                break
            if len(digits) > 12:
                break
            if PHONE.fullmatch(digits) and not _counts_up(groups[first : last + 1]):
                return True
    return False


def _counts_up(groups: list[str]) -> bool:
    values = [int(one) for one in groups]
    return len(values) > 3 and all(a < b for a, b in pairwise(values))
