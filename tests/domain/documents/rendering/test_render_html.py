from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from nastavnik.domain.documents.rendering.html import (
    Explanation,
    FileLine,
    LeftOutPerson,
    LevelLine,
    MatchedPair,
    Notice,
    ReasonLine,
    render_explanation,
)

REASONS = [
    ReasonLine("fits", "Яков силён в том, о чём просит Полина: алгебра.", 40, 40),
    ReasonLine("unknown", "Интересы не указаны.", 0, 20),
]
SAMPLE = Explanation(
    title="Подбор наставников",
    as_of=date(2026, 11, 23),
    pairs=[MatchedPair("Черных Полина", "Воронов Яков", 87, REASONS, "6 «Б»", "9 «А»")],
    left_out=[LeftOutPerson("Ли Ян", ["Нет согласия родителя."], "5 «А»", "Запишите согласие.")],
    levels=[LevelLine("Сколько детей с наставником", 1, 1), LevelLine("Сумма баллов", 1510, 1510)],
    warnings=[Notice("Без столбца согласия дети в пары не попали", "Столбца «Согласие» нет.", ["Ли Ян, строка 7"])],
    files=[FileLine("mentees.xlsx", "ab" * 32)],
)


class Page(HTMLParser):
    """Tags with their attributes, and the words between them."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags, self.words = [], []
        self.feed(data.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).replace("\u00a0", " ").split())

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def test_page_says_who_with_whom_why_and_who_is_left_out():
    text = Page(render_explanation(SAMPLE)).text

    assert "Черных Полина 6 «Б» Воронов Яков 9 «А» 87 из 100 ✓ подходит: Яков силён в том" in text
    assert "(40 из 40)" in text
    assert "Ли Ян 5 «А» Нет согласия родителя. Запишите согласие." in text


def test_warnings_come_before_everything_else():
    text = Page(render_explanation(SAMPLE)).text

    assert text.index("Без столбца согласия") < text.index("Кто с кем")
    assert "Сначала прочтите это" not in Page(render_explanation(replace(SAMPLE, warnings=()))).text


def test_verdict_is_claimed_only_where_every_level_is_proved():
    assert "Лучше нельзя: это доказано." in Page(render_explanation(SAMPLE)).text
    open_level = [LevelLine("Сумма баллов", 1500, 1510)]
    text = Page(render_explanation(replace(SAMPLE, levels=open_level))).text
    assert "Лучше нельзя" not in text
    assert "Сумма баллов 1 500 1 510 10" in text
    assert "Лучше нельзя" not in Page(render_explanation(replace(SAMPLE, levels=()))).text


def test_page_fetches_nothing_and_runs_nothing():
    page = Page(render_explanation(SAMPLE))

    assert page.all("script") == page.all("link") == page.all("img") == page.all("iframe") == []
    assert all(attributes["href"].startswith("#") for attributes in page.all("a"))
    assert b"url(" not in render_explanation(SAMPLE)
    assert b"@import" not in render_explanation(SAMPLE)


def test_page_is_readable_aloud():
    page = Page(render_explanation(SAMPLE))

    assert page.all("html") == [{"lang": "ru"}]
    assert [name for name, _ in page.tags if name in {"h1", "h2", "h3"}] == ["h1", "h2", "h3", "h2", "h2", "h2", "h3"]
    assert len(page.all("caption")) == len(page.all("table")) == 3
    assert all("scope" in attributes for attributes in page.all("th"))


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", "{{ 7 * 7 }}", '"><img src=x>', "{% raw %}"])
def test_payload_in_data_stays_text(payload):
    page = Page(render_explanation(replace(SAMPLE, title=payload, left_out=[LeftOutPerson(payload, [payload])])))

    assert page.all("script") == page.all("img") == []
    assert page.text.count(payload) == 4  # title, heading, name, reason


def test_nobody_matched_is_said_in_words():
    text = Page(render_explanation(replace(SAMPLE, pairs=(), left_out=()))).text

    assert "Ни одной пары не получилось." in text
    assert "Пара нашлась для каждого, кого можно было подбирать." in text


def test_same_explanation_gives_the_same_bytes():
    assert render_explanation(SAMPLE) == render_explanation(SAMPLE)
