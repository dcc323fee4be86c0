"""Citations of acts: what is known, dead, mistyped, and what is nobody's business."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.documents.acts import SHIPPED_ACTS
from nastavnik.domain.documents.citations import FlagCode, KnownAct, check, citations, impossible_days
from tests.effort import examples

BY_CODE = {act.code: act for act in SHIPPED_ACTS}
REGISTER = [
    KnownAct(
        act.number,
        act.title,
        act.adopted_on,
        act.in_force_from,
        act.in_force_to,
        BY_CODE[act.replaced_by].title if act.replaced_by else "",
    )
    for act in SHIPPED_ACTS
]
AUTUMN = date(2026, 9, 1)


def flags(text, on=AUTUMN):
    return [(flag.code, flag.cited) for flag in check(text, REGISTER, on)]


@pytest.mark.parametrize(
    "text",
    [
        "распоряжение Минпросвещения от 25.12.2019 № Р-145",
        "распоряжением от 25 декабря 2019 г. № Р-145",
        "в соответствии с распоряжением № P-145",  # the letter of the Latin alphabet
        "письмо от 21.12.2021 № АЗ-1128/08, № 657",
        "Федеральный закон от 29.12.2012 № 273\u2011ФЗ",
        "закон № 152-ФЗ от 27.07.2006",
        "статья 351.8 Трудового кодекса Российской Федерации",
        "по ст. 351.8 ТК РФ",
        "приказ от 24.03.2023 № 196",
        "приказ директора от 01.09.2026 № 42-ОД",
        "приказ от 01.09.2026 № 276",  # the number of a dead act, with the day of a local order
        "протокол от 28.08.2026 № 1, класс 10-А, группа ПО-21",
        "ст. 66.1 ГК РФ",
    ],
)
def test_what_is_cited_well_or_is_local_is_not_flagged(text):
    assert flags(text) == []


@pytest.mark.parametrize(
    ("text", "code", "cited"),
    [
        ("по ст. 358.1 ТК РФ", FlagCode.MISTYPED, "ст. 358.1"),
        ("закон от 29.12.2012 № 237-ФЗ", FlagCode.MISTYPED, "от 29.12.2012 № 237-ФЗ"),
        ("распоряжение № Р-154", FlagCode.MISTYPED, "№ Р-154"),
        ("приказ от 24.03.2023 № 169", FlagCode.MISTYPED, "приказ от 24.03.2023 № 169"),
        ("распоряжение от 25.12.2018 № Р-145", FlagCode.WRONG_DATE, "от 25.12.2018 № Р-145"),
        ("приказ Минобрнауки от 07.04.2014 № 276", FlagCode.NO_MORE, "приказ Минобрнауки от 07.04.2014 № 276"),
        ("закон № 442-ФЗ", FlagCode.UNKNOWN, "№ 442-ФЗ"),
    ],
)
def test_a_dead_or_mistyped_citation_is_flagged(text, code, cited):
    assert flags(text) == [(code, cited)]


def test_a_paper_of_an_earlier_day_does_not_cite_what_came_later():
    assert flags("по ст. 351.8 ТК РФ", date(2025, 2, 28)) == [(FlagCode.NOT_YET, "ст. 351.8")]
    assert flags("по ст. 351.8 ТК РФ", date(2025, 3, 1)) == []


def test_an_act_is_dead_from_the_day_after_its_last():
    assert flags("приказ от 07.04.2014 № 276", date(2023, 8, 31)) == []
    dead = check("приказ от 07.04.2014 № 276", REGISTER, date(2023, 9, 1))
    assert [act.replaced_by for flag in dead for act in flag.acts] == [BY_CODE["attestation_196"].title]


def test_a_mistake_made_twice_is_told_once():
    assert flags("по ст. 358.1 ТК РФ и ещё раз по ст. 358.1 ТК РФ") == [(FlagCode.MISTYPED, "ст. 358.1")]


def test_a_slip_may_mean_more_than_one_act():
    (flag,) = check("по ст. 358.1 ТК РФ", REGISTER, AUTUMN)
    assert [act.number for act in flag.acts] == ["ст. 351.8", "ст. 351.1"]


@settings(max_examples=examples(1000))
@given(st.text(alphabet="Р-145АЗ/08№ от.ст2019ФЗрдекабряТК357", max_size=60))
def test_any_text_is_read_and_cited_words_stand_in_it(text):
    found = list(citations(text))
    assert all(citation.words in text for citation in found)
    assert len(check(text, REGISTER, AUTUMN)) <= len(found)


@pytest.mark.parametrize("act", [act for act in SHIPPED_ACTS if act.number], ids=lambda act: act.code)
def test_the_words_of_a_shipped_act_cite_it_without_a_flag(act):
    on = act.in_force_to or AUTUMN
    assert check(act.title, REGISTER, on) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("положение от 31.02.2026 № 5", ("31.02.2026",)),
        ("приказ от 30 февраля 2026 года", ("30 февраля 2026",)),
        ("приказ от 29.02.2024 № 1, от 29.02.2025 № 2", ("29.02.2025",)),
        ("приказ от 1 марта 2026 г. № 14-а", ()),
        ("закон от 29.12.2012 № 273-ФЗ, п. 3.2.2026", ()),
    ],
)
def test_days_that_no_calendar_has_are_found(text, days):
    assert impossible_days(text) == days
