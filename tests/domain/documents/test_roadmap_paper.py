"""The roadmap of a programme as a paper, out of its rows, alone and under its order."""

from datetime import date

import pytest

from nastavnik.domain.documents.actions import prepare
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.models import Stage
from nastavnik.domain.programmes.terms import month_term, months_term
from tests import factories as make
from tests.domain.documents import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
DAY = date(2026, 11, 23)


@pytest.fixture
def place():
    place = scene.school()
    programme = place.module.programme
    own = {"organisation": place.organisation, "programme": programme}
    stage = Stage.objects.create(**own, number=1, code="preparation", title="Подготовка", first_day=0, last_day=60)
    Stage.objects.create(**own, number=2, code="running", title="Работа пар", first_day=50, last_day=200)
    make.PersonFactory(
        organisation=place.organisation, adult=True, surname="Орлова", given_name="Анна", patronymic="Петровна"
    )
    words = {"task": "узнать запросы", "result": "запросы известны", "document": "заявки"}
    who = {"responsible": "Орлова Анна Петровна, методист", "resources": {"people": "психолог"}}
    add(stage, "Собрать заявки", month_term(2026, 10), **words, **who)
    add(stage, "Провести встречи", months_term(date(2026, 11, 1), date(2027, 5, 1)))
    programmes.drop_item(add(stage, "Передумали", month_term(2026, 12)), on=DAY, by=None)
    return place


def add(stage, title, term, **more):
    return programmes.add_item(stage, title=title, **programmes.days_of(term, stage.programme), by=None, **more)


def test_rows_stand_in_the_paper_as_the_roadmap_says_them(place):
    paper = prepare("roadmap", programme=place.module.programme, dated_on=DAY, by=place.coordinator)

    lines = scene.said(paper)
    at = lines.index("1. Подготовка")
    assert lines[at + 7 :] == [
        "1", "Собрать заявки", "узнать запросы", "октябрь 2026", "Орлова\u00a0А.\u00a0П., методист",
        "запросы известны", "заявки", "кадровые: психолог",
        "2", "Провести встречи", "ноябрь 2026 – май 2027", "—", "—", "—",
    ]  # fmt: skip
    assert "УТВЕРЖДАЮ" in lines
    assert (bool(paper.docx), bool(paper.pdf)) == (True, True)


def test_under_an_order_it_takes_its_header_from_there(place):
    order = prepare(
        "introduction_order",
        programme=place.module.programme,
        number="42-ОД",
        dated_on=DAY,
        appendices=["roadmap"],
        by=place.coordinator,
    )

    lines = scene.said(order.appendices.get())
    assert lines[:4] == [
        "Приложение", "к приказу", "от 23\u00a0ноября 2026\u00a0г. №\u00a042-ОД", "ДОРОЖНАЯ КАРТА",
    ]  # fmt: skip
    assert "УТВЕРЖДАЮ" not in lines
