"""The roadmap as a table, a month and a line; its rows, files and pasting."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.enums import RowState
from nastavnik.domain.programmes.errors import TooManyFiles
from nastavnik.domain.programmes.models import RoadmapItem, Stage
from nastavnik.domain.programmes.terms import days_term, month_term, parse_term, said
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
DAY = days_term(date(2026, 11, 26), date(2026, 11, 26))
FORM = {"version": "1", "title": "Собрать заявки", "term": "октябрь 2026", "stage": "1", "responsible": "куратор"}


def row(stage, title="Собрать заявки", term=DAY, **more):
    return actions.add_item(stage, title=title, **actions.days_of(term, stage.programme), by=None, **more)


def get(client, name, pk, **query):
    return client.get(reverse(f"programmes:{name}", args=[pk]), query)


@pytest.mark.parametrize("view", ["roadmap", "roadmap_calendar", "roadmap_gantt"])
def test_a_view_shows_rows_and_asks_as_often_for_one_as_for_three(client, coordinator, programme, stage, view):
    counts = []
    for titles in (("Первая",), ("Вторая", "Третья")):
        for title in titles:
            row(stage, title, responsible="куратор")
        get(client, view, programme.pk)
        with CaptureQueriesContext(connection) as executed:
            page = get(client, view, programme.pk).content.decode()
        counts.append(len(executed))

    assert [title in page for title in ("Первая", "Вторая", "Третья")] == [True] * 3
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_the_filter_narrows_every_view_and_says_how_far(client, coordinator, programme, stage):
    row(stage, "Опоздала", month_term(2026, 10), responsible="методист")
    row(stage, "Ждёт", responsible="куратор")

    late = get(client, "roadmap", programme.pk, state="late").content.decode()
    who = get(client, "roadmap_gantt", programme.pk, who="куратор").content.decode()

    assert ("Опоздала" in late, "Ждёт" in late, "Показано 1 из 2" in late) == (True, False, True)
    assert ("Опоздала" in who, "Ждёт" in who) == (False, True)
    assert "Опоздала" in get(client, "roadmap", programme.pk, state="junk", stage="x").content.decode()


def test_the_calendar_goes_from_month_to_month(client, coordinator, programme, stage):
    row(stage, "Встреча")
    row(stage, "Весь октябрь", month_term(2026, 10))

    november = get(client, "roadmap_calendar", programme.pk).content.decode()
    october = get(client, "roadmap_calendar", programme.pk, month="2026-10").content.decode()

    assert ("Встреча" in november, "Весь октябрь" in november) == (True, False)
    assert ("Встреча" in october, "Весь октябрь" in october, "Весь месяц" in october) == (False, True, True)
    assert "month=2026-09" in october
    assert get(client, "roadmap_calendar", programme.pk, month="2026-13").status_code == 200


def test_the_line_of_months_draws_in_per_cent_with_a_point(client, coordinator, programme, stage):
    row(stage, term=days_term(date(2026, 11, 16), date(2026, 11, 30)))

    page = get(client, "roadmap_gantt", programme.pk).content.decode()

    assert 'x="50.00%" width="50.00%"' in page


def test_a_row_is_added_in_words(client, coordinator, programme, stage):
    address = reverse("programmes:add_row", args=[stage.pk])
    answer = client.post(address, {**FORM, "resources_people": "психолог", "remind_days": "7"})

    item = RoadmapItem.objects.get()
    assert answer.status_code == 303
    assert (item.title, said(item), item.responsible, item.resources, item.remind_days) == (
        "Собрать заявки", "октябрь 2026", "куратор", {"people": "психолог"}, 7,
    )  # fmt: skip
    warning = client.get(answer["Location"]).content.decode()
    assert "Срок уже прошёл: октябрь 2026" in warning


@pytest.mark.parametrize(
    ("term", "sentence"),
    [("", "Нет срока. Напишите месяц"), ("по мере готовности", "Срок «по мере готовности» не понят")],
)
def test_a_row_without_a_term_is_asked_for_one_and_nothing_is_lost(client, coordinator, stage, term, sentence):
    answer = client.post(reverse("programmes:add_row", args=[stage.pk]), {**FORM, "term": term})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Собрать заявки" in page
    assert not RoadmapItem.objects.exists()


def test_a_row_is_edited_and_a_late_edit_gets_both_texts(client, coordinator, stage):
    item = row(stage)
    address = reverse("programmes:row", args=[item.pk])

    assert client.post(address, {**FORM, "title": "Новое"}).status_code == 303
    late = client.post(address, {**FORM, "title": "Другое", "term": "май 2027"})

    item.refresh_from_db()
    assert item.title == "Новое"
    assert late.status_code == 409
    page = late.content.decode()
    assert ["октябрь 2026" in page, "май 2027" in page, "Другое" in page] == [True, True, True]


@pytest.mark.parametrize(
    ("state", "now"),
    [("begun", RowState.BEGUN), ("dropped", RowState.DROPPED), ("planned", RowState.PLANNED), ("x", RowState.PLANNED)],
)
def test_the_state_of_a_row_is_pressed(client, coordinator, stage, state, now):
    item = row(stage)

    answer = client.post(reverse("programmes:row_state", args=[item.pk]), {"state": state, "version": "1"})

    item.refresh_from_db()
    assert (answer.status_code, item.state) == (303, now)


def test_evidence_is_uploaded_given_out_and_taken_away(client, coordinator, stage):
    item = row(stage)
    file = SimpleUploadedFile("приказ.pdf", b"%PDF-1.7")

    assert client.post(reverse("programmes:add_evidence", args=[item.pk]), {"file": file}).status_code == 303

    kept = item.evidence.get()
    given = client.get(reverse("programmes:evidence", args=[kept.pk]))
    assert (given.content, given["Content-Type"]) == (b"%PDF-1.7", "application/pdf")
    assert given["Content-Disposition"].startswith("attachment")
    assert "приказ.pdf" in get(client, "row", item.pk).content.decode()
    client.post(reverse("programmes:remove_evidence", args=[kept.pk]))
    assert not item.evidence.exists()


def test_a_file_that_is_no_document_is_refused_with_a_sentence(client, coordinator, stage):
    item = row(stage)
    file = SimpleUploadedFile("снимок.png", b"MZ program")

    answer = client.post(reverse("programmes:add_evidence", args=[item.pk]), {"file": file})

    assert answer.status_code == 422
    assert "Файл «снимок.png» не открыть" in answer.content.decode()


def test_too_big_a_file_and_too_many_files_are_refused_with_a_sentence(client, coordinator, stage, monkeypatch):
    item = row(stage)
    big = SimpleUploadedFile("запись.pdf", b"%PDF-1.7" + bytes(20 * 1024 * 1024))
    page = client.post(reverse("programmes:add_evidence", args=[item.pk]), {"file": big}).content.decode()
    assert "Файл «запись.pdf» больше 20 МБ" in page

    monkeypatch.setattr("nastavnik.domain.programmes.actions.evidence.MOST_FILES", 0)
    with pytest.raises(TooManyFiles):
        actions.add_evidence(item, title="приказ.pdf", content=b"%PDF-1.7", by=None)
    assert not item.evidence.exists()


def test_evidence_of_another_institution_is_not_found(client, coordinator):
    other = make.ProgrammeFactory()
    theirs = Stage.objects.create(
        organisation=other.organisation, programme=other, number=1, code="x", title="Х", first_day=0, last_day=9
    )
    kept = actions.add_evidence(row(theirs), title="приказ.pdf", content=b"%PDF-1.7", by=None)

    assert client.get(reverse("programmes:evidence", args=[kept.pk])).status_code == 404


def test_rows_after_a_new_last_day_are_counted_and_marked(client, coordinator, programme, stage):
    item = row(stage, "Итоги", month_term(2027, 5))
    row(stage, "Всегда", parse_term("ежемесячно", programme.starts_on, date(2027, 5, 31)))
    edit = reverse("programmes:edit", args=[programme.pk])
    form = client.get(edit).context["form"]
    said_now = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}

    shown = client.post(edit, {**said_now, "ends_on": "2027-03-31"}, follow=True).content.decode()

    assert "После последнего дня (31.03.2027) в дорожной карте: 1\u00a0строка." in shown
    assert "в дорожной карте: 1\u00a0строка." in client.get(edit).content.decode()
    assert get(client, "roadmap", programme.pk).content.decode().count("после последнего дня программы") == 1
    assert "Срок строки – после последнего дня программы (31.03.2027)" in get(client, "row", item.pk).content.decode()


def test_words_of_a_term_stay_in_the_table_the_form_and_the_file_but_cover_no_calendar(
    client, coordinator, programme, stage
):
    kept = {**FORM, "title": "Советы", "term": "1 раз в четверть"}
    assert client.post(reverse("programmes:add_row", args=[stage.pk]), kept).status_code == 303
    item = RoadmapItem.objects.get()
    row(stage, "День")

    assert "1 раз в четверть" in get(client, "roadmap", programme.pk).content.decode()
    assert 'value="1 раз в четверть"' in get(client, "row", item.pk).content.decode()
    calendar = get(client, "roadmap_ics", programme.pk).content.decode()
    assert ("День" in calendar, "Советы" in calendar) == (True, False)
    assert "Советы" in get(client, "roadmap_calendar", programme.pk).content.decode()
