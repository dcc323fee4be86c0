"""Many rows at once: a table pasted, shown, mended and added; ready rows."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nastavnik.domain.programmes.models import RoadmapItem
from nastavnik.domain.programmes.terms import said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


TABLE = "№\tМероприятие\tСрок\tПримечание\n1\tПриказ\tоктябрь\tважно\n2\tИтог\tпо мере готовности\t\n"


def paste(client, programme, **posted):
    """Post; what was read is a page of its own."""
    answer = client.post(reverse("programmes:roadmap_paste", args=[programme.pk]), posted)
    pasted = reverse("programmes:roadmap_pasted", args=[programme.pk])
    return client.get(pasted) if answer.headers.get("Location") == pasted else answer


def test_a_pasted_table_is_shown_mended_and_added_at_once(client, coordinator, programme, stage):
    shown = paste(client, programme, text=TABLE)
    page = shown.content.decode()
    assert shown.status_code == 200
    assert "Строка 2, «Срок»: срок «по мере готовности» не понят. Напишите месяц или даты" in page
    assert "Столбец «Примечание» не узнан" in page
    assert 'name="r3-term"' in page

    refused = paste(client, programme, text=TABLE, add="1")
    assert ("Поправьте" in refused.content.decode(), RoadmapItem.objects.count()) == (True, 0)

    mended = {"r3-term": "май 2027", "c3": "document"}
    again = paste(client, programme, text=TABLE, **mended).content.decode()
    assert 'type="hidden" name="r3-term" value="май 2027"' in again
    added = paste(client, programme, text=TABLE, add="1", **mended)
    assert added.status_code == 303
    assert [(one.title, said(one), one.document) for one in RoadmapItem.objects.all()] == [
        ("Приказ", "октябрь 2026", "важно"), ("Итог", "май 2027", ""),
    ]  # fmt: skip


def test_a_row_may_be_left_out(client, coordinator, programme, stage):
    page = paste(client, programme, text=TABLE, **{"r3-leave_out": "1"}).content.decode()
    assert "Не добавлять строку 2" in page

    paste(client, programme, text=TABLE, add="1", **{"r3-leave_out": "1"})
    assert [one.title for one in RoadmapItem.objects.all()] == ["Приказ"]


def test_a_file_is_read_like_a_pasted_table(client, coordinator, programme, stage):
    file = SimpleUploadedFile("план.csv", TABLE.replace("\t", ";").encode("cp1251"))

    page = paste(client, programme, file=file).content.decode()

    assert ["Приказ" in page, "октябрь 2026" in page] == [True, True]


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({}, "Здесь пусто. Вставьте таблицу или выберите файл."),
        ({"text": "просто слова"}, "Таблицы не видно."),
        ({"file": SimpleUploadedFile("план.docx", b"MZ\x00")}, "Это не таблица."),
    ],
    ids=["nothing", "words", "a program"],
)
def test_what_is_no_table_gets_a_sentence(client, coordinator, programme, stage, posted, sentence):
    answer = paste(client, programme, **posted)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_ready_rows_come_with_one_press(client, coordinator, programme, stage):
    address = reverse("programmes:roadmap_ready", args=[programme.pk])
    assert "Девять событий модуля" in client.get(address).content.decode()

    assert client.post(address, {"code": "nine_events"}).status_code == 303
    assert RoadmapItem.objects.count() == 9
    assert client.post(address, {"code": "junk"}).status_code == 422


def test_in_a_table_without_terms_the_days_of_the_stage_are_offered(client, coordinator, programme, stage):
    page = paste(client, programme, text="№;Этап;Мероприятия\n1;Подготовка условий;Приказ\n").content.decode()

    assert "Строка 1: нет срока" in page
    assert 'name="r2-term" value="01.09.2026 – 30.11.2026"' in page
    assert not RoadmapItem.objects.exists()


def test_what_was_read_is_found_by_going_back_until_it_is_added(client, coordinator, programme, stage):
    read = reverse("programmes:roadmap_pasted", args=[programme.pk])
    assert client.get(read).status_code == 303
    paste(client, programme, text=TABLE, **{"r3-leave_out": "1"})
    assert "Приказ" in client.get(read).content.decode()

    paste(client, programme, text=TABLE, add="1", **{"r3-leave_out": "1"})

    assert client.get(read).headers["Location"] == reverse("programmes:roadmap_paste", args=[programme.pk])


def test_rows_outside_of_the_programme_are_marked_before_they_are_added(client, coordinator, programme, stage):
    programme.starts_on, programme.ends_on = date(2026, 12, 1), date(2027, 5, 31)
    programme.save()
    table = "Мероприятие\tСрок\nПриказ\tсентябрь\nРабота\tоктябрь–апрель\nЛагерь\tиюнь\n"

    page = paste(client, programme, text=table).content.decode()

    assert "Срок – до начала программы (01.12.2026)" in page
    assert "Срок – после последнего дня программы (31.05.2027)" in page
    assert "Не в дни программы: 2" in page
    assert "2027/2028" not in page
    assert [words in page for words in ("сентябрь 2026", "октябрь 2026 – апрель 2027", "июнь 2027")] == [True] * 3
