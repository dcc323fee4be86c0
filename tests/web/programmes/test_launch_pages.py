"""Telling everybody: the coordinator opens a page and prints a poster; a reader answers without a name."""

import re

import pytest

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import queries
from nastavnik.domain.programmes.models import InformationPage, PageAnswer
from nastavnik.domain.programmes.shipped import Entry
from nastavnik.web.public.portal import for_whom
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def programme():
    found = make.ProgrammeFactory(title="Старшие помогают младшим", goal="Никто не остаётся один")
    make.ModuleFactory(programme=found, organisation=found.organisation)
    return found


@pytest.fixture
def coordinator(client, programme):
    user = make.staff(RoleCode.COORDINATOR, programme.organisation)
    client.force_login(user)
    return user


@pytest.fixture
def page(programme, coordinator, client):
    client.post(f"/programmes/{programme.pk}/information/open/")
    return InformationPage.objects.get()


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_before_it_is_opened_the_page_says_what_it_will_be(client, programme, coordinator):
    assert "Страницы ещё нет" in words(client.get(f"/programmes/{programme.pk}/information/"))
    assert "Сначала откройте страницу" in words(client.get(f"/programmes/{programme.pk}/information/poster/"))


def test_a_reader_answers_without_a_name_and_is_counted(client, programme, page):
    client.logout()
    shown = words(client.get(f"/p/{page.token}/"))
    assert "Старшие помогают младшим" in shown
    assert "Никто не остаётся один" in shown
    answered = client.post(
        f"/p/{page.token}/",
        {"audience": "guardian", "wanted_role": "mentee", "wish": "математика", "submission_key": "1"},
    )
    assert (answered.status_code, answered.headers["Location"]) == (303, f"/p/{page.token}/?said=1")
    assert "Спасибо, записали" in words(client.get(answered.headers["Location"]))
    assert PageAnswer.objects.get().wish == "математика"

    client.force_login(make.staff(RoleCode.COORDINATOR, programme.organisation))
    told = words(client.get(f"/programmes/{programme.pk}/information/"))
    assert "математика" in told
    assert "Хотят наставника: 1. Хотят быть наставником: 0." in told


def test_an_answer_that_does_not_say_who_is_asked_again_and_keeps_the_words(client, page):
    answered = client.post(f"/p/{page.token}/", {"wish": "нужна помощь с чтением"})
    assert answered.status_code == 422
    assert "нужна помощь с чтением" in words(answered)
    assert not PageAnswer.objects.exists()


def test_a_closed_page_is_not_there_for_readers(client, programme, page):
    client.post(f"/programmes/{programme.pk}/information/close/")
    client.logout()
    for answer in (client.get(f"/p/{page.token}/"), client.post(f"/p/{page.token}/", {"audience": "guardian"})):
        assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (410, "noindex")
        shown = words(answer)
        assert "Страница закрыта" in shown
        assert "Спросите куратора в организации." in shown
        assert programme.title not in shown
    assert not PageAnswer.objects.exists()
    assert client.get("/p/no-such-page/").status_code == 404


def test_what_it_gives_is_said_once_under_the_heading_of_whom_it_is_for(client, programme, page):
    shown = words(client.get(f"/p/{page.token}/"))

    told = for_whom(queries.entries(programme.organisation, "opportunity", programme_type=programme.type))
    assert [heading for heading, entries in told] == ["Детям", "Родителям", "Педагогам", "Наставникам"]
    for heading, entries in told:
        assert shown.count(f" {heading} ") == 1
        assert [shown.count(entry.title) for entry in entries] == [1] * len(entries)


def test_what_is_for_nobody_in_particular_is_for_all():
    one = Entry("opportunity", "own", "Чай", details={})
    other = Entry("opportunity", "else", "Кино", details={"audience": "other"})

    assert for_whom([one, other]) == [("Всем", [one, other])]


LOCAL = "С телефона по этому адресу не откроется"


@pytest.mark.parametrize(
    ("host", "public", "said"),
    [
        ("127.0.0.1:8000", "", 1),
        ("localhost", "", 1),
        ("testserver", "", 0),
        ("localhost", "https://school.example", 0),
    ],
)
def test_an_address_that_no_telephone_opens_is_called_so(client, programme, page, settings, host, public, said):
    settings.ALLOWED_HOSTS, settings.PUBLIC_URL = ["*"], public

    for path in ("", "poster/"):
        shown = words(client.get(f"/programmes/{programme.pk}/information/{path}", headers={"host": host}))
        assert shown.count(LOCAL) == said


def test_words_are_saved_once_and_shown_as_they_are(client, programme, page):
    sent = {"text": "Играем и учимся.\n<b>Вместе</b>", "contact": "кабинет 21", "version": page.version}
    assert client.post(f"/programmes/{programme.pk}/information/", sent).status_code == 303
    late = client.post(f"/programmes/{programme.pk}/information/", {**sent, "text": "иначе"})
    assert (late.status_code, "другой человек" in words(late)) == (409, False)  # it was the same, in another window
    assert "Пока страница была открыта, здесь сохранили другое" in words(late)
    shown = client.get(f"/p/{page.token}/").content.decode()
    assert "&lt;b&gt;Вместе&lt;/b&gt;" in shown
    assert "Спросить: кабинет 21" in shown


def test_the_poster_bears_the_address_and_a_square_code(client, programme, page):
    poster = client.get(f"/programmes/{programme.pk}/information/poster/").content.decode()
    assert f"/p/{page.token}/" in poster
    assert "<svg" in poster
