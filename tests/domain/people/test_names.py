import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.people.names import (
    Case,
    Doubt,
    FullName,
    Gender,
    gender_of,
    inflect,
)
from tests.effort import examples

NB = "\u00a0"
CASES = [Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL]
# Worked by hand: nominative, then genitive, dative, accusative, instrumental, prepositional.
WORKED = [
    (
        ("Воронов", "Яков", "Романович"),
        "Воронова Якова Романовича",
        "Воронову Якову Романовичу",
        "Воронова Якова Романовича",
        "Вороновым Яковом Романовичем",
        "Воронове Якове Романовиче",
    ),
    (
        ("Петрова", "Ольга", "Ильинична"),
        "Петровой Ольги Ильиничны",
        "Петровой Ольге Ильиничне",
        "Петрову Ольгу Ильиничну",
        "Петровой Ольгой Ильиничной",
        "Петровой Ольге Ильиничне",
    ),
    (
        ("Черных", "Полина", "Сергеевна"),
        "Черных Полины Сергеевны",
        "Черных Полине Сергеевне",
        "Черных Полину Сергеевну",
        "Черных Полиной Сергеевной",
        "Черных Полине Сергеевне",
    ),
    (
        ("Дурново", "Пётр", "Павлович"),
        "Дурново Петра Павловича",
        "Дурново Петру Павловичу",
        "Дурново Петра Павловича",
        "Дурново Петром Павловичем",
        "Дурново Петре Павловиче",
    ),
    (
        ("Гоголь-Яновская", "Анна", "Львовна"),
        "Гоголь-Яновской Анны Львовны",
        "Гоголь-Яновской Анне Львовне",
        "Гоголь-Яновскую Анну Львовну",
        "Гоголь-Яновской Анной Львовной",
        "Гоголь-Яновской Анне Львовне",
    ),
    (
        ("Лев", "Лев", "Львович"),
        "Льва Льва Львовича",
        "Льву Льву Львовичу",
        "Льва Льва Львовича",
        "Львом Львом Львовичем",
        "Льве Льве Львовиче",
    ),
    (
        ("Заяц", "Илья", "Олегович"),
        "Зайца Ильи Олеговича",
        "Зайцу Илье Олеговичу",
        "Зайца Илью Олеговича",
        "Зайцем Ильёй Олеговичем",
        "Зайце Илье Олеговиче",
    ),
    (
        ("Гаджи-Мурадов", "Абдул-Керим", "Рашид оглы"),
        "Гаджи-Мурадова Абдул-Керима Рашид оглы",
        "Гаджи-Мурадову Абдул-Кериму Рашид оглы",
        "Гаджи-Мурадова Абдул-Керима Рашид оглы",
        "Гаджи-Мурадовым Абдул-Керимом Рашид оглы",
        "Гаджи-Мурадове Абдул-Кериме Рашид оглы",
    ),
    (
        ("Мамедова", "Лейла", "Рашид кызы"),
        "Мамедовой Лейлы Рашид кызы",
        "Мамедовой Лейле Рашид кызы",
        "Мамедову Лейлу Рашид кызы",
        "Мамедовой Лейлой Рашид кызы",
        "Мамедовой Лейле Рашид кызы",
    ),
    (
        ("Преображенская-Воздвиженская", "Анастасия-Виктория", "Святославовна"),
        "Преображенской-Воздвиженской Анастасии-Виктории Святославовны",
        "Преображенской-Воздвиженской Анастасии-Виктории Святославовне",
        "Преображенскую-Воздвиженскую Анастасию-Викторию Святославовну",
        "Преображенской-Воздвиженской Анастасией-Викторией Святославовной",
        "Преображенской-Воздвиженской Анастасии-Виктории Святославовне",
    ),
    (("Ли", "Ян", ""), "Ли Яна", "Ли Яну", "Ли Яна", "Ли Яном", "Ли Яне"),
    (
        ("Сердюк", "Никита", ""),
        "Сердюка Никиты",
        "Сердюку Никите",
        "Сердюка Никиту",
        "Сердюком Никитой",
        "Сердюке Никите",
    ),
    (
        ("Сердюк", "Любовь", ""),
        "Сердюк Любови",
        "Сердюк Любови",
        "Сердюк Любовь",
        "Сердюк Любовью",
        "Сердюк Любови",
    ),
]


