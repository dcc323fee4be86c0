"""Other readings of a message: what it says once a disguise is undone. Each is a guess; `signs` judge it."""

import base64
import binascii
import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
TO_RUSSIAN = str.maketrans(ENGLISH, RUSSIAN)
TO_ENGLISH = str.maketrans(RUSSIAN, ENGLISH)
ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
FLIPPED = str.maketrans(ALPHABET + LATIN, ALPHABET[::-1] + LATIN[::-1])
LETTERS = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"),
    ("ju", "ю"), ("ya", "я"), ("ja", "я"), ("yo", "е"), ("jo", "е"), ("ye", "е"), ("je", "е"), ("ij", "ий"),
    ("iy", "ий"), ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"),
    ("i", "и"), ("j", "й"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"),
    ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"), ("y", "ы"), ("'", "ь"), ("x", "кс"),
    ("q", "к"), ("4", "ч"), ("6", "ш"),
)  # fmt: skip
LEET_RU = str.maketrans({"0": "о", "1": "и", "3": "е", "4": "а", "5": "с", "6": "б", "7": "т", "8": "в", "9": "я",
                         "@": "а", "$": "с"})  # fmt: skip
LEET_EN = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s"})
MIXED = re.compile(r"(?<![\w@$])(?=[\d@$]*[^\W\d_])(?=\w*[\d@$])[\w@$]{3,}(?!\w)")
LOOK_LATIN = str.maketrans("аеорсхукмтнвіѕј", "aeopcxykmthbisj")
UPSIDE = {"ɐ": "a", "ɔ": "c", "ǝ": "e", "ɟ": "f", "ƃ": "g", "ɓ": "g", "ɥ": "h", "ı": "i", "ᴉ": "i", "ɾ": "j",
          "ʞ": "k", "ʃ": "l", "ꞁ": "l", "ɯ": "m", "ɹ": "r", "ʇ": "t", "ʌ": "v", "ʍ": "w", "ʎ": "y", "ᴎ": "и",
          "Ɩ": "1", "ɩ": "1", "ᄅ": "2", "Ɛ": "3", "ɛ": "3", "ㄣ": "4", "ϛ": "5", "ㄥ": "7", "⇂": "1", "↊": "2",
          "ᔭ": "4", "⅄": "y", "∀": "a", "∩": "u", "Ԁ": "p", "⊥": "t"}  # fmt: skip
