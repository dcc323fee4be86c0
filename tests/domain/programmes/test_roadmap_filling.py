"""Many rows at once: a pasted table, ready sets."""

import pytest

from nastavnik.domain.programmes import queries as asked
from nastavnik.domain.programmes.actions import roadmap_filling
from nastavnik.domain.programmes.enums import TermKind
from nastavnik.domain.programmes.errors import RowsNotUnderstood
from nastavnik.domain.programmes.models import RoadmapItem
from nastavnik.domain.programmes.pasting import read as read_table
from nastavnik.domain.programmes.templates.row_sets import ROW_SETS
from nastavnik.domain.programmes.terms import said
from tests import factories as make
from tests.domain.programmes.planned import add_stage, teacher

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def programme():
    return make.ProgrammeFactory()


@pytest.fixture
def stage(programme):
    return add_stage(programme, 1, "preparation", "Подготовка условий", 0, 60)


def paste(programme, text):
    table = read_table(text, around=programme.starts_on, until=programme.ends_on, stages=asked.stage_spans(programme))
    return roadmap_filling.add_pasted(programme, table, by=None)


def test_a_pasted_table_is_added_at_once(programme, stage):
    orlova = teacher(programme, surname="Орлова", given_name="Анна", patronymic="Петровна")
    add_stage(programme, 2, "running", "Работа пар", 50, 250)

    added = paste(
        programme,
        "№;Мероприятие;Срок;Ответственный;Кадровые ресурсы\n1;Приказ;до 15 октября;Орлова А. П., секретарь;директор\n"
        "2;Встречи;ноябрь – апрель;наставники;\n",
    )

    first, second = RoadmapItem.objects.order_by("first_day")
    assert added == 2
    assert (first.stage.number, said(first), first.responsible, first.resources) == (
        1, "01.09.2026 – 15.10.2026", "секретарь", {"people": "директор"},
    )  # fmt: skip
    assert [one.person for one in first.people.all()] == [orlova]
    assert (second.stage.number, said(second), second.term_kind) == (
        2, "ноябрь 2026 – апрель 2027", TermKind.MONTHS,
    )  # fmt: skip


def test_of_a_table_with_a_row_not_understood_nothing_is_added(programme, stage):
    with pytest.raises(RowsNotUnderstood) as refusal:
        paste(programme, "№;Мероприятие;Срок\n1;Приказ;октябрь\n2;Итог;потом\n")

    assert refusal.value.params == {"rows": "2"}
    assert not RoadmapItem.objects.exists()


@pytest.mark.parametrize("code", [one.code for one in ROW_SETS])
def test_ready_rows_are_added_once_with_dates_of_the_programme(programme, stage, code):
    closing = add_stage(programme, 2, "closing", "Завершение", 200, 270)

    added = roadmap_filling.add_rows(programme, code, by=None)

    rows = RoadmapItem.objects.filter(stage__programme=programme)
    assert added == rows.count() == len(next(one for one in ROW_SETS if one.code == code).rows)
    assert roadmap_filling.add_rows(programme, code, by=None) == 0
    last = rows.order_by("-last_day", "-id")[0]
    assert code == "papers" or last.stage == closing
    assert all(said(one)[:1].isalpha() for one in rows if one.term_kind == TermKind.MONTH)


def test_nine_events_end_in_october_of_the_next_year(programme, stage):
    roadmap_filling.add_rows(programme, "nine_events", by=None)

    terms = [said(one) for one in RoadmapItem.objects.order_by("id")]
    assert terms == [
        "сентябрь 2026", "сентябрь 2026", "октябрь 2026 – май 2027", "октябрь 2026", "октябрь 2026 – апрель 2027",
        "октябрь 2026 – май 2027", "май 2027", "сентябрь 2027", "октябрь 2027",
    ]  # fmt: skip