@pytest.mark.parametrize("row", WORKED, ids=lambda row: " ".join(row[0]))
def test_names_bend_as_worked_by_hand(row):
    name = FullName(*row[0])

    forms = [inflect(name, case) for case in CASES]

    assert [form.text for form in forms] == list(row[1:])
    assert all(form.doubts == () for form in forms)
    assert inflect(name, Case.NOMINATIVE).text == " ".join(part for part in row[0] if part)


def test_name_without_a_known_gender_stays_nominative_and_says_so():
    form = inflect(FullName("Сердюк", "Саша"), Case.DATIVE)

    assert form.text == "Сердюк Саша"
    assert form.doubts == (Doubt.GENDER_UNKNOWN,)


def test_stated_gender_decides_where_the_name_does_not():
    assert inflect(FullName("Сердюк", "Саша", gender=Gender.MALE), Case.DATIVE).text == "Сердюку Саше"
    assert inflect(FullName("Сердюк", "Саша", gender=Gender.FEMALE), Case.DATIVE).text == "Сердюк Саше"


def test_form_mended_by_hand_wins_and_ends_the_doubt():
    name = FullName("Чурок", "Иван", overrides={"dative": {"surname": "Чурку"}})

    assert inflect(name, Case.DATIVE).text == "Чурку Ивану"
    assert inflect(name, Case.DATIVE).doubts == ()
    assert inflect(name, Case.ACCUSATIVE).doubts == (Doubt.FLEETING_VOWEL,)


def test_foreign_letters_are_left_alone_and_reported():
    form = inflect(FullName("Smith", "Анна"), Case.GENITIVE)

    assert (form.text, form.doubts) == ("Smith Анны", (Doubt.NOT_CYRILLIC,))


def test_capitals_stay_capitals():
    assert inflect(FullName("ИВАНОВ", "Пётр"), Case.DATIVE).text == "ИВАНОВУ Петру"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        (FullName("Хан", "Женя", "Рашид оглы"), Gender.MALE),
        (FullName("Хан", "Женя", "Рашид кызы"), Gender.FEMALE),
        (FullName("Ли", "Женя", "Львович"), Gender.MALE),
        (FullName("Черных", "Лев"), Gender.MALE),
        (FullName("Иванова", "Саша"), Gender.FEMALE),
        (FullName("Сердюк", "Саша"), None),
        (FullName("Иванова", "Никита"), None),
    ],
)
def test_gender_is_told_by_patronymic_then_given_name(name, gender):
    assert gender_of(name) == gender


MEN = """Александр Алексей Анатолий Андрей Антон Артём Борис Вадим Валерий Василий Виктор Виталий Владимир Вячеслав Глеб
Григорий Даниил Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Лев Максим Матвей Михаил Никита Николай
Олег Павел Пётр Роман Рустам Сергей Степан Тимур Юрий Ярослав Ильдар Магомед Ваня Коля"""
WOMEN = """Александра Алина Алла Анастасия Анна Валентина Варвара Вера Вероника Виктория Галина Дарья Диана Ева Евгения
Екатерина Елена Елизавета Жанна Зинаида Зоя Инна Ирина Кира Ксения Лариса Лидия Любовь Людмила Маргарита Марина Мария
Надежда Наталия Наталья Нина Оксана Ольга Полина Раиса Светлана София Софья Тамара Татьяна Ульяна Юлия Айгуль Катя"""


def test_common_given_names_tell_their_gender_alone():
    assert [word for word in MEN.split() if gender_of(FullName("Ли", word)) != Gender.MALE] == []
    assert [word for word in WOMEN.split() if gender_of(FullName("Ли", word)) != Gender.FEMALE] == []
    assert [word for word in ("Саша", "Женя", "Валя") if gender_of(FullName("Ли", word))] == []


