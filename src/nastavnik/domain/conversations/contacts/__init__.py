"""Contacts in a message: does it carry a way to meet past the conversation? Pure, no Django.

`codes` says why a message should wait; an empty list lets it pass. Certain is what reads as a number, an address, a
link or a name elsewhere. All else is weighed: lists of words and odd shapes (words/), in the message and in the
readings that undo a disguise. It errs towards waiting: a coordinator looks, nobody is accused. Measured on messages
written before it (tests/data/contacts, docs/benchmarks.md).
"""

import re
from collections.abc import Callable, Iterable

from nastavnik.domain.conversations.contacts import addresses, counting, features, numbers, talk
from nastavnik.domain.conversations.contacts.spelling import plain

PHONE, CARD, MAIL, LINK, NICK = "phone", "card", "mail", "link", "nick"
ELSEWHERE, ASKS_PHONE, SECRET, MEETING, MONEY, PHOTO = "elsewhere", "asks_phone", "secret", "meeting", "money", "photo"
UNREAD, HIDING, ENCODED, CLOSENESS, GIFT = "unread", "hiding", "encoded", "closeness", "gift"
CODES = (
    PHONE, CARD, MAIL, LINK, NICK, ELSEWHERE, ASKS_PHONE, SECRET, MEETING, MONEY, PHOTO, UNREAD, HIDING, ENCODED,
    CLOSENESS, GIFT,
)  # fmt: skip
WHOLE = {PHONE, CARD, MAIL, LINK, NICK}  # one of them is enough, whatever else is said
TALK = {ELSEWHERE: 6, ASKS_PHONE: 6, SECRET: 7, MEETING: 7, MONEY: 9, PHOTO: 9}  # what the frames of `talk` weigh
THRESHOLD = 9
BLANKS = re.compile(r"(\s)\s{2,}")  # a page of blanks says nothing and takes a second to read
NAMED_FROM = 4  # what weighs less explains nothing
MOST_LETTERS = 14  # of a piece: a message with more words is no piece of a number


def codes(text: str, *, before: Iterable[str] = (), passes: Callable[[str], bool] = lambda _url: False) -> list[str]:
    """Codes of what was found, in the order of CODES. `before` are the author's last messages, the oldest first;
    `passes` says which links are let through."""
    found = _codes(text, passes)
    pieces = _pieces(before)
    if not found and pieces and _is_piece(text):
        joined = " ".join([*pieces, text]), "".join([*pieces, text])
        found = {code for one in joined for code in _codes(one, passes)} & {*WHOLE, ELSEWHERE, ASKS_PHONE}
    if not found and counting.is_handed_over(before, text):
        found = {PHONE}
    return [code for code in CODES if code in found]


def links(text: str) -> list[str]:
    """The links of a text as they are written, without the punctuation that follows them."""
    return addresses.links(text)


def _codes(text: str, passes: Callable[[str], bool]) -> set[str]:
    text = BLANKS.sub(r"\1\1", text)
    allowed = [url for url in links(text) if passes(url)]
    for url in allowed:
        text = text.replace(url, " ")
    words = plain(counting.without_sums(text))
    certain = {code for code, is_there in CERTAIN if is_there(words)}
    told = talk.found(words, has_allowed_link=bool(allowed))
    weights = features.found(text)
    total = sum(weights.values()) + sum(TALK[code] for code in told)
    if total < THRESHOLD:
        return certain
    return certain | told | _named(weights)


CERTAIN: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (PHONE, numbers.has_phone), (CARD, numbers.has_card), (MAIL, addresses.has_mail), (LINK, addresses.has_link),
    (NICK, addresses.has_nick),
)  # fmt: skip


def _named(weights: dict[str, int]) -> set[str]:
    """Codes of what weighed; of many trifles the heaviest."""
    codes_of = features.code_of()
    least = min(NAMED_FROM, max(weights.values(), default=0))
    return {codes_of[name] for name, weight in weights.items() if weight >= max(least, 1)}


def _pieces(before: Iterable[str]) -> list[str]:
    """The pieces that stand last, one after another."""
    found: list[str] = []
    for text in reversed(list(before)):
        if not _is_piece(text):
            break
        found.insert(0, text)
    return found


def _is_piece(text: str) -> bool:
    words = plain(text)
    unspoken = numbers.spoken_away(words)
    return sum(sign.isalpha() for sign in unspoken) <= MOST_LETTERS
