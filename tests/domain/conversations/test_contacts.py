"""The detector of contacts, measured on messages that were written before it (tests/data/contacts/README.md)."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from nastavnik.domain.conversations.contacts import CODES, codes, links

FOLDER = Path(__file__).resolve().parents[2] / "data" / "contacts"
ALLOWED = {"resh.edu.ru", "ru.wikipedia.org", "telemost.yandex.ru", "edu.sirius.online", "sferum.ru"}
NEW_WAYS = {"local_phone", "reversed", "arithmetic", "slang_digits", "qr", "third_party", "other_service"}


def passes(url):
    return urlsplit(url if "//" in url else f"//{url}").hostname in ALLOWED


def is_held(words):
    """Is one of the messages held, the ones before it known?"""
    parts = words.split(" ⏎ ")
    return any(codes(part, before=parts[:number], passes=passes) for number, part in enumerate(parts))


def read(name):
    for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        kind, way, words = line.split("\t", 2)
        yield kind, way, words


def measured(name, ways=None):
    """(contacts, of them held, innocents, of them held)."""
    rows = [row for row in read(name) if ways is None or row[0] == "innocent" or (row[1] in NEW_WAYS) == ways]
    contacts = [is_held(words) for kind, _way, words in rows if kind == "contact"]
    innocents = [is_held(words) for kind, _way, words in rows if kind == "innocent"]
    return len(contacts), sum(contacts), len(innocents), sum(innocents)


def test_there_are_three_hundred_of_each():
    every = [row for name in ("first", "second", "held_out") for row in read(name)]

    assert sum(kind == "contact" for kind, _way, _words in every) >= 300
    assert sum(kind == "innocent" for kind, _way, _words in every) >= 300


@pytest.mark.parametrize("name", ["first", "second"])
def test_on_the_thirds_for_tuning_everything_is_found(name):
    contacts, found, innocents, held = measured(name)

    assert found == contacts
    assert held <= innocents * 0.05


def test_on_the_third_that_was_never_used_for_tuning():
    for ways in (False, None):  # ways that the tuning thirds have too; all of them
        contacts, found, innocents, held = measured("held_out", ways=ways)

        assert found >= contacts * 0.95
        assert held <= innocents * 0.05


def test_no_innocent_message_written_later_is_held_either():
    _contacts, _found, innocents, held = measured("later")

    assert held <= innocents * 0.05


def test_letters_drawn_apart_and_alphabets_mixed_are_one_word():
    assert "elsewhere" in codes("напиши в т е л е г у")
    assert "elsewhere" in codes("нaпиши в тeлeгу")


def test_what_is_let_through_passes_and_its_neighbour_does_not():
    assert codes("смотри resh.edu.ru/7", passes=passes) == []
    assert codes("смотри resh.edu.ru/7 и vk.com/id1", passes=passes)[:1] == ["link"]


def test_links_are_given_as_they_are_written():
    assert links("Вот (https://kvant.example.ru/a?b=1), и ещё школа7.рф.") == [
        "https://kvant.example.ru/a?b=1", "школа7.рф",
    ]  # fmt: skip


def test_every_finding_has_its_words():
    from nastavnik.web.conversations.faces import WHY

    assert set(WHY) == set(CODES)
