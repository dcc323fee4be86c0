"""Days that people type."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from nastavnik.web.shell.forms import DayField


def test_a_day_is_typed_in_the_usual_ways():
    assert {DayField().clean(text) for text in ("2026-11-23", "23.11.2026", "23.11.26")} == {date(2026, 11, 23)}


@pytest.mark.parametrize("text", ["9999-12-31", "31.12.9999", "0001-01-01", "20026-11-23"])
def test_a_year_that_is_a_typing_error_is_refused(text):
    with pytest.raises(ValidationError):
        DayField().clean(text)
