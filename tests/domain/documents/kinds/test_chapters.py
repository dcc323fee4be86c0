"""Lists and chapters of long papers."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.approving import inside
from nastavnik.domain.documents.kinds.chapters import Chapter, Said, items_of, numbered_chapters, quoted
from nastavnik.domain.documents.rendering.text import blocks_text
from tests.domain.documents.rendering.samples import SCHOOL


def test_items_of_one_sentence_have_small_letters_and_semicolons():
    assert items_of(["Повысить интерес", " ИКТ-компетенции ", "", "до 5 мая 2027 г."]) == [
        "повысить интерес;",
        "ИКТ-компетенции;",
        "до 5 мая 2027 г.",
    ]


def test_item_of_several_sentences_makes_sentences_of_all():
    assert items_of(["спрашивают обе стороны; решения не навязывают", "доверие"]) == [
        "Спрашивают обе стороны; решения не навязывают.",
        "Доверие.",
    ]
    assert items_of(["Одно. Другое", "третье"]) == ["Одно. Другое.", "Третье."]


def test_initials_and_short_words_begin_no_sentence():
    assert items_of(["имени В. С. Сосновского", "ул. Школьная"]) == ["имени В. С. Сосновского;", "ул. Школьная."]


def test_chapter_without_words_is_left_out_and_numbers_go_on():
    sections = numbered_chapters(
        [
            Chapter("first", "Первая", [Said("Есть слова")]),
            Chapter("empty", "Пустая", [Said("Список:", ["", " "])]),
            Chapter("last", "Последняя", [Said("Список:", []), Said("Другой:", ["одно", "два"])]),
        ]
    )

    assert [(one.code, list(blocks_text(one.blocks))) for one in sections] == [
        ("first", ["1. Первая", "1.1. Есть слова."]),
        ("last", ["2. Последняя", "2.1. Другой:", "одно;", "два."]),
    ]


def test_quotes_inside_a_title_are_of_the_other_kind():
    assert quoted(" Студия «Грация» ") == "«Студия „Грация“»"


def test_only_an_abbreviation_stands_in_the_prepositional_as_it_is():
    assert inside(SCHOOL) == "в МБОУ «СОШ № 17»"
    assert inside(replace(SCHOOL, short_name="Школа № 17")) == "в организации"
    assert inside(replace(SCHOOL, short_name="")) == "в организации"
