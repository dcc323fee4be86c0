"""The pages of the registers: who is seen, what goes out, how many queries it takes."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core.models import AuditEntry
from nastavnik.domain.exchange.models import SavedView
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Enrolment
from nastavnik.domain.programmes.actions import set_profile
from nastavnik.domain.programmes.models import ParticipationProfile
from nastavnik.domain.programmes.records import ProfileValues
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
URL = "/registers/"


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR, surname="Ветрова")
    user.module = make.ModuleFactory(programme__organisation=user.person.organisation)
    client.force_login(user)
    return user


def mentee(coordinator, surname, *, agreed=True, **values):
    """A child in the module, with a class; `agreed=False` without a consent."""
    person = make.PersonFactory(organisation=coordinator.person.organisation, surname=surname, patronymic="")
    if agreed:
        make.signed_consent(person)
    group = make.StudyGroupFactory(academic_year=coordinator.module.programme.academic_year)
    Enrolment.objects.create(
        organisation=person.organisation, person=person, study_group=group, starts_on=date(2026, 9, 1)
    )
    taking = make.ParticipationFactory(module=coordinator.module, person=person)
    set_profile(taking, values=ProfileValues(**values), by=coordinator)
    return taking


def shown(response):
    return [row.name for row, _cells in response.context["rows"]]


def test_the_coordinator_sees_all_of_the_school_and_nobody_else(client, coordinator):
    mentee(coordinator, "Семёнова", agreed=False)
    mentee(coordinator, "Белкина")
    make.ParticipationFactory(person__surname="Чужая")

    page = client.get(URL)

    assert shown(page) == ["Белкина Тимур", "Семёнова Тимур"]
    assert "Чужая" not in page.content.decode()
    assert [(str(chip["title"]), chip["count"]) for chip in page.context["chips"]] == [
        ("Все", 2), ("Согласия нет или отозвано", 1), ("Без пары", 2), ("Нет запроса", 2), ("Не указано время", 2),
        ("Нет категории", 2),
    ]  # fmt: skip


def test_search_chips_and_columns_narrow_the_page(client, coordinator):
    mentee(coordinator, "Семёнова", agreed=False)
    mentee(coordinator, "Белкина", main_need="алгебра")

    assert shown(client.get(URL, {"lacks": "consent"})) == ["Семёнова Тимур"]
    assert shown(client.get(URL, {"about": "алгебр"})) == ["Белкина Тимур"]
    assert shown(client.post(URL, {"search": "1", "q": "СЕМЕН"}, follow=True)) == ["Семёнова Тимур"]
    page = client.get(URL, {"column": ["main_need", "birth_year"]})
    assert [str(head["title"]) for head in page.context["heads"]] == ["ФИО", "Год рождения", "Основной запрос"]
    assert "Сбросить фильтры" in client.get(URL, {"about": "никто"}).content.decode()


@pytest.mark.parametrize("address", [URL, f"{URL}needs/?by=grade", f"{URL}print/"])
def test_a_page_takes_as_many_queries_for_three_as_for_one(client, coordinator, address):
    mentee(coordinator, "Аистова", main_need="алгебра")
    one = queries(client, address)
    mentee(coordinator, "Белкина", main_need="физика")
    mentee(coordinator, "Сойкина", main_need="шахматы")

    assert queries(client, address) == one


def queries(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_file_has_what_is_seen_but_no_child_without_a_consent(client, coordinator):
    mentee(coordinator, "Семёнова", agreed=False, main_need="алгебра")
    mentee(coordinator, "Белкина", main_need="=1+1")

    answer = client.post(f"{URL}export/", {"format": "csv", "column": ["main_need", "consent"]})

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["ФИО", "Основной запрос", "Согласие"], ["Белкина Тимур", "'=1+1", "да"]]
    trail = AuditEntry.objects.get(action="register.export.mentee")
    assert (trail.actor_id, trail.fields) == (coordinator.pk, ["consent", "main_need", "name"])


def test_after_one_file_the_other_can_be_taken_from_the_same_page(client, coordinator):
    """A form that is sent once would stay shut after a download, which leaves the page where it is."""
    mentee(coordinator, "Белкина")

    page = client.get("/registers/").text

    assert 'action="/registers/export/" data-download' in page


def test_a_sheet_to_print_counts_whom_it_does_not_name(client, coordinator):
    mentee(coordinator, "Семёнова", agreed=False)
    mentee(coordinator, "Белкина")

    page = client.get(f"{URL}print/")

    assert page.context["unnamed"] == 1
    assert "Семёнова" not in page.content.decode()
    assert "Белкина" in page.content.decode()


def test_a_workbook_says_on_its_second_sheet_how_many_are_only_counted(client, coordinator):
    from openpyxl import load_workbook

    mentee(coordinator, "Семёнова", agreed=False)
    mentee(coordinator, "Белкина")

    book = load_workbook(io.BytesIO(client.post(f"{URL}export/", {"format": "xlsx"}).content))

    assert book.sheetnames == ["База наставляемых", "О таблице"]
    assert [row[0].value for row in book["База наставляемых"].iter_rows(min_row=2)] == ["Белкина Тимур"]
    assert ("Не названы: нет согласия", 1) in list(book["О таблице"].values)


def test_a_view_is_kept_shared_and_forgotten_by_its_keeper(client, coordinator):
    kept = {"title": "Без согласия", "is_shared": "1", "lacks": "consent", "column": "main_need"}
    answer = client.post(f"{URL}views/", kept)
    colleague = make.staff(RoleCode.COORDINATOR, coordinator.person.organisation)
    stranger = make.staff(RoleCode.COORDINATOR)

    view = SavedView.objects.get()
    assert answer.url == f"{URL}?lacks=consent&column=main_need"
    assert [str(one["view"].title) for one in client.get(answer.url).context["views"] if one["current"]] == [view.title]
    client.force_login(colleague)
    assert [one["address"] for one in client.get(URL).context["views"]] == ["?lacks=consent&column=main_need"]
    assert client.post(f"{URL}views/{view.pk}/forget/").status_code == 403
    client.force_login(stranger)
    assert client.get(URL).context["views"] == []
    assert client.post(f"{URL}views/{view.pk}/forget/").status_code == 404
    client.force_login(coordinator)
    client.post(f"{URL}views/{view.pk}/forget/")
    assert not SavedView.objects.exists()


def test_a_view_without_a_name_is_refused_and_what_is_shown_stays(client, coordinator):
    answer = client.post(f"{URL}views/", {"title": " ", "lacks": "consent"}, follow=True)

    assert answer.request["QUERY_STRING"] == "lacks=consent"
    assert "Назовите вид" in answer.content.decode()


def test_the_map_of_needs_leads_to_the_people(client, coordinator):
    mentee(coordinator, "Белкина", main_need="алгебра")
    taking = mentee(coordinator, "Семёнова", main_need="алгебра", agreed=False)

    page = client.get(f"{URL}needs/")

    [row] = page.context["rows"]
    assert (row["need"].title, row["need"].asking, row["need"].waiting, row["need"].offering) == ("алгебра", 2, 2, 0)
    assert "Семёнова" not in page.content.decode()
    assert shown(client.get(URL + row["waiting"])) == ["Белкина Тимур", taking.person.full_name]


def test_category_and_results_are_written_and_a_late_form_gets_both_texts(client, coordinator):
    taking = mentee(coordinator, "Белкина")
    version = ParticipationProfile.objects.get(participation=taking).version
    form = {
        "category": "keen",
        "needs_conditions": "yes",
        "results": "сдала зачёт",
        "case_link": "",
        "version": version,
    }

    first = client.post(f"{URL}{taking.pk}/", form)
    late = client.post(f"{URL}{taking.pk}/", {**form, "results": "сдала экзамен"})

    profile = ParticipationProfile.objects.get(participation=taking)
    assert (first.status_code, late.status_code) == (303, 409)
    assert (profile.category, profile.needs_conditions, profile.results) == ("keen", True, "сдала зачёт")
    assert "сдала экзамен" in late.content.decode()
    assert "сдала зачёт" in late.content.decode()
