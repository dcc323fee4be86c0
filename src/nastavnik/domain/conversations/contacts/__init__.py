"""Contacts in a message: does it carry a way to meet past the conversation? Pure, no Django.

`codes` says why a message should wait; an empty list lets it pass. It errs towards waiting: a coordinator looks, nobody
is accused. Measured on messages written before it (tests/data/contacts, docs/benchmarks.md).
"""

from collections.abc import Callable, Iterable

from nastavnik.domain.conversations.contacts import addresses, numbers, talk
from nastavnik.domain.conversations.contacts.spelling import plain

PHONE, CARD, MAIL, LINK, NICK = "phone", "card", "mail", "link", "nick"
ELSEWHERE, ASKS_PHONE, SECRET, MEETING, MONEY, PHOTO = "elsewhere", "asks_phone", "secret", "meeting", "money", "photo"
CODES = (PHONE, CARD, MAIL, LINK, NICK, ELSEWHERE, ASKS_PHONE, SECRET, MEETING, MONEY, PHOTO)
MOST_LETTERS = 14  # of a piece: a message with more words is no piece of a number


def codes(text: str, *, before: Iterable[str] = (), passes: Callable[[str], bool] = lambda _url: False) -> list[str]:
    """Codes of what was found, in the order of CODES. `before` are the author's last messages, the oldest first;
    `passes` says which links are let through."""
    found = _codes(text, passes)
    pieces = _pieces(before)
    if not found and pieces and _is_piece(text):
        joined = " ".join([*pieces, text]), "".join([*pieces, text])
        found = {code for one in joined for code in _codes(one, passes)} & {PHONE, CARD, MAIL, LINK, NICK}
    return [code for code in CODES if code in found]


def links(text: str) -> list[str]:
    """The links of a text as they are written, without the punctuation that follows them."""
    return addresses.links(text)


def _codes(text: str, passes: Callable[[str], bool]) -> set[str]:
    allowed = [url for url in links(text) if passes(url)]
    for url in allowed:
        text = text.replace(url, " ")
    words = plain(text)
    found: set[str] = set()
    if numbers.has_phone(words):
        found.add(PHONE)
    if numbers.has_card(words):
        found.add(CARD)
    if addresses.has_mail(words):
        found.add(MAIL)
    if addresses.has_link(words):
        found.add(LINK)
    if addresses.has_nick(words):
        found.add(NICK)
    return found | talk.found(words, has_allowed_link=bool(allowed))


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
