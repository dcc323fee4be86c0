"""The wizard: file → columns → check → done."""

import io
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Participation
from tests import factories as make
from tests.domain.exchange.lists import MENTEES, child, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def module(coordinator):
    return make.ModuleFactory(programme__organisation=coordinator.person.organisation)


def send(client, module, content, name="Список.xlsx", role="mentee"):
    return client.post("/import/", {"module": module.pk, "role": role, "file": SimpleUploadedFile(name, content)})


def load(client, module, *rows):
    """Through file and columns to the check page; returns its address."""
    columns = send(client, module, workbook(MENTEES, *rows)).url
    form = client.get(columns).context["form"]
    choices = {letter: form[letter].value() for letter in form.letters}
    return client.post(columns, {**choices, "version": form["version"].value()}).url


def accept(client, check, **form):
    shown = client.get(check).context["form"]
    url = check.replace("check", "accept")
    return client.post(url, {"version": shown["version"].value(), "admit": "on", **form})


def test_who_said_no_is_named_when_all_is_done(client, module):
    check = load(client, module, child("Аистова Вера"), child("Лось Яна", born="01.02.2004", consent="нет"))

    done = client.get(accept(client, check).url).content.decode()

    assert done.count("к подбору не допущены") == 1
    assert f"/people/{Person.objects.get(surname='Лось').pk}/" in done
    assert "Аистова" not in done


def test_a_list_goes_from_the_file_to_the_people(client, module):
    check = load(client, module, child("Аистова Вера"), child("Белкина Анна", consent="нет"))
    page = client.get(check).content.decode()
    assert "Принять 2\u00a0человека" in page
    assert Person.objects.filter(surname="Аистова").count() == 0

    answer = accept(client, check)

    done = client.get(answer.url).content.decode()
    assert answer.status_code == 303
    assert "Принято 2\u00a0человека" in done
    assert "ждут согласия" in done
    assert set(Participation.objects.values_list("person__surname", "state")) == {
        ("Аистова", "ready"),
        ("Белкина", "enrolled"),
    }
    assert "к подбору не допущены" in done
    assert client.get(check).url == answer.url


def test_what_needs_attention_is_said_by_row(client, module):
    check = load(
        client,
        module,
        child("Абдурахманова Патимат-Захра", born="31.02.2014"),
        child("Семёнов Пётр", born=""),
        child("Семенов Петр Ильич"),
        child("Фёдорова Алёна"),
        child("Федорова Алена "),
    )

    response = client.get(check)

    page = response.content.decode()
    assert "Такой даты нет: 31.02.2014." in page
    assert "Один человек или два?" in page
    assert "Останется одна запись" in page
    kinds = [(row.kind, row.rows) for row in response.context["rows"]]
    assert kinds == [("bad", "2"), ("ask", "3 и 4"), ("merged", "5 и 6")]
    sums = {name: response.context[name] for name in ("ready", "refused", "questions", "repeats")}
    assert sums == {"ready": 1, "refused": 1, "questions": 1, "repeats": 1}


def test_an_answer_makes_the_rows_ready(client, module):
    check = load(client, module, child("Семёнов Пётр", born=""), child("Семенов Петр Ильич"))
    version = client.get(check).context["people_import"].version

    answer = client.post(check.replace("check", "decide"), {"key": "2,3", "answer": "different", "version": version})

    assert answer.status_code == 303
    assert client.get(check).context["ready"] == 2
    late = client.post(check.replace("check", "decide"), {"key": "2,3", "answer": "same", "version": version})
    assert late.status_code == 409


def test_the_refused_rows_can_be_downloaded(client, module):
    check = load(client, module, child("Аистова Вера", born="31.02.2014"), child("Белкина Анна"))

    answer = client.get(check.replace("check", "refused"))

    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert [row[1] for row in rows[1:]] == ["Аистова Вера"]
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", "Файл пустой"),
        (b"%PDF-1.7", "Это PDF"),
        (b"\x89PNG\r\n\x1a\n0", "картинка"),
        (workbook(MENTEES), "нет ни одного человека"),
        (b"PK\x03\x04broken", "повреждён"),
    ],
    ids=["empty", "pdf", "picture", "no rows", "broken"],
)
def test_bad_files_get_a_sentence_and_leave_nothing(client, module, content, text):
    answer = send(client, module, content)

    page = client.get(answer.url) if answer.status_code == 303 else answer
    assert text in page.content.decode()
    if answer.status_code != 303:
        assert answer.status_code == 422
        assert (PeopleImport.objects.count(), StoredFile.objects.count()) == (0, 0)
    assert Person.objects.count() == 1


def test_a_file_that_is_too_large_is_refused_before_it_is_read(client, module, settings):
    settings.UPLOAD_LIMIT = 1024**2

    answer = send(client, module, b"0" * (1024**2 + 1))

    assert answer.status_code == 422
    assert "больше 1 МБ" in answer.content.decode()


