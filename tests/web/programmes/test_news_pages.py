"""Writing news: a draft is read as everybody will read it, names are asked about, nothing typed is lost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.models import NewsItem
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now", "coordinator")]
SENT = {"title": "Начали", "text": "Пары <b>познакомились</b>.\nВсем спасибо!", "told_on": "2026-11-23"}


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def step(client, item, wanted, **more):
    return client.post(f"/programmes/news/{item.pk}/step/", {"step": wanted, **more}, follow=True)


def test_from_the_draft_to_the_page_and_away(client, programme):
    where = f"/programmes/{programme.pk}/news/"
    assert "Новостей пока нет" in words(client.get(where))
    preview = client.post(f"{where}write/", SENT, follow=True)
    item = NewsItem.objects.get()
    assert "Так прочтут все" in words(preview)
    assert "&lt;b&gt;познакомились" in preview.content.decode()
    assert queries.published_news(programme) == []

    assert "Опубликовано" in words(step(client, item, "publish_news"))
    assert "на странице" in words(client.get(where))
    assert "Новость скрыта" in words(step(client, item, "hide_news"))
    assert "Новость удалена" in words(step(client, item, "discard_news"))
    assert client.get(f"/programmes/news/{item.pk}/").status_code == 404


def test_a_slip_is_said_and_what_was_typed_stays(client, programme):
    answer = client.post(f"/programmes/{programme.pk}/news/write/", {**SENT, "title": "", "told_on": "31.02.2026"})

    assert answer.status_code == 422
    assert "Всем спасибо!" in answer.content.decode()
    assert not NewsItem.objects.exists()


def test_a_surname_is_asked_about_before_everybody_reads_it(client, programme):
    make.PersonFactory(organisation=programme.organisation, surname="Ветрова", given_name="Полина", gender="female")
    client.post(f"/programmes/{programme.pk}/news/write/", {**SENT, "text": "Победила Полина Ветрова"})
    item = NewsItem.objects.get()
    assert "В тексте есть фамилии" in words(client.get(f"/programmes/news/{item.pk}/"))

    assert "В новости есть фамилии: Ветрова" in words(step(client, item, "publish_news"))
    assert queries.published_news(programme) == []
    step(client, item, "publish_news", names_are_checked="1")
    assert queries.published_news(programme) == [item]


def test_a_published_text_with_a_new_surname_is_asked_about_and_kept(client, programme):
    make.PersonFactory(organisation=programme.organisation, surname="Ветрова", given_name="Полина", gender="female")
    client.post(f"/programmes/{programme.pk}/news/write/", SENT)
    item = NewsItem.objects.get()
    actions.publish_news(item, by=None)
    sent = {**SENT, "text": "Гость школы Ветрова", "version": item.version}
    where = f"/programmes/news/{item.pk}/edit/"

    refused = client.post(where, sent)
    assert (refused.status_code, "Фамилии проверены" in words(refused)) == (422, True)
    assert "Гость школы Ветрова" in refused.content.decode()
    assert client.post(where, {**sent, "names_are_checked": "on"}).status_code == 303
    late = client.post(where, {**sent, "text": "Иначе"})
    assert late.status_code == 409


def test_the_list_costs_the_same_for_one_and_three(client, programme):
    def seen():
        client.post(f"/programmes/{programme.pk}/news/write/", SENT)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/programmes/{programme.pk}/news/")
        return len(asked)

    seen()
    assert (seen(), seen()) == (seen(), seen())
