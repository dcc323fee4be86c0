"""Posts: what bends, what keeps its form, what is not known."""

import pytest

from nastavnik.domain.people.names import Case, Doubt
from nastavnik.domain.people.posts import ATTRIBUTE_FORMS, HEAD_FORMS, ORDER, inflect_post

DATIVE = [
    ("Директор", "Директору"),
    ("ДИРЕКТОР", "ДИРЕКТОРУ"),
    ("заместитель директора по УВР", "заместителю директора по УВР"),
    ("заместитель директора по воспитательной работе", "заместителю директора по воспитательной работе"),
    ("учитель русского языка и литературы", "учителю русского языка и литературы"),
    ("учитель высшей категории", "учителю высшей категории"),
    ("педагог дополнительного образования", "педагогу дополнительного образования"),
    ("педагог-психолог", "педагогу-психологу"),
    ("педагог - психолог", "педагогу-психологу"),
    ("учитель-логопед", "учителю-логопеду"),
    ("тренер-преподаватель", "тренеру-преподавателю"),
    ("педагог-организатор ОБЖ", "педагогу-организатору ОБЖ"),
    ("старшая вожатая", "старшей вожатой"),
    ("старший методист", "старшему методисту"),
    ("социальный педагог", "социальному педагогу"),
    ("главный инженер", "главному инженеру"),
    ("главная медицинская сестра", "главной медицинской сестре"),
    ("заведующая отделением", "заведующей отделением"),
    ("заведующий учебной частью", "заведующему учебной частью"),
    ("мастер производственного обучения", "мастеру производственного обучения"),
    ("индивидуальный предприниматель", "индивидуальному предпринимателю"),
    ("генеральный директор ООО «Ромашка»", "генеральному директору ООО «Ромашка»"),
    ("исполняющий обязанности директора", "исполняющему обязанности директора"),
    ("временно исполняющая обязанности директора", "временно исполняющей обязанности директора"),
    ("учёный секретарь", "учёному секретарю"),
    ("режиссер", "режиссеру"),
    ("дежурный администратор", "дежурному администратору"),
    ("дежурный", "дежурному"),
    ("вице-президент", "вице-президенту"),
    ("IT-специалист", "IT-специалисту"),
    ("ст. преподаватель", "ст. преподавателю"),
    ("учащийся 9 «Б»", "учащемуся 9 «Б»"),
    ("учитель математики, классный руководитель 7 «А»", "учителю математики, классному руководителю 7 «А»"),
    ("и. о. директора", "и. о. директора"),
    ("И.о. директора, учитель физики", "И.о. директора, учителю физики"),
    ("врио директора", "врио директора"),
    ("зав. отделением", "зав. отделением"),
    ("ИП", "ИП"),
]
UNKNOWN = [
    "гуру наставничества",
    "учитель истории и методист",
    "и. о. директора и учитель",
    "учитель, гуру",
    "старший",
    "главная бухгалтер",
    "заместитель директора – руководитель центра",
]


@pytest.mark.parametrize(("post", "dative"), DATIVE, ids=[post for post, _ in DATIVE])
def test_posts_bend_by_their_leading_words(post, dative):
    bent = inflect_post(post, Case.DATIVE)

    assert (bent.text, bent.doubts) == (dative, ())


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (Case.GENITIVE, "старшего воспитателя"),
        (Case.ACCUSATIVE, "старшего воспитателя"),
        (Case.INSTRUMENTAL, "старшим воспитателем"),
        (Case.PREPOSITIONAL, "старшем воспитателе"),
        (Case.NOMINATIVE, "старший воспитатель"),
    ],
)
def test_a_post_in_every_case(case, expected):
    assert inflect_post("старший воспитатель", case).text == expected


def test_women_bend_as_women_in_the_accusative():
    assert inflect_post("старшая медсестра", Case.ACCUSATIVE).text == "старшую медсестру"
    assert inflect_post("заведующая кафедрой", Case.ACCUSATIVE).text == "заведующую кафедрой"


@pytest.mark.parametrize("post", UNKNOWN)
def test_post_outside_the_lists_stays_nominative_and_says_so(post):
    bent = inflect_post(post, Case.DATIVE)

    assert (bent.text, bent.doubts) == (post, (Doubt.POST_UNKNOWN,))


def test_mended_post_wins():
    assert inflect_post("гуру", Case.DATIVE, {"dative": "гуру школы"}).text == "гуру школы"


def test_every_word_of_the_lists_has_six_forms():
    assert (len(HEAD_FORMS) > 130, len(ATTRIBUTE_FORMS) > 40) == (True, True)
    for nominative, forms in [*HEAD_FORMS.items(), *ATTRIBUTE_FORMS.items()]:
        assert list(forms) == list(ORDER)
        assert forms[Case.NOMINATIVE] == nominative
        assert all(form[:3] == nominative[:3] and form.isalpha() for form in forms.values())
