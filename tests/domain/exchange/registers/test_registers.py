"""Who is in the registers, what is missing of them, what of it may leave the house."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from nastavnik.domain.exchange.registers import loading
from nastavnik.domain.exchange.registers.columns import columns_of
from nastavnik.domain.exchange.registers.filters import Filters, filters_from
from nastavnik.domain.exchange.registers.needs import Need, needs_map
from nastavnik.domain.exchange.registers.outline import SORTS, Mark, lacking, missing, outline
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance, Enrolment, Guardianship
from nastavnik.domain.people.roles import ROLES, Permission
from nastavnik.domain.programmes.actions import describe, set_profile
from nastavnik.domain.programmes.records import ProfileValues
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def school(now):
    """A pair of Полина and Тимур, and Амина without a consent; another school beside them."""
    here = make.OrganisationFactory()
    module = make.ModuleFactory(programme__organisation=here, programme__title="Старшие — младшим")
    group = make.StudyGroupFactory(academic_year=module.programme.academic_year, title="5А", grade=5)
    place = SimpleNamespace(here=here, module=module, group=group)
    place.coordinator = make.staff(RoleCode.COORDINATOR, here, surname="Петрова")
    place.polina = person(place, "Белозерская", "Полина", group=group)
    place.amina = person(place, "Галимзянова", "Амина")
    place.timur = person(place, "Ким", "Тимур", birth_date=date(1985, 5, 17), post="учитель", phone="+79001112233")
    place.mentee, place.waiting = taking_part(place, place.polina), taking_part(place, place.amina)
    place.mentor = taking_part(place, place.timur, mentor=True)
    Clearance.objects.create(organisation=here, person=place.timur, checked_on=date(2026, 9, 1))
    place.consent = make.signed_consent(place.polina)
    place.pair = make.MentorshipFactory(module=module)
    make.add_member(place.pair, place.mentee, is_minor=True, consent=place.consent)
    make.add_member(place.pair, place.mentor)
    wants(place, place.mentee, main_need="алгебра", needs=("шахматы",), free_time=((1, 900, 1020),))
    wants(place, place.waiting, main_need="алгебра")
    wants(place, place.mentor, competences=("шахматы",), places=2)
    make.ParticipationFactory(person__surname="Чужая")
    return place


def person(place, surname, given_name, group=None, **about):
    someone = make.PersonFactory(
        organisation=place.here, surname=surname, given_name=given_name, patronymic="", **about
    )  # fmt: skip
    if group:
        Enrolment.objects.create(
            organisation=place.here, person=someone, study_group=group, starts_on=date(2026, 9, 1)
        )  # fmt: skip
    return someone


def taking_part(place, someone, **about):
    return make.ParticipationFactory(module=place.module, person=someone, **about)


def wants(place, participation, **values):
    set_profile(participation, values=ProfileValues(**values), by=place.coordinator)


def seen(school, register="mentee", user=None, text="", **filters):
    return outline(user or school.coordinator, school.here, register, Filters(**filters), text=text, on=TODAY)


def pks(school, register="mentee", **filters):
    return [pk for pk, _there in seen(school, register, **filters)]


def rows(school, register="mentee", *, by_name=False):
    codes = [column.code for column in columns_of(register)]
    categories = {"keen": "увлечён делом"}
    marks = seen(school, register)
    return loading.rows_of(marks, on=TODAY, categories=categories, columns=codes, by_name=by_name)


def cells(school, register):
    """Heading → cell of the first row, empty ones left out."""
    first = rows(school, register)[0]
    found = {str(one.title): one.value(first) for one in columns_of(register)}
    return {title: cell for title, cell in found.items() if cell not in ("", None)}


def test_everybody_of_the_school_is_there_by_name_and_what_is_missing_is_counted(school):
    marks = seen(school)

    assert [pk for pk, _there in marks] == [school.mentee.pk, school.waiting.pk]
    assert missing(marks, "mentee") == {"consent": 1, "pair": 1, "topics": 0, "time": 1, "category": 2}
    assert [Mark(*mark).pk for mark in lacking(marks, "mentee", "consent")] == [school.waiting.pk]
    assert missing(seen(school, "mentor"), "mentor") == {
        "clearance": 0, "consent": 0, "pair": 0, "topics": 0, "time": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"grade": 5}, ["mentee"]),
        ({"paired": "no"}, ["waiting"]),
        ({"paired": "yes"}, ["mentee"]),
        ({"about": "Шахматы"}, ["mentee"]),
        ({"about": "алг"}, ["mentee", "waiting"]),
        ({"text": "галимзян"}, ["waiting"]),
        ({"state": "left"}, []),
        ({"sort": "-name"}, ["waiting", "mentee"]),
        ({"sort": "group"}, ["mentee", "waiting"]),
        ({"sort": "-group"}, ["mentee", "waiting"]),
        ({"category": "keen"}, ["waiting"]),
        ({"conditions": "yes"}, ["waiting"]),
    ],
)
def test_a_filter_leaves_exactly_these(school, filters, left):
    described(school.waiting, school)

    assert pks(school, **filters) == [getattr(school, name).pk for name in left]


def described(participation, school):
    describe(
        participation, category="keen", needs_conditions=True, results="сдала зачёт", case_link="https://school.example/a",
        by=school.coordinator,
    )  # fmt: skip


def test_a_row_of_the_form_says_what_the_form_asks(school):
    described(school.mentee, school)
    mother = make.PersonFactory(
        organisation=school.here, surname="Белозерская", given_name="Анна", patronymic="", adult=True,
        phone="+79005556677",
    )  # fmt: skip
    Guardianship.objects.create(
        organisation=school.here, guardian=mother, child=school.polina, starts_on=date(2026, 9, 1)
    )

    assert cells(school, "mentee") == {
        "№": 1,
        "ФИО": "Белозерская Полина",
        "Родитель или опекун": "Белозерская Анна",
        "Телефон родителя": "+79005556677",
        "Год рождения": 2014,
        "Основной запрос": "алгебра",
        "Дата вхождения в программу": date(2026, 9, 10),
        "ФИО наставника": "Ким Тимур",
        "Форма наставничества": "ученик–ученик",
        "Место работы или учёбы наставника": "учитель",
        "Результаты программы": "сдала зачёт",
        "Ссылка на кейс или отзыв": "https://school.example/a",
        "Класс или группа": "5А",
        "Категория": "увлечён делом",
        "Нужны условия": "да",
        "Дата рождения": date(2014, 3, 2),
        "Другие запросы": "шахматы",
        "Удобное время": "пн 15:00–17:00",
        "Согласие": "да",
        "Подписано": "01.09.2026, родитель или опекун, ребёнок",
        "Можно публиковать": "нет",
        "Статус": "можно подбирать",
        "Состояние пары": "работает",
        "Программа": "Старшие — младшим",
        "Модуль": "Основной модуль",
    }


def test_a_row_of_a_mentor_says_whom_they_help_and_whether_they_are_cleared(school):
    found = cells(school, "mentor")

    assert {title: found[title] for title in ("ФИО", "ФИО наставляемого", "Допуск", "Основные компетенции")} == {
        "ФИО": "Ким Тимур",
        "ФИО наставляемого": "Белозерская Полина",
        "Допуск": "да, 01.09.2026",
        "Основные компетенции": "шахматы",
    }
    assert found["Сколько наставляемых готов взять"] == 2


def test_a_child_whose_consent_was_withdrawn_is_not_named_beside_the_mentor_in_a_table_out(school):
    school.consent.withdrawn_on = TODAY
    school.consent.save()

    [out], [page] = rows(school, "mentor"), rows(school, "mentor", by_name=True)
    others = next(one for one in columns_of("mentor") if one.code == "others")

    assert others.value(out) == "без имени, нет согласия: 1"
    assert others.value(page) == "Белозерская Полина"
    assert [Mark(*mark).consent for mark in seen(school)] == [False, False]


def test_nobody_is_said_to_be_ready_for_matching_while_the_consent_is_not_there(school):
    school.consent.withdrawn_on = TODAY
    school.consent.save()

    found = cells(school, "mentee")

    assert (found["Согласие"], found["Статус"]) == ("нет", "ждёт согласия")


def test_who_does_not_collect_consents_sees_nobody_whose_data_may_not_be_used(school, monkeypatch):
    role = ROLES[RoleCode.HEAD]
    monkeypatch.setitem(ROLES, RoleCode.HEAD, replace(role, permissions=role.permissions | {Permission.REGISTER_SEE}))
    head = make.staff(RoleCode.HEAD, school.here)

    assert [pk for pk, _there in seen(school, user=head)] == [school.mentee.pk]


def test_other_roles_see_no_register(school):
    for role in (RoleCode.TEACHER, RoleCode.HEAD, RoleCode.PSYCHOLOGIST, RoleCode.MENTOR):
        assert seen(school, user=make.staff(role, school.here)) == []


def test_whose_data_were_erased_is_in_no_register(school):
    school.timur.erased_on = TODAY
    school.timur.save()

    assert seen(school, "mentor") == []


def test_the_map_counts_who_asks_who_waits_and_who_offers(school):
    found = needs_map(school.coordinator, school.here, Filters(), by="grade", on=TODAY)

    assert [(one.title, one.asking, one.waiting, one.offering, one.parts) for one in found.needs] == [
        ("алгебра", 2, 1, 0, {5: (1, 0), None: (1, 1)}),
        ("шахматы", 1, 0, 1, {5: (1, 0)}),
    ]
    assert (found.keys, found.people, found.waiting, found.silent) == ([5, None], 2, 1, 0)
    assert isinstance(found.needs[0], Need)


def test_what_cannot_be_is_as_if_it_was_not_asked():
    given = {"module": "x", "grade": "5", "lacks": "clearance", "sort": "-phone", "state": "ready", "about": " а\0 "}

    assert filters_from(given, "mentee", frozenset(SORTS)) == Filters(grade=5, state="ready", about="а")
