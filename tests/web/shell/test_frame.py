"""The frame: menu by role, theme, parts for htmx, error pages."""

import pytest
from django.http import HttpResponse
from django.urls import resolve

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.rules import standing
from nastavnik.web.shell import menu, view_settings
from nastavnik.web.shell.menu import MENUS, Section, menu_for
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.templatetags import frame as tags
from tests.factories.people import PersonFactory, RoleAssignmentFactory, staff

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [role for role in RoleCode if not role.endswith("operator")])
def test_menu_leads_only_to_pages_that_exist_and_open(client, now, role):
    user = staff(role)
    client.force_login(user)

    links = menu_for(standing(user).roles_in(user.person.organisation_id), user, None, "/")

    for link in links:
        assert resolve(link.url).func.allowed_by(user), link.url
    assert len({link.url for link in links}) == len(links)
    assert client.get("/help/").status_code == 200


def test_every_role_has_a_menu_that_begins_with_today():
    assert set(MENUS) == set(RoleCode)
    assert {sections[0].target for sections in MENUS.values()} == {"desk:today"}


def test_page_that_does_not_exist_or_does_not_open_is_left_out(now, monkeypatch):
    user = staff(RoleCode.MENTOR)
    sections = (
        Section("Помощь", "shell:help", "chat"),
        Section("Нет комнаты", "nowhere", "home"),
        Section("Нет страницы", "shell:nowhere", "home"),
        Section("Только POST", "shell:sign_out", "home"),
    )
    monkeypatch.setattr(menu, "MENUS", {RoleCode.MENTOR: sections})

    links = menu_for({RoleCode.MENTOR}, user, None, "/help/")

    assert [(link.url, link.current) for link in links] == [("/help/", "page")]


def test_several_roles_give_one_menu_without_repeats(now):
    user = staff(RoleCode.MENTOR)
    RoleAssignmentFactory(user=user, organisation=user.person.organisation, role=RoleCode.GUARDIAN)

    links = menu_for({RoleCode.MENTOR, RoleCode.GUARDIAN}, user, None, "/")

    assert [link.url for link in links].count("/messages/help/") == 1


def test_families_get_the_bar_below_and_staff_do_not(client, now):
    client.force_login(staff(RoleCode.MENTEE))
    assert 'class="bottom-bar"' in client.get("/help/").content.decode()

    client.force_login(staff(RoleCode.HEAD))
    assert 'class="bottom-bar"' not in client.get("/help/").content.decode()


def test_children_are_called_by_given_name_and_adults_with_patronymic(client, now):
    child = PersonFactory(with_user=True, given_name="Савелий", patronymic="Львович")
    RoleAssignmentFactory(user=child.user, organisation=child.organisation, role=RoleCode.MENTEE)
    client.force_login(child.user)
    page = client.get("/help/").content.decode()
    assert "Савелий, настройки и выход" in page
    assert "Львович" not in page

    client.force_login(staff(RoleCode.HEAD, given_name="Анна", patronymic="Львовна"))
    assert "Анна Львовна, настройки и выход" in client.get("/help/").content.decode()


def test_theme_is_kept_for_a_year_and_written_by_the_server(client):
    answer = client.post("/theme/", {"theme": "lv-black", "size": "2", "spacing": "3", "next": "/help/"})

    cookie = answer.cookies[view_settings.COOKIE]
    assert (answer.status_code, answer["Location"]) == (303, "/help/")
    assert (cookie.value, cookie["max-age"]) == ("lv-black.2.3", 365 * 24 * 3600)
    assert '<html lang="ru" data-bs-theme="lv-black" data-lv-size="2" data-lv-spacing="3"' in _page(client, "/help/")


def test_without_a_choice_the_page_follows_the_device(client):
    client.post("/theme/", {"theme": "device", "size": "1", "spacing": "1"})

    assert "data-bs-theme" not in _page(client, "/help/").partition("<head>")[0]


@pytest.mark.parametrize("nonsense", ["lv-pink.1.1", '"><script>', "....", "dark"])
def test_cookie_that_does_not_fit_is_harmless(client, nonsense):
    client.cookies[view_settings.COOKIE] = nonsense

    opening = _page(client, "/help/").partition("<head>")[0]

    assert ("data-bs-theme" in opening) is (nonsense == "dark")
    assert "script" not in opening


