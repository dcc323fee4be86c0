"""What of a message counts: lists of words (words/signs.txt) and odd shapes (words/shapes.txt), by name and weight."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from nastavnik.domain.conversations.contacts import addresses, counting, readings
from nastavnik.domain.conversations.contacts.signs import lines, signs
from nastavnik.domain.conversations.contacts.spelling import plain, russian, sound

HEARD = {sound(name): name for name in (
    "телеграм", "вотсап", "ватсап", "вацап", "дискорд", "инстаграм", "вайбер", "снапчат", "тикток", "telegram",
    "discord", "whatsapp")}  # fmt: skip
KEY = re.compile(
    r"(?<![^\W_])(?:телегр|телега|телегу|номер|напиши|пиши м|позвони|телефон|в[оа]т[сц]ап|дискорд|инстагр|инста|секрет|"
    r"вайбер|встрет|найди|набери|звони|никому|куратор|мобильн|добавь|почта|адрес|приходи|подписыва|"
    r"telegram|whats ?app|discord|instagram|viber|vk\.?com|vkontakte|t\.me|@\w{3}|napishi|nomer|pozvoni|telegu|"
    r"phone|gmail|mail\.ru|yandex|roblox|tiktok|snapchat)|https?:|www\."
)
SPOKEN = re.compile(r"\b(?:ноль|один|два|три|четыре|пять|шесть|семь|восемь|девять)\b")
NICK = re.compile(
    r"(?<![\w./])(?=[\w.\-]*[a-z])(?:[a-z0-9]+_[a-z0-9_.]*|[a-z]{3,}[\d.]*\d{1,}[a-z]*|[a-z]{3,}\.[a-z]{2,}[a-z0-9.]*|"
    r"_+[a-z0-9_]{3,}|[a-z]{4,}-[a-z0-9-]{2,}|(?=[a-z]*\d[a-z\d]*[a-z])[a-z\d]{5,})(?![\w(/=])|"
    r"(?<!\w)[а-я]+\d*_[а-я0-9_]+"
)
FORMULA = re.compile(r"(?<!\w)(?=\w*\d)\d*(?:[A-Z][a-z]?\d*)+(?!\w)")  # H2SO4
FILE = re.compile(r"\.(?:docx?|pptx?|pdf|png|jpe?g|txt|xlsx?|py|html?|md|css|js|zip|mp[34]|sb3)\b")
CLEAR = {"foreign_tt", "foreign_en", "mailbox", "translit_talk", "nickword"}
QUANTITIES = {"digits_6", "digits_8", "digits_10", "latin_word", "phone_backwards", "signed"}
PERSONAL = re.compile(
    r"(?<!\w)(?:мне|меня|мо[йяюеи]|моих|моим|моего|моей|моем|мною?|тебе|тебя|тво[йяюеи]|твоих|твоего|твоей|твоем|тобой|ты|"
    r"вам|вас|ваш\w*|вы|давай\w*|го|нам|нас|нами|мы|сво[йяюеи]|своего|своей|наш\w*|напиш\w+|пиши\w*|найд\w+|ищи\w*|"
    r"добав\w+|скин\w+|кин[ьу]\w*|дай\w*|дам|позвони\w*|позвоню|звони\w*|набер\w+|набира\w+|приход\w+|приезж\w+|"
    r"зай\w+|заход\w+|залета\w+|подпи[шс]\w+|удали\w*|сотри\w*|скаж\w+|пошли|пой?дем|пойд\w+|\w+емся|\w+имся|"
    r"перейд\w+|продолж\w+|говори\w*|рассказ\w+|возьми|запиши\w*|лови|держи|прочит\w+|посмотри\w*|глян\w+|введи|"
    r"вбей|загугл\w+|созда\w+|переведи\w*|перевер\w+|разверн\w+|убери\w*|сложи\w*|угадай\w*|я|"
    r"поехали|\w{2,}(?:ешь|ишь|ешься|ишься|айте|йте|ите|ись|йся|ай))(?!\w)"
)
LATIN = re.compile(r"(?<![\w.])[a-z]{4,}(?![\w(=])")
CYRILLIC = re.compile(r"[а-яё]")
SPREAD = re.compile(r"(?<!\w)[^\W\d_](?:[ .\-_*,|/…]{1,3}[^\W\d_]){3,}(?!\w)")
HASH = re.compile(r"[@#]\s?\w*[^\W\d]\w*|\w#\d{3,}")
DOMAIN = re.compile(
    r"(?<!\w)(?=[\w\-]*[^\W\d_])[\w\-]+(?:\.[a-z]{2,6}(?![\w(])|\s?(?:\.|\(\.\)|точка|тчк|дот|dot)\s?"
    r"(?:com|ru|me|gg|net|org|рф|ру|ком|онлайн|сайт|ми|ме|мэ|лол|гг|нет|орг|site|online|info|io)(?!\w))|:\s?//|/\s?\w+\s?/"
)
SIGNED = re.compile(r"[|*~=_/\\]\d+[|*~=_/\\]\d+|\d[*~=_|#]\d")
CAPITALS = re.compile(
    r"(?<!\w)(?:[BCDFGHJKLMNPQRSTVWXZБВГДЖЗКЛМНПРСТФХЦЧШЩЬЪ]{4,}|[A-Za-z0-9]*\d[A-Za-z]+\d[A-Za-z0-9]*)(?!\w)"
)
BARE = re.compile(r"\W*[a-z]\w*[\d_.]\w*\W*")
MOST = 13
RUSSIAN = re.compile(r"[а-я]+")
STRANGE = 0.5
PLAIN = 9
PIECES = 6
MIRRORED = 0.25


def found(text: str) -> dict[str, int]:
    """Names of what counts in a message as it was written, and what each weighs."""
    text = counting.without_sums(text)
    words = plain(readings.named(counting.values(text)))
    read_too = list(_whole(words))
    told = dict(_of_words(words))
    for other in read_too:
        for name, weight in _of_words(other):
            told[name] = max(told.get(name, weight), weight, key=abs)
    shapes = {*_of_digits(text, words), *_of_shape(text, words)}
    if not (_is_clear(words, told, shapes) or PERSONAL.search(words)):
        shapes.add("impersonal")
    heard = any(_is_heard(one) for one in (words, *read_too)) or _is_mirrored(words)
    known = f"{words} {readings.russian_sounds(words)}"
    if heard or any(hidden(known, other) for other in _others(text, words)):
        shapes.add("hidden")
    return told | {name: weight for name, (weight, _code) in shape_weights().items() if name in shapes}


def _is_clear(words: str, told: dict[str, int], shapes: set[str]) -> bool:
    """Needs a message no «мне» or «тебе» to be meant for the other? Odd shapes, plain calls and short ones do not."""
    plainly = told.keys() & CLEAR or max(told.values(), default=0) >= PLAIN
    return bool(shapes - QUANTITIES or plainly) or len(words.split()) <= 3 or not CYRILLIC.search(words)


@cache
def shape_weights() -> dict[str, tuple[int, str]]:
    """Weight and code of each odd shape."""
    parted = (line.split() for line in lines("shapes.txt"))
    return {name: (int(weight), code) for name, weight, code in parted}


@cache
def code_of() -> dict[str, str]:
    """What the coordinator reads for each name."""
    shapes = {name: code for name, (_weight, code) in shape_weights().items()}
    return {sign.name: sign.code for sign in signs()} | shapes


def _of_words(words: str) -> Iterator[tuple[str, int]]:
    return ((sign.name, weight) for sign in signs() if (weight := sign.weight(words)))


def _whole(words: str) -> Iterator[str]:
    """Readings that are read like the message itself."""
    mixed = russian(words)
    letters = sum(sign.isalpha() for sign in words)
    if letters and len(CYRILLIC.findall(words)) * 3 < letters:
        yield readings.russian_sounds(words)
        yield words.translate(readings.TO_RUSSIAN)
        return
    shorter = re.sub(r"([^\W\d_])\1+", r"\1", re.sub(r"(?<=[^\W\d_])[*_\-.](?=[^\W\d_])", "", mixed))
    for other in {mixed, shorter, readings.MIXED.sub(lambda one: one[0].translate(readings.LEET_RU), mixed)}:
        if other != words:
            yield other


def _others(text: str, words: str) -> Iterator[str]:
    yield from readings.of_letters(words)
    if SPREAD.search(words) or len(re.findall(r"\s[.@/]\s|\s[a-z]\s", words)) >= 2:
        yield _link_of(re.sub(r"\s", "", words))
    yield from readings.initials(words)
    for other in readings.decoded(text):
        yield plain(other)


def _is_heard(words: str) -> bool:
    """A service told in pieces or misspelt: «тиле грам», «вот сап»."""
    told = re.findall(r"[^\W\d_]+", words)
    plainly = re.sub(r"[^\w ]", "", words)
    runs = [sound("".join(told[first : first + PIECES])) for first in range(len(told))]
    return any(run.startswith(one) and name not in plainly for run in runs for one, name in HEARD.items())


def hidden(words: str, other: str) -> bool:
    """Does a reading say a word or a number that the message itself does not?"""
    if any(found[0] not in words for found in KEY.finditer(other)):
        return True
    return len(SPOKEN.findall(other)) >= 4 > len(SPOKEN.findall(words))


def _link_of(joined: str) -> str:
    """What would be a link or an address without its blanks."""
    return "https:" if addresses.has_link(joined) or addresses.has_mail(joined) else joined


def _of_digits(text: str, words: str) -> Iterator[str]:
    rows = counting.rows(words)
    most = max(len(row) for row in rows)
    upside = counting.digits(plain(readings.named(text)[::-1]).translate(readings.SWAPPED))
    coded = [plain(one) for one in readings.decoded(text)]
    rows += ["".join(s for s in one if s.isdecimal()) for one in coded]
    if any(len(row) >= 10 for row in rows[-len(coded) :] if coded):
        yield "coded"
    rows += [readings.keys(text)]
    if any(counting.is_phone(row) for row in rows):
        yield "phone_row"
    if any(counting.is_phone(row[::-1]) for row in rows) or counting.is_phone(upside):
        yield "phone_backwards"
    if any(re.search(r"[78]9\d{9}", row) for row in rows if len(row) <= MOST + 3):
        yield "phone_inside"
    for least in (6, 8, 10):
        if most >= least:
            yield f"digits_{least}"


def _of_shape(text: str, words: str) -> Iterator[str]:
    odd = sum(_is_odd(sign) for sign in text)
    if odd >= 3:
        yield "odd_signs"
    if any(unicodedata.category(sign) == "Cf" for sign in text if sign not in "\u200d\u00ad"):
        yield "unseen"
    if NICK.search(plain(FORMULA.sub(" ", text))) and not FILE.search(words):
        yield "nick_shape"
    if counting.is_spoken(words):
        yield "spoken"
    strange = _nonsense(words)
    if strange >= 0.25:
        yield "nonsense"
    if strange >= 0.6:
        yield "nonsense_most"
    if any(len(word) >= 6 and len(set(word)) > 3 and _strangeness(word) > 0.6 for word in RUSSIAN.findall(words)):
        yield "nonsense_word"
    if BARE.fullmatch(words.strip()) and not FILE.search(words):
        yield "bare"
    if CYRILLIC.search(words) and LATIN.search(words):
        yield "latin_word"
    if SPREAD.search(text.lower()):
        yield "spread"
    for name, pattern in (("hash", HASH), ("domain", DOMAIN), ("signed", SIGNED)):
        if pattern.search(words):
            yield name
    if CAPITALS.search(FORMULA.sub(" ", text)):
        yield "capitals"
    if counting.counted(words):
        yield "counted"
    if sum(len(one) > 1 for one in readings.MORSE_WORD.findall(readings._spelt_morse(text))) >= 4:
        yield "coded"
    if sum(len(one) >= 4 for one in re.findall(r"(?<!\d)[01]+(?!\d)", text)) >= 5 or re.search(r"[01]{16,}", text):
        yield "coded"
    if any(
        len(set(one)) > 6 and any(s.isupper() for s in one[1:]) for one in re.findall(r"[A-Za-z0-9+/]{12,}=*", text)
    ):
        yield "coded"


def _nonsense(words: str) -> float:
    """The share of words that cannot be Russian, where there are two of them at least."""
    told = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) >= 3]
    if not all(RUSSIAN.fullmatch(word) for word in told):
        return 0
    strange = [word for word in told if len(set(word)) > 1 and _strangeness(word) >= STRANGE]
    return len(strange) / len(told) if len(strange) >= 2 else 0


def _is_mirrored(words: str) -> bool:
    """Does the message read as Russian from its end, and not from its beginning?"""
    told = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) >= 3 and RUSSIAN.fullmatch(word)]
    if len(told) < 2:
        return False
    ahead, back = (sum(_strangeness(word[::step]) for word in told) / len(told) for step in (1, -1))
    return ahead > MIRRORED and back < ahead / 3


def _strangeness(word: str) -> float:
    """The share of its threes that Russian words do not have."""
    whole = f"^{word}$"
    threes = [whole[place : place + 3] for place in range(len(whole) - 2)]
    return sum(three not in _threes() for three in threes) / len(threes)


@cache
def _threes() -> frozenset[str]:
    return frozenset(three for line in lines("threes.txt") for three in line.split())


def _is_odd(sign: str) -> bool:
    if "\U0001f130" <= sign <= "\U0001f1ff":
        return True
    if sign < "\u0250" or "\u0400" <= sign <= "\u052f" or "\u2000" <= sign <= "\u206f":
        return False
    kind = unicodedata.category(sign)
    if sign in "⁰²³₀₁₂₃₄₅₆₇₈₉⁶⁻√∞≈≤≥−½¼°πΔαβγλμω":
        return False
    return kind[0] == "L" or (kind in {"Nd", "No", "Nl", "Mn", "Me"} and sign not in "\ufe0f\u20e3") or kind == "Sk"
