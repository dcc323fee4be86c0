"""Names and telephones brought to one form, so that the same person can be found twice. Pure functions."""

import re
import unicodedata

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
DASHES = re.compile("[\u2010-\u2015\u2212]")
LATIN_TWINS = str.maketrans("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Texts that are in order already: letters and signs of one line, one space between words.
TIDY = re.compile("[!-~А-Яа-яЁё]+(?: [!-~А-Яа-яЁё]+)*")
RUSSIAN_NAME = re.compile("[А-Яа-яЁё]+(?:[ -][А-Яа-яЁё]+)*")
PHONE = re.compile(r"\+?\d(?:[\s().\-]*\d)*")
EXTENSION = re.compile(r"(?:доб(?:авочный)?|вн(?:утр)?|ext)\.?\s*\d+", re.IGNORECASE)


def tidy(text: str) -> str:
    """Single spaces, composed letters, nothing invisible; the words stay as they were written."""
    if TIDY.fullmatch(text):
        return text
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def russian_letters(word: str) -> str:
    """Latin letters that look Cyrillic become Cyrillic where the word is Cyrillic otherwise."""
    return word.translate(LATIN_TWINS) if CYRILLIC.search(word) else word


def comparable_name(name: str) -> str:
    """The form in which two spellings of one name are equal: case, ё = е, spaces, spaces about hyphens."""
    if RUSSIAN_NAME.fullmatch(name):
        return name.lower().replace("ё", "е")
    text = DASHES.sub("-", tidy(unicodedata.normalize("NFKC", name))).casefold().replace("ё", "е")
    text = re.sub(r"\s*-\s*", "-", text)
    return " ".join(russian_letters(word) for word in text.strip(" .,;").split())


def phones(text: str) -> tuple[tuple[str, ...], bool]:
    """All Russian numbers of a cell as +7XXXXXXXXXX without repeats, and whether every number was understood."""
    plain = EXTENSION.sub("", DASHES.sub("-", tidy(text)))
    found: dict[str, None] = {}
    understood = True
    for match in PHONE.finditer(plain):
        numbers = _national(match.group())
        understood = understood and bool(numbers)
        found.update(dict.fromkeys(numbers))
    return tuple(found), understood and bool(found)


def _national(text: str) -> tuple[str, ...]:
    """The numbers hidden in one run of digits; several may stand side by side, parted by spaces only."""
    digits = re.sub(r"\D", "", text)
    if text.startswith("+") and not text.startswith("+7"):
        return ()
    if len(digits) == 11 and digits[0] in "78":
        return ("+7" + digits[1:],)
    if len(digits) == 10 and digits[0] in "3489":
        return ("+7" + digits,)
    if len(digits) > 11:
        return _side_by_side(text)
    return ()


def _side_by_side(text: str) -> tuple[str, ...]:
    digits = re.sub(r"\D", "", text)
    if len(digits) % 11 == 0 and all(digits[i] in "78" for i in range(0, len(digits), 11)):
        return tuple("+7" + digits[i + 1 : i + 11] for i in range(0, len(digits), 11))
    if len(digits) % 10 == 0 and all(digits[i] == "9" for i in range(0, len(digits), 10)):
        return tuple("+7" + digits[i : i + 10] for i in range(0, len(digits), 10))
    return ()
