"""Which addresses of video calls an institution lets in."""

import pytest

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.organisations.queries import allows_link

SERVICES = "sferum.ru\nhttps://Telemost.Yandex.ru/\nвстреча.рф\n\n"


@pytest.mark.parametrize(
    ("url", "is_allowed"),
    [
        ("https://sferum.ru/?call=1", True),
        ("https://web.sferum.ru/call/1", True),
        ("https://www.sferum.ru/", True),
        ("https://SFERUM.ru:443/x", True),
        ("https://telemost.yandex.ru/j/123", True),
        ("https://встреча.рф/1", True),
        ("https://xn--80adjri0d.xn--p1ai/1", False),
        ("http://sferum.ru/call", False),
        ("https://yandex.ru/", False),
        ("https://notsferum.ru/", False),
        ("https://sferum.ru.evil.example/", False),
        ("https://sferum.ru@evil.example/", False),
        ("https://sferum.ru:8443/", False),
        ("https://evil.example\\@sferum.ru/", False),
        ("https://sferum.ru\u200b/", False),
        ("https://evil.example/sferum.ru", False),
        ("javascript://sferum.ru/%0aalert(1)", False),
        ("sferum.ru/call", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_a_link_is_let_in_only_by_its_host(url, is_allowed):
    assert allows_link(Organisation(video_services=SERVICES), url) is is_allowed


def test_an_institution_that_names_nothing_allows_nothing():
    assert not allows_link(Organisation(video_services=""), "https://sferum.ru/")
