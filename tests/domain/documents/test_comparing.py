"""What an edition says otherwise, line by line. No database."""

from nastavnik.domain.documents.comparing import Change, changes


def test_the_same_text_changes_nothing():
    assert changes(["а", "б"], ["а", "б"]) == ()


def test_lines_that_went_stand_beside_those_that_came():
    assert changes(["а", "б", "в"], ["а", "г", "в", "д"]) == (Change(("б",), ("г",)), Change((), ("д",)))


def test_a_line_may_go_without_another_in_its_place():
    assert changes(["а", "б"], ["б"]) == (Change(("а",), ()),)
