"""How a name is written short, and how a line is read as one."""

import pytest

from nastavnik.domain.people.names import (
    Case,
    FullName,
    initials,
    read,
    short_public,
    signed,
)

NB = "\u00a0"
CASES = [Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL]


def test_initials_hold_to_the_surname_by_no_break_spaces():
    assert initials(FullName("Воронов", "Яков", "Романович")) == f"Воронов{NB}Я.{NB}Р."
    assert initials(FullName("Петрова", "Ольга", "Ильинична"), Case.DATIVE) == f"Петровой{NB}О.{NB}И."
    assert initials(FullName("Ли", "Ян")) == f"Ли{NB}Я."
    assert initials(FullName("Гаджи-Мурадов", "Абдул-Керим", "Рашид оглы")) == f"Гаджи-Мурадов{NB}А.-К.{NB}Р."


def test_name_beside_a_signature_begins_with_the_initials():
    assert signed(FullName("Воронов", "Яков", "Романович")) == f"Я.{NB}Р.{NB}Воронов"
    assert signed(FullName("Ли", "Ян")) == f"Я.{NB}Ли"


def test_public_short_form_keeps_one_letter_of_the_surname():
    assert short_public(FullName("Воронова", "Полина", "Сергеевна")) == f"Полина{NB}В."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Воронов Яков Романович", ("Воронов", "Яков", "Романович")),
        ("Яков Романович Воронов", ("Воронов", "Яков", "Романович")),
        ("Яков Воронов", ("Воронов", "Яков", "")),
        ("Петрова (Сидорова) Анна Ивановна", ("Петрова (Сидорова)", "Анна", "Ивановна")),
        ("Петрова(Сидорова) Анна", ("Петрова (Сидорова)", "Анна", "")),
        ("фон Берг Карл Иванович", ("фон Берг", "Карл", "Иванович")),
        ("де ла Фуэнте Карлос", ("де ла Фуэнте", "Карлос", "")),
        ("Алиев Рашид Ахмед оглы", ("Алиев", "Рашид", "Ахмед оглы")),
        ("Пак Чжи Сон", ("Пак", "Чжи Сон", "")),
        ("Иванов И. И.", ("Иванов", "И.", "И.")),
        ("Анна Ильинична", ("", "Анна", "Ильинична")),
        ("Любовь", ("Любовь", "", "")),
    ],
)
def test_a_line_is_cut_into_the_parts_of_a_name(text, parts):
    assert read(text) == FullName(*parts)


@pytest.mark.parametrize("text", ["", "  ", "12 -", "()"])
def test_a_line_without_a_letter_is_no_name(text):
    with pytest.raises(ValueError):
        read(text)
