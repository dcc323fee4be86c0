"""What should be looked at before a paper is signed: facts → codes. No database."""

from datetime import date

import pytest

from nastavnik.domain.documents.messages import WARNINGS, warning
from nastavnik.domain.documents.warnings import Facts, Load, Warning, WarningCode, warnings

MONDAY, SUNDAY = date(2026, 8, 31), date(2026, 8, 30)


def codes(**facts):
    return [found.code.value for found in warnings(Facts(**{"dated_on": MONDAY, **facts}))]


def test_a_paper_in_order_has_no_warnings():
    assert (
        codes(
            is_order=True,
            introduces=True,
            needs_number=True,
            number="42-ОД",
            starts_on=date(2026, 9, 1),
            term_ends=date(2027, 5, 31),
            council_on=date(2026, 8, 28),
            council_protocol="1",
            limit=3,
            loads=[Load("Заец И. И.", 3)],
        )
        == []
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"needs_number": True}, ["number_missing"]),
        ({"introduces": True, "starts_on": date(2026, 8, 30)}, ["after_start"]),
        ({"introduces": True, "starts_on": MONDAY}, []),
        ({"starts_on": date(2026, 8, 30)}, []),  # an order on pairs comes later by its nature
        ({"introduces": True, "council_on": date(2026, 9, 1), "council_protocol": "1"}, ["before_council"]),
        ({"introduces": True, "council_on": date(2026, 8, 1), "council_protocol": "1"}, []),
        ({"introduces": True, "council_on": date(2026, 7, 31), "council_protocol": "1"}, ["long_after_council"]),
        ({"introduces": True, "council_on": MONDAY}, ["protocol_missing"]),
        ({"council_on": date(2026, 9, 1)}, []),
        ({"limit": 2, "loads": [Load("Заец", 2), Load("Ким", 3)]}, ["over_limit"]),
        ({"loads": [Load("Ким", 30)]}, []),  # no local rule, no warning
        ({"term_ends": date(2026, 8, 30)}, ["term_past"]),
        ({"term_ends": MONDAY}, []),
        ({"valid_until": date(2026, 8, 30), "term_ends": date(2027, 1, 1)}, ["term_past"]),
        ({"valid_from": date(2026, 9, 2), "valid_until": date(2026, 9, 1)}, ["term_reversed"]),
        ({"valid_from": date(2026, 9, 1), "valid_until": date(2026, 9, 1)}, []),
        ({"dated_on": SUNDAY, "is_order": True}, ["day_off"]),
        ({"dated_on": date(2026, 8, 29), "is_order": True}, []),  # schools work on Saturdays
        ({"dated_on": SUNDAY}, []),
        ({"dated_on": date(2026, 11, 4), "is_order": True}, ["public_holiday"]),
        ({"dated_on": date(2027, 1, 8), "is_order": True}, ["public_holiday"]),
        ({"dated_on": date(2026, 11, 4)}, []),
        ({"dated_on": date(2026, 1, 12), "is_order": True, "year_starts_on": date(2026, 9, 1)}, ["before_year"]),
        ({"dated_on": date(2026, 6, 15), "is_order": True, "year_starts_on": date(2026, 9, 1)}, []),
        ({"dated_on": date(2026, 1, 12), "year_starts_on": date(2026, 9, 1)}, []),
        ({"dated_on": SUNDAY, "is_order": True, "holidays": ["Праздник"]}, ["holiday"]),
    ],
)
def test_each_warning_comes_exactly_when_it_should(facts, expected):
    assert codes(**facts) == expected


def test_sentences_name_the_days_and_the_people():
    found = warnings(Facts(dated_on=MONDAY, introduces=True, starts_on=SUNDAY, limit=2, loads=[Load("Ким А. О.", 4)]))

    assert [warning(one) for one in found] == [
        "Дата документа 31.08.2026 позже начала программы 30.08.2026.",
        "Ким А. О.: наставляемых станет 4, принято не больше 2.",
    ]


def test_every_code_has_a_sentence_that_takes_its_params():
    assert set(WARNINGS) == set(WarningCode)
    assert warning(Warning(WarningCode.ACT_CITED, {"said": "как есть"})) == "как есть"