def test_names_at_odds_are_not_written_to_the_log(caplog):
    with caplog.at_level("INFO"):
        assert inflect(FullName("Иванова", "Никита"), Case.DATIVE).doubts == (Doubt.GENDER_UNKNOWN,)

    assert caplog.text == ""


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        (FullName("Ли", "Амир-Али"), "Ли Амир-Али"),
        (FullName("Ли", "Ахмед-Хан"), "Ли Ахмед-Хану"),
        (FullName("Ли", "Жан-Поль"), "Ли Жан-Полю"),
        (FullName("Ли", "Иван-Павел", gender=Gender.MALE), "Ли Ивану-Павлу"),
        (FullName("Ли", "Анна-Мария"), "Ли Анне-Марии"),
        (FullName("Ондар", "Кан-оол", "Олегович"), "Ондару Кан-оолу Олеговичу"),
    ],
)
def test_double_given_names_bend_where_they_should(name, dative):
    assert (inflect(name, Case.DATIVE).text, inflect(name, Case.DATIVE).doubts) == (dative, ())


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        (FullName("Воронец", "Иван"), Doubt.FLEETING_VOWEL),
        (FullName("Черемис", "Никитос"), Doubt.GENDER_GUESSED),
        (FullName("Петров", "Анна", "Ивановна"), Doubt.GENDER_CONFLICT),
        (FullName("Петров", "Анна", "Иванович"), Doubt.GENDER_CONFLICT),
        (FullName("Иванова", "Пётр", "Ильич"), Doubt.GENDER_CONFLICT),
        (FullName("Бабий", "Иван"), Doubt.BOTH_WAYS),
        (FullName("Галеева", "Зульфия"), Doubt.BOTH_WAYS),
        (FullName("Тимур-Дубов", "Иван"), Doubt.FIRST_PART),
        (FullName("Пак", "Чжи Сон", gender=Gender.MALE), Doubt.FIRST_PART),
        (FullName("Иванов2", "Иван"), Doubt.WORD_UNKNOWN),
        (FullName("Ивано\u0301в", "Иван"), Doubt.WORD_UNKNOWN),
        (FullName("Иванов", "Иван", "Отчествов"), Doubt.WORD_UNKNOWN),
        (FullName("Müller", "Анна"), Doubt.NOT_CYRILLIC),
    ],
)
def test_each_doubt_has_its_reason(name, doubt):
    assert doubt in inflect(name, Case.DATIVE).doubts


def test_an_unknown_stress_is_doubtful_in_the_instrumental_alone():
    name = FullName("Кваша", "Илья", "Лукич")

    assert inflect(name, Case.DATIVE).doubts == ()
    assert inflect(name, Case.INSTRUMENTAL).doubts == (Doubt.STRESS_UNKNOWN,)


def test_a_chaplin_of_this_country_bends_as_a_russian():
    assert inflect(FullName("Чаплин", "Чарльз"), Case.INSTRUMENTAL).text == "Чаплином Чарльзом"
    assert inflect(FullName("Чаплин", "Пётр", "Ильич"), Case.INSTRUMENTAL).text == "Чаплиным Петром Ильичом"


def test_letters_made_of_two_signs_are_one_letter():
    assert inflect(FullName("Цои\u0306", "Андреи\u0306"), Case.DATIVE) == inflect(
        FullName("Цой", "Андрей"), Case.DATIVE
    )


def test_capitals_keep_to_capitals_in_every_part():
    assert inflect(FullName("САЛТЫКОВ-ЩЕДРИН", "ПЁТР", "И."), Case.DATIVE).text == "САЛТЫКОВУ-ЩЕДРИНУ ПЕТРУ И."


@settings(max_examples=examples(60), deadline=None)
@given(st.text("абегийкоцшьэюяъ-'’. ()Aa1О\u0301\u00a0", max_size=12), st.sampled_from([None, *Gender]))
def test_any_text_bends_without_breaking_and_a_strange_one_is_never_certain(text, gender):
    name = FullName(text, text[::-1], text[2:], gender)

    forms = [inflect(name, case) for case in Case]

    assert forms[0].text == unicodedata.normalize("NFC", str(name))
    strange = any(letter in text for letter in "Aa1\u0301")
    assert not strange or forms[2].doubts != ()
