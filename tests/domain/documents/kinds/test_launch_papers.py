"""Leaflet and outline of a talk: each reader is told in their own words, nobody is made to take part."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik.domain.documents.kinds import information_leaflet, talk_outline
from nastavnik.domain.programmes.enums import Audience, Catalogue
from tests.domain.documents.kinds.reading import said, section
from tests.domain.documents.samples import information_leaflet as leaflet
from tests.domain.documents.samples import talk_outline as talk
from tests.domain.documents.samples.programmes import BARE, PUPILS, TEACHERS, entry

OF_AUDIENCES = (
    entry(Catalogue.OPPORTUNITY, "child", "свой человек рядом", audience="pupil"),
    entry(Catalogue.OPPORTUNITY, "parent", "видно, что получается", audience="guardian"),
    entry(Catalogue.OPPORTUNITY, "mentor", "объясняя другому, лучше понимаешь сам", audience="mentor"),
)
WITH_AUDIENCES = replace(PUPILS, entries={Catalogue.OPPORTUNITY: OF_AUDIENCES})


def test_leaflet_says_what_who_when_and_whom_to_ask():
    paper = information_leaflet.build(leaflet.SAMPLE)

    assert paper.title == "о программе наставничества «Вместе к успеху» для родителей (законных представителей)"
    assert section(paper, "when") == [
        "Когда",
        "Программа идёт с 1 сентября 2026 г. по 29 мая 2027 г. Заявки принимаются до 16 октября 2026 г.",
    ]
    assert section(paper, "free_will") == [
        "Только по желанию",
        "Ребёнок участвует, если хочет сам и если вы дали согласие. Согласие можно отозвать в любой день, на оценках "
        "это не скажется.",
    ]
    assert section(paper, "ask") == [
        "К кому обратиться",
        "Куратор программы – Петрова Ольга Ильинична, заместитель директора по воспитательной работе.",
        "Кабинет 12, по средам с 15 часов.",
        "Тел. (000) 000-00-17, school17@example.org",
    ]
    assert paper.square == "https://example.org/p/a1b2c3/"
    assert paper.footnote == "Узнать больше и сказать о своём желании: example.org/p/a1b2c3"


def test_numbers_of_the_tax_office_are_not_for_calling():
    school = replace(leaflet.SAMPLE.frame.institution, contacts="тел. 00-17, ОГРН 0000000000000, ИНН 0000000000")
    paper = information_leaflet.build(replace(leaflet.SAMPLE, frame=replace(leaflet.SAMPLE.frame, institution=school)))

    assert section(paper, "ask")[-1] == "Тел. 00-17"


def test_leaflet_of_a_later_day_calls_nobody_to_apply():
    late = replace(leaflet.SAMPLE, frame=replace(leaflet.SAMPLE.frame, day=date(2026, 10, 17)))

    assert section(information_leaflet.build(late), "when") == [
        "Когда",
        "Программа идёт с 1 сентября 2026 г. по 29 мая 2027 г.",
    ]


def test_leaflet_without_an_open_page_has_no_code():
    paper = information_leaflet.build(replace(leaflet.SAMPLE, page="", address=""))

    assert (paper.square, paper.footnote) == ("", "")


def test_opportunities_are_those_of_the_reader_and_of_mentors():
    paper = information_leaflet.build(replace(leaflet.SAMPLE, programme=WITH_AUDIENCES))

    assert section(paper, "gives") == [
        "Что это даёт",
        "Вам и ребёнку:",
        "видно, что получается.",
        "Тому, кто помогает:",
        "объясняя другому, лучше понимаешь сам.",
    ]


@pytest.mark.parametrize("audience", [Audience.PUPIL, Audience.GUARDIAN, Audience.TEACHER])
def test_every_reader_is_told_that_it_is_voluntary_even_of_a_bare_programme(audience):
    paper = information_leaflet.build(replace(leaflet.SAMPLE, programme=BARE, audience=audience))

    assert "Отказаться" in section(paper, "free_will")[1] or "отозвать" in section(paper, "free_will")[1]
    assert len(section(paper, "gives")) == 4


def test_teachers_programme_speaks_of_no_children():
    paper = information_leaflet.build(replace(leaflet.SAMPLE, programme=TEACHERS, audience=Audience.TEACHER))

    assert not [line for line in said(paper)[5:] if "ребён" in line or "дет" in line]


def test_minutes_of_the_talk_add_up():
    paper = talk_outline.build(talk.SAMPLE)

    assert section(paper, "occasion") == ["Классный час, 20 минут."]
    [table] = paper.section("talk").blocks
    assert [row[1] for row in table.rows] == ["3", "4", "5", "3", "5"]


def test_talk_names_both_sides_of_the_opportunities():
    [table] = talk_outline.build(replace(talk.SAMPLE, programme=WITH_AUDIENCES)).section("talk").blocks

    assert table.rows[2][2:] == (
        "Возможности и перспективы",
        "Тому, кому помогают: свой человек рядом. Тому, кто помогает: объясняя другому, лучше понимаешь сам.",
    )


def test_parents_meeting_is_shorter():
    paper = talk_outline.build(replace(talk.SAMPLE, audience=Audience.GUARDIAN, occasion="Родительское собрание"))

    assert section(paper, "occasion") == ["Родительское собрание, 15 минут."]
