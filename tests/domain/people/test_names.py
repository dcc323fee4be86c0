import pytest

from nastavnik.domain.people.names import (
    Case,
    Doubt,
    FullName,
    Gender,
    gender_of,
    inflect,
    initials,
    short_public,
    signed,
)
from nastavnik.domain.people.posts import HEAD_FORMS, ORDER, inflect_post

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


def test_names_at_odds_are_not_written_to_the_log(caplog):
    with caplog.at_level("INFO"):
        assert inflect(FullName("Иванова", "Никита"), Case.DATIVE).doubts == (Doubt.GENDER_UNKNOWN,)

    assert caplog.text == ""


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
    ("post", "case", "expected"),
    [
        (
            "заместитель директора по воспитательной работе",
            Case.ACCUSATIVE,
            "заместителя директора по воспитательной работе",
        ),
        ("Директор", Case.DATIVE, "Директору"),
        ("учитель русского языка и литературы", Case.INSTRUMENTAL, "учителем русского языка и литературы"),
        ("педагог дополнительного образования", Case.DATIVE, "педагогу дополнительного образования"),
        ("педагог-психолог", Case.INSTRUMENTAL, "педагогом-психологом"),
        ("учитель-логопед", Case.ACCUSATIVE, "учителя-логопеда"),
        ("старшая вожатая", Case.ACCUSATIVE, "старшую вожатую"),
        ("социальный педагог", Case.GENITIVE, "социального педагога"),
        ("исполняющий обязанности директора", Case.DATIVE, "исполняющему обязанности директора"),
        ("и. о. директора", Case.DATIVE, "и. о. директора"),
        ("мастер производственного обучения", Case.PREPOSITIONAL, "мастере производственного обучения"),
    ],
)
def test_posts_bend_by_their_leading_words(post, case, expected):
    assert inflect_post(post, case).text == expected
    assert inflect_post(post, case).doubts == ()


@pytest.mark.parametrize("post", ["гуру наставничества", "учитель истории и методист", "старший"])
def test_post_outside_the_table_stays_nominative_and_says_so(post):
    assert inflect_post(post, Case.DATIVE).text == post
    assert inflect_post(post, Case.DATIVE).doubts == (Doubt.POST_UNKNOWN,)


def test_mended_post_wins():
    assert inflect_post("гуру", Case.DATIVE, {"dative": "гуру школы"}).text == "гуру школы"


def test_every_post_of_the_table_has_six_forms_with_its_stem():
    assert len(HEAD_FORMS) >= 25
    for nominative, forms in HEAD_FORMS.items():
        assert list(forms) == list(ORDER)
        assert all(form.startswith(nominative[:-2]) for form in forms.values())