def test_unknown_theme_is_refused_with_the_form(client):
    answer = client.post("/theme/", {"theme": "pink", "size": "1", "spacing": "1"})

    assert answer.status_code == 422
    assert "Такого выбора здесь нет" in answer.content.decode()
    assert view_settings.COOKIE not in answer.cookies


def test_missing_page_is_in_our_look_and_carries_the_policy(client):
    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer.content.decode().count("<h1>Такой страницы нет</h1>") == 1


def test_broken_page_needs_no_database(rf, django_assert_num_queries, client):
    from nastavnik.web.shell.views import broken

    request = rf.get("/")
    request.COOKIES[view_settings.COOKIE] = "dark"
    with django_assert_num_queries(0):
        answer = broken(request)

    assert answer.status_code == 500
    assert "У нас что-то сломалось" in answer.content.decode()
    assert 'data-bs-theme="dark"' in answer.content.decode()


def test_expired_form_says_that_nothing_was_written():
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/sign-out/")

    assert answer.status_code == 403
    assert "Ничего не записано" in answer.content.decode()


def test_who_sees_what_names_every_role(client):
    page = _page(client, "/help/who-sees-what/")

    for role in RoleCode:
        assert str(role.label).lower() in page.lower()
    assert "Данных детей не видит." in page


@pytest.mark.parametrize("address", ["/sign-in/", "/sign-in/code/", "/theme/", "/help/", "/help/who-sees-what/"])
def test_pages_hold_nothing_inline_and_one_heading_equal_to_the_title(client, address):
    page = _page(client, address)

    title = page.split("<title>")[1].split(" · ")[0]
    assert page.count("<h1>") == 1
    assert f"<h1>{title}</h1>" in page
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert "<c-" not in page
    for script in page.split("<script")[1:]:
        assert script.startswith(" src=")


def test_part_is_given_to_htmx_that_asks_for_it_and_the_page_otherwise(rf, tmp_path, settings):
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "page.html").write_text("<h1>Люди</h1>{% include 'room/_list.html' %}")
    (tmp_path / "room" / "_list.html").write_text("<ul id='list'>{{ names }}</ul>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    part = "<ul id='list'>Ли</ul>"

    def asked(**headers):
        from django_htmx.middleware import HtmxMiddleware

        request = rf.get("/", headers=headers)
        return HtmxMiddleware(lambda r: render_page(r, "room/page.html", {"names": "Ли"}))(request)

    assert asked().content.decode() == f"<h1>Люди</h1>{part}"
    assert asked(hx_request="true", hx_target="list").content.decode() == part
    assert asked(hx_request="true", hx_target="other").content.decode() == f"<h1>Люди</h1>{part}"
    assert asked(hx_request="true", hx_target="../../x").content.decode() == f"<h1>Люди</h1>{part}"
    boosted = asked(hx_request="true", hx_target="list", hx_boosted="true")
    assert boosted.content.decode() == f"<h1>Люди</h1>{part}"
    assert "HX-Target" in asked()["Vary"]


def test_page_can_have_another_status(rf):
    answer = render_page(rf.get("/"), "errors/refused.html", {"sentence": "Нет", "back": "/"}, status=409)

    assert isinstance(answer, HttpResponse)
    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 пар"),
        (1, "1 пара"),
        (3, "3 пары"),
        (5, "5 пар"),
        (11, "11 пар"),
        (21, "21 пара"),
        (112, "112 пар"),
        (2914, "2 914 пар"),
    ],
)
def test_plurals_of_russian(number, words):
    assert tags.plural(number, "пара,пары,пар").replace("\u00a0", " ") == words


def test_dates_name_the_year_only_where_it_is_another(now):
    assert tags.list_date(now).replace("\u00a0", " ") == "23 ноября"
    assert tags.list_date(now.replace(year=2025)).replace("\u00a0", " ") == "23 ноября 2025"
    assert tags.table_date(now.date()) == "23.11.2026"
    assert tags.weekday_date(now.date()).replace("\u00a0", " ") == "Понедельник, 23 ноября"
    assert tags.list_date(None) == tags.table_date(None) == ""


def test_keys_of_submits_are_fresh():
    assert tags.submission_key() != tags.submission_key()


def _page(client, address):
    return client.get(address).content.decode()
