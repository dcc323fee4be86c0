"""The library by situation; a coordinator adds a link, a file, a theme; what helped; a stack to print."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.library import actions
from nastavnik.domain.library.actions import ThemeWords, Words
from nastavnik.domain.library.models import ApprovedSite, Memo, MemoFile, Theme
from nastavnik.domain.library.shipped import SHIPPED
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.plans import actions as plans
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
FORM = {"title": "Пробники", "audiences": ["mentee"], "topic": "methods", "situations": ["contest"]}
LINK = {"url": "https://kvant.example.ru/trial"}


def text(client, name="library:index", query="", code=""):
    return client.get(reverse(name, args=[code] if code else []) + query).content.decode()


def test_one_tap_on_what_happened_leaves_what_is_for_it(client):
    module = make.ModuleFactory()
    child = make.PersonFactory(organisation=module.organisation, birth_date=date(2014, 3, 1), with_user=True)
    make.ParticipationFactory(module=module, person=child, role="mentee")
    make.RoleAssignmentFactory(user=child.user, role=RoleCode.MENTEE, organisation=module.organisation)
    words = Words("Для старших", "Слова", ["mentee"], "methods", min_age=15)
    actions.write_memo(module.organisation, words, by=None)
    client.force_login(child.user)

    every, chosen = text(client), text(client, query="?situation=do_for_me")

    assert "Хочется, чтобы сделал другой" in every
    assert every.index("Для тебя") < every.index("Остальное") < every.index("Для старших")
    assert "Когда хочется, чтобы сделал другой" in chosen
    assert ("Для старших" in chosen, "Как закончить хорошо" in chosen, "Педсовет" in chosen) == (False, False, False)
    stack = text(client, "library:stack", "?situation=do_for_me")
    assert "Хотеть, чтобы трудное сделал другой, понятно" in stack
    assert ("Напечатай из меню" in stack, "Вспомните, с чего начинали" in stack) == (True, False)


def test_a_link_to_a_new_site_asks_to_look_at_it_once(client):
    school = make.OrganisationFactory()
    client.force_login(make.staff(RoleCode.COORDINATOR, school))

    refused = client.post(reverse("library:new_memo"), {**FORM, **LINK, "tags": "Видео, Видео ,лето"})
    taken = client.post(reverse("library:new_memo"), {**FORM, **LINK, "tags": "Видео, Видео ,лето", "trusts": "on"})

    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Ссылки на сайт kvant.example.ru ещё не разрешали" in page
    assert 'value="https://kvant.example.ru/trial"' in page
    row = Memo.objects.get()
    assert (taken.status_code, row.tags, row.situations) == (303, ["видео", "лето"], ["contest"])
    client.post(reverse("library:withdraw_site", args=[ApprovedSite.objects.get().pk]))
    assert "сайт не разрешён" in text(client)
    client.force_login(make.staff(RoleCode.MENTEE, school))
    assert client.get(reverse("library:memo", args=[row.code])).status_code == 404


def test_a_file_comes_with_its_material_or_not_at_all(client):
    client.force_login(make.staff(RoleCode.COORDINATOR))
    bad = SimpleUploadedFile("лист.exe", b"MZ" + b"0" * 20)
    good = SimpleUploadedFile("лист.png", b"\x89PNG\r\n\x1a\n" + b"0" * 20)

    refused = client.post(reverse("library:new_memo"), {**FORM, "file": bad})
    left = Memo.objects.count()
    client.post(reverse("library:new_memo"), {**FORM, "file": good})

    assert (refused.status_code, left) == (422, 0)
    assert "не открыть" in refused.content.decode()
    file = MemoFile.objects.get()
    client.post(reverse("library:remove_file", args=[file.pk]))
    assert "Кроме этого файла в материале ничего нет" in text(client, "library:memo", code=file.memo.code)


def test_ages_the_wrong_way_round_and_too_many_tags_are_said_beside_the_field(client):
    client.force_login(make.staff(RoleCode.COORDINATOR))
    wrong = {**FORM, "body": "Слова", "min_age": "15", "max_age": "10", "tags": "я" * 31}

    page = client.post(reverse("library:new_memo"), wrong).content.decode()

    assert "Второй возраст меньше первого" in page
    assert "Меток не больше 12" in page


def test_themes_are_added_changed_and_hidden(client):
    school = make.OrganisationFactory()
    client.force_login(make.staff(RoleCode.COORDINATOR, school))
    client.post(reverse("library:themes"), {"title": "Дроби"})
    twice = client.post(reverse("library:themes"), {"title": "дроби"})
    theme = Theme.objects.get()
    address = reverse("library:theme", args=[theme.pk])

    client.post(address, {"version": "1", "title": "Дроби с рисунками", "note": "Пицца и полоски"})
    late = client.post(address, {"version": "1", "title": "Другое"})
    client.post(reverse("library:theme_step", args=[theme.pk]), {"step": "hide"})

    assert (twice.status_code, "Такая тема уже есть" in twice.content.decode()) == (422, True)
    assert (late.status_code, "Дроби с рисунками" in late.content.decode()) == (409, True)
    page = text(client, "library:themes")
    assert ("Пицца и полоски" in page, "не показана" in page) == (True, True)


def test_the_coordinator_sees_how_often_what_helped(client):
    pair = scene.pair()
    mentor, mentee = scene.of(pair, "mentor"), scene.of(pair, "mentee")
    theme = actions.add_theme(pair.organisation, ThemeWords("Дроби"), by=None)
    for kind, code in (("time", "pause"), ("theme", theme.code)):
        given = plans.recommend(pair, kind=kind, code=code, person=mentor, by=mentor.user)
        plans.mark_helped(given, person=mentee, helped="yes" if kind == "time" else "not_really")
    client.force_login(make.staff(RoleCode.COORDINATOR, pair.organisation))

    page = text(client, "library:helped")

    assert "Советы наставников на 23 ноября: 2. Отметок наставляемых: 2." in page
    assert page.index("Полчаса работы") < page.index("Дроби")
    assert reverse("library:memo", args=["pause"]) in page
    assert mentee.surname not in page


def test_the_number_of_queries_does_not_grow(client):
    counts = []
    for rows in (1, 3):
        pair = scene.pair()
        school, mentor = pair.organisation, scene.of(pair, "mentor")
        for number in range(rows):
            words = Words(f"М{number}", "", ["mentee"], "methods", url=f"https://m{number}.example.ru/")
            memo = actions.write_memo(school, words, trusts=True, by=None)
            actions.add_theme(school, ThemeWords(f"Т{number}", programme=pair.module.programme), by=None)
            plans.recommend(pair, kind="memo", code=memo.code, person=mentor, by=mentor.user)
        client.force_login(make.staff(RoleCode.COORDINATOR, school))
        for name in ("index", "themes", "sites", "helped"):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(reverse(f"library:{name}")).status_code == 200
            counts.append((name, len(asked)))

    assert counts[:4] == counts[4:]


def test_a_file_is_for_those_whom_its_own_institution_means(client):
    here, there = make.OrganisationFactory(), make.OrganisationFactory()
    user = make.staff(RoleCode.COORDINATOR, here)
    make.RoleAssignmentFactory(user=user, role=RoleCode.MENTEE, organisation=there)
    words = Words("Для работников", "Слова", ["staff"], "methods")
    actions.write_memo(there, words, code=SHIPPED[0].code, by=None)
    png = b"\x89PNG\r\n\x1a\n" + b"0" * 20
    file = actions.add_file(there, SHIPPED[0].code, title="list.png", content=png, by=None)
    client.force_login(user)

    assert client.get(reverse("library:file", args=[file.pk])).status_code == 404
