"""The handbook says what the matrix says."""

from scripts.who_sees_what import PAGE, ROOMS, handbook

from tests.access.matrix import PAGES, PUBLIC, ROLES


def test_handbook_is_made_of_the_matrix():
    assert PAGE.read_text(encoding="utf-8") == handbook(), "run python scripts/who_sees_what.py"


def test_every_row_has_a_letter_for_each_role():
    odd = [
        key
        for key, page in PAGES.items()
        if page.letters != PUBLIC and (len(page.letters) != len(ROLES) or set(page.letters) - set("y-?"))
    ]

    assert odd == []


def test_every_page_of_the_matrix_has_a_title_of_its_own():
    titles = [page.title for page in PAGES.values()]

    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_every_room_of_the_matrix_has_its_part_of_the_page():
    assert sorted({key.split(":")[0] for key in PAGES} - set(ROOMS)) == []
