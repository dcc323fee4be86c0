"""Whom a text names, in any case and with ё as е."""

import pytest

from nastavnik.domain.achievements.naming import stands_in, words_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Спасибо Воронову за терпение", "Воронов"),
        ("Спасибо, Мария Ивановна!", "Мария"),
        ("Благодарю Марию", "Мария"),
        ("Мы с Петром Семёновым", "Семенов"),
        ("Рядом была Анна Римская-Корсакова", "Корсаков"),
        ("Учились у Покровского", "Покровский"),
        ("Лев помог", "Лев"),
    ],
)
def test_a_name_is_found_in_any_case(text, name):
    assert stands_in(words_of(text), name)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Мы вырастили розы", "Розов"), ("Воронежская область", "Воронов"), ("Спасибо всем", "Всеволод"), ("Всё", "")],
)
def test_other_words_are_no_names(text, name):
    assert not stands_in(words_of(text), name)