def test_columns_are_shown_and_two_names_are_asked_about(client, module):
    content = workbook(("ФИО", "ФИО ребёнка", "Дата рождения"), ("Аистова Вера", "Белкина Анна", "14.03.2014"))
    columns = send(client, module, content).url

    page = client.get(columns)
    assert "Похожи на имя два столбца: A и B" in page.content.decode()
    both = client.post(columns, {"A": "name", "B": "name", "C": "birth_date", "version": 1})
    one = client.post(columns, {"A": "", "B": "name", "C": "birth_date", "version": 1})

    assert both.status_code == 422
    assert (one.status_code, one.url) == (303, columns.replace("columns", "check"))
    names = [row.names[0].text for row in client.get(one.url).context["rows"]]
    assert names == []
    assert client.get(one.url).context["ready"] == 1


def test_pressing_twice_has_one_effect(client, module):
    check = load(client, module, child("Аистова Вера"))
    form = {"submission_key": "once"}

    first, second = (accept_with_version(client, check, form) for _time in range(2))

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.url == second.url
    assert Person.objects.filter(surname="Аистова").count() == 1


def accept_with_version(client, check, form):
    version = PeopleImport.objects.get().version if form.get("version") is None else form["version"]
    return client.post(check.replace("check", "accept"), {"admit": "on", "version": version, **form})


def test_two_people_who_accept_have_one_effect(client, module, coordinator):
    check = load(client, module, child("Аистова Вера"))
    version = PeopleImport.objects.get().version
    second = make.staff(RoleCode.COORDINATOR, coordinator.person.organisation)
    accept_with_version(client, check, {"version": version})
    client.force_login(second)

    late = accept_with_version(client, check, {"version": version})

    assert late.status_code == 409
    assert Person.objects.filter(surname="Аистова").count() == 1


def test_a_cancelled_list_leads_to_the_beginning(client, module):
    check = load(client, module, child("Аистова Вера"))

    assert client.post(check.replace("check", "cancel")).status_code == 303
    assert client.get(check).url == "/import/"
    assert StoredFile.objects.count() == 0


def test_another_organisations_import_does_not_exist(client, module):
    check = load(client, module, child("Аистова Вера"))
    client.force_login(make.staff(RoleCode.COORDINATOR))

    for step in ("columns", "check", "refused", "done"):
        assert client.get(check.replace("check", step)).status_code == 404
    for step in ("accept", "cancel", "decide"):
        assert client.post(check.replace("check", step), {"version": 1, "key": "2,3"}).status_code == 404


def test_another_organisations_module_cannot_be_chosen(client, module):
    stranger = make.ModuleFactory()

    assert send(client, stranger, workbook(MENTEES, child("Аистова Вера"))).status_code == 422


def test_a_closed_programme_takes_nobody(client, module):
    module.programme.state = ProgrammeState.CLOSED
    module.programme.save()

    assert "Сначала нужна программа" in client.get("/import/").content.decode()


@pytest.mark.parametrize("role", ["teacher", "head", "mentor", "administrator"])
def test_only_coordinators_load_lists(client, role):
    client.force_login(make.staff(role))

    assert client.get("/import/").status_code == 403


def test_the_check_page_costs_the_same_for_one_and_for_three(client, module):
    counts = []
    for number in (1, 3):
        names = ("Аистова Вера", "Белкина Анна", "Воронина Яна")
        check = load(client, module, *(child(name, born="31.02.2014") for name in names[:number]), child("Ким Вика"))
        with CaptureQueriesContext(connection) as found:
            client.get(check)
        counts.append(len(found))

    assert counts[0] == counts[1] <= 12


@pytest.mark.slow
def test_four_hundred_rows_take_two_seconds_to_the_preview_and_three_to_accept(client, module):
    letters = "АБВГДЕЖЗИКЛМНОПРСТУФ"
    names = [f"{one}{two.lower()}вина" for one in letters for two in letters]
    rows = [
        child(
            f"{name} Вера",
            born=f"{1 + n % 28:02}.{1 + n // 28 % 12:02}.{2013 + n // 336}",
            guardian=f"{name} Ольга",
            guardian_phone=f"+7999{n:07}",
        )
        for n, name in enumerate(names)
    ]
    content = workbook(MENTEES, *rows)

    start = time.perf_counter()
    columns = send(client, module, content).url
    uploaded = time.perf_counter() - start
    form = client.get(columns).context["form"]
    check = client.post(columns, {letter: form[letter].value() for letter in form.letters} | {"version": 1}).url
    start = time.perf_counter()
    page = client.get(check)
    read = time.perf_counter() - start
    start = time.perf_counter()
    accept(client, check)
    taken = time.perf_counter() - start

    assert page.context["ready"] == 400
    assert Participation.objects.filter(state="ready").count() == 400
    assert Person.objects.count() == 801
    print(f"400 rows: upload {uploaded:.2f} s, preview {read:.2f} s, accepting with its page {taken:.2f} s")
    assert uploaded + read <= 2
    assert taken <= 3
