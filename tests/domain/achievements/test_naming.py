"""Whom a text names, in any case and with ё as е."""

import pytest

from nastavnik.domain.achievements.naming import cases_of, stands_in, words_of
from nastavnik.domain.people.names import FullName


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
        ("СПАСИБО ВОРОНОВУ", "Воронов"),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Учились у Чёрного", FullName("Чёрный", "Олег")),
        ("Спасибо Лесной", FullName("Лесная", "Дарья")),
        ("Без Павла не вышло бы", FullName("Котов", "Павел")),
        ("Вместе со Львом", FullName("Котов", "Лев")),
    ],
)
def test_a_name_that_changes_its_stem_is_found_by_its_cases(text, name):
    surnames, given = cases_of(name)
    assert not words_of(text).isdisjoint(surnames | given)