SWAPPED = str.maketrans("un69dpbq", "nu96pdqb")
NAMED = re.compile(
    r"(?:REGIONAL INDICATOR SYMBOL LETTER|NEGATIVE SQUARED LATIN CAPITAL LETTER|SQUARED LATIN CAPITAL LETTER|"
    r"NEGATIVE CIRCLED LATIN CAPITAL LETTER|TAG LATIN SMALL LETTER|LATIN LETTER SMALL CAPITAL|"
    r"MODIFIER LETTER (?:SMALL|CAPITAL)|LATIN SMALL LETTER) ([A-Z])$"
)
FIGURES = {name: str(number) for number, name in enumerate(
    ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"])}  # fmt: skip
COUNTED = re.compile(r"(?:DIGIT|DIE FACE-|NUMBER|PLAYING CARD|CLOCK FACE|DOMINO TILE.*|MAHJONG TILE) ?(\w+)")
MORSE_CODES = (
    "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----. .- -... .-- --. -.. . ...- --.. .. .--- -.- .-.. -- "
    "-. --- .--. .-. ... - ..- ..-. .... -.-. ---. ---- --.- --.-- -.-- -..- ..-.. ..-- .-.-"
)
MORSE = dict(zip(MORSE_CODES.split(), "0123456789" + ALPHABET, strict=True))
MORSE_WORD = re.compile(r"(?<![\w.\-])[.\-]{1,6}(?![\w.\-])")
DASHES = str.maketrans({"—": "-", "–": "-", "−": "-", "_": "-", "•": ".", "·": ".", "∙": ".", "●": "."})
BRAILLE_DOTS = (
    "1 12 14 145 15 124 1245 125 24 245 13 123 134 1345 135 1234 12345 1235 234 2345 136 1236 1346 13456 1356"
)
BRAILLE = dict(zip(BRAILLE_DOTS.split(), "abcdefghijklmnopqrstuvxyz", strict=True))
KEYPAD = {sign: str(key) for key, signs in enumerate(
    ("", "", "abcабвг", "defдежз", "ghiийкл", "jklмноп", "mnoрсту", "pqrsфхцч", "tuvшщъы", "wxyzьэюя"))
    for sign in signs}  # fmt: skip
CHUNK = re.compile(r"[A-Za-z0-9+/_\-]{8,}={0,2}")
BINARY = re.compile(r"(?<![\d])[01]{4,}(?:[\s,.\-|]+[01]{4,})*(?!\d)")


def named(text: str) -> str:
    """Signs whose name says what they are: flags of letters, squared letters, dice, turned letters."""
    return "".join(_named(sign) for sign in text) if not text.isascii() else text


def _named(sign: str) -> str:
    if sign < "\u0180" or "\u0400" <= sign < "\u0530" or sign == "\u200d":
        return sign
    if sign in UPSIDE:
        return UPSIDE[sign]
    name = unicodedata.name(sign, "")
    if found := NAMED.match(name):
        return found[1].lower()
    if name.startswith("BRAILLE PATTERN DOTS-"):
        return BRAILLE.get(name.rsplit("-", 1)[1], sign)
    if found := COUNTED.match(name):
        return FIGURES.get(found[1], found[1] if found[1].isdecimal() else sign)
    return sign


def of_letters(words: str) -> Iterator[str]:
    """Readings of the letters of a message in the spelling of `plain`."""
    backwards = words[::-1]
    yield backwards
    yield backwards.translate(SWAPPED)
    if re.search(r"[a-z]", words):
        yield words.translate(TO_RUSSIAN)
        yield russian_sounds(backwards)
    if re.search(r"[а-я]", words):
        yield words.translate(TO_ENGLISH)
        yield MIXED.sub(lambda found: found[0].translate(LEET_RU), words)
        yield words.translate(LOOK_LATIN)
        yield re.sub(r"с([аеиоуыэюя])(?=\w|\b)", "", re.sub(r"([аеиоуыэюя])с\1", r"\1", words))
    if re.search(r"[a-z]", words) and re.search(r"[\d@$]", words):
        yield MIXED.sub(lambda found: found[0].translate(LEET_EN), words)
    yield re.sub(r"(.)\1+", r"\1", words)
    yield words.translate(FLIPPED)
    yield re.sub(r"(?<=[^\W\d_])[^\w\s]+(?=[^\W\d_])", "", words)


def initials(words: str) -> Iterator[str]:
    """First letters of words and of lines, last letters of words."""
    told = re.findall(r"[^\W\d_]+", words)
    yield "".join(word[0] for word in told)
    yield "".join(word[-1] for word in told)
    yield "".join(line.strip()[:1] for line in words.splitlines())
    yield "".join(part.strip()[:1] for part in re.split(r"[.!?\n]", words))


def russian_sounds(words: str) -> str:
    """Russian in Latin letters, as people write it."""
    for latin, letter in LETTERS:
        words = words.replace(latin, letter)
    return words


def decoded(text: str) -> Iterator[str]:
    """What codes of machines say: base64, numbers of signs, escapes, binary, Morse."""
    if re.search(r"%[0-9a-fA-F]{2}", text):
        yield unquote(text)
    if re.search(r"&#?\w+;", text):
        yield html.unescape(text)
    for found in CHUNK.finditer(text):
        yield from _from_base64(found[0])
    yield from _from_numbers(text)
    yield from _from_binary(text)
    morse = [MORSE.get(one, "") for one in MORSE_WORD.findall(_spelt_morse(text))]
    if len(morse) >= 4 and sum(bool(one) for one in morse) >= 4:
        yield "".join(morse)


def _spelt_morse(text: str) -> str:
    low = text.lower().translate(DASHES)
    if len(re.findall(r"точка|тире", low)) >= 6:
        low = re.sub(r"[\s,]*точка", ".", re.sub(r"[\s,]*тире", "-", low))
    return low


def _from_base64(chunk: str) -> Iterator[str]:
    padded = chunk.rstrip("=") + "=" * (-len(chunk.rstrip("=")) % 4)
    try:
        told = base64.b64decode(padded, altchars=b"-_" if set(chunk) & set("-_") else None).decode()
    except (binascii.Error, ValueError):
        return
    if told.isprintable() and len(told) >= 5 and not chunk.isdecimal():
        yield told


def _from_numbers(text: str) -> Iterator[str]:
    hexes = re.findall(r"(?<![\w])(?:\\x|0x|%|\\u00|u\+00)?([0-9a-f]{2})(?![\w])", text.lower())
    if len(hexes) >= 5:
        yield "".join(chr(int(one, 16)) for one in hexes if 32 <= int(one, 16) < 127)
    run = re.findall(r"(?<!\w)(?:[23][0-9a-f]|[4-7][0-9a-f]){6,}(?!\w)", text.lower())
    yield from (bytes.fromhex(one).decode("ascii", "ignore") for one in run)
    places = [int(one) for one in re.findall(r"(?<!\d)\d{1,3}(?!\d)", text)]
    if len(places) >= 5:
        yield "".join(chr(one) for one in places if 32 <= one < 127)
        yield "".join("абвгдеежзийклмнопрстуфхцчшщъыьэюя"[one - 1] for one in places if 0 < one <= 33)
        yield "".join(LATIN[one - 1] for one in places if 0 < one <= 26)


def _from_binary(text: str) -> Iterator[str]:
    for found in BINARY.finditer(text):
        groups = re.findall(r"[01]+", found[0])
        if len(groups) == 1 and 16 <= len(groups[0]) <= 64:
            yield str(int(groups[0], 2))
        elif len(groups) >= 5:
            yield "".join(str(int(one, 2)) for one in groups)


def keys(text: str) -> str:
    """Letters as the keys of an old telephone: what stands in capitals and cannot be said."""
    return "".join(
        "".join(KEYPAD.get(sign, sign) for sign in word.lower())
        for word in re.findall(r"(?<!\w)[A-ZА-Я\d]{2,}(?!\w)|\d+", text)
    )
