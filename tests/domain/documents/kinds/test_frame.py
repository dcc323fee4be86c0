"""What stands around papers."""

from dataclasses import replace

import pytest

from nastavnik.domain.documents.kinds.frame import listed, stamp
from tests.domain.documents.rendering.samples import SCHOOL
from tests.domain.documents.samples.programmes import APPENDIX


@pytest.mark.parametrize(
    ("short_name", "line"),
    [("МБОУ «СОШ № 17»", "к приказу МБОУ «СОШ № 17»"), ("Школа № 17", "к приказу"), ("", "к приказу")],
)
def test_stamp_names_only_what_needs_no_case(short_name, line):
    frame = replace(APPENDIX, institution=replace(SCHOOL, short_name=short_name))

    assert stamp(frame).lines[1] == line


def test_full_stop_of_an_initial_or_a_year_is_not_the_end_of_an_item():
    assert listed(["Морозов П. П.", "до 29 мая 2027 г.", "отчёт."]) == [
        "Морозов П. П.;",
        "до 29 мая 2027 г.;",
        "отчёт.",
    ]
