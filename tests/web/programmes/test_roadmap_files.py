"""The roadmap out of the product: a workbook and a calendar."""

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from icalendar import Calendar
from openpyxl import load_workbook

from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.terms import days_term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
DAY = days_term(date(2026, 11, 26), date(2026, 11, 26))


def row(stage, title="Собрать заявки", term=DAY, **more):
    return actions.add_item(stage, title=title, **actions.days_of(term, stage.programme), by=None, **more)


def get(client, name, pk, **query):
    return client.get(reverse(f"programmes:{name}", args=[pk]), query)


def test_no_sign_in_a_title_begins_a_line_of_the_calendar(client, coordinator, programme, stage):
    row(stage, "Сбор\rATTACH:http://x\n\rURL:http://y\u2028Z:1", task="раз\n\rдва")

    content = get(client, "roadmap_ics", programme.pk).content

    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert event["summary"] == "Сбор ATTACH:http://x URL:http://y Z:1"
    assert not [line for line in content.decode().splitlines() if line.startswith(("ATTACH", "URL", "Z:"))]


def test_the_table_comes_as_a_workbook_without_formulas(client, coordinator, programme, stage):
    row(stage, '=HYPERLINK("http://x")', responsible="куратор", resources={"people": "психолог"})

    answer = get(client, "roadmap_xlsx", programme.pk)

    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[0][:5] == ("№", "Этап", "Мероприятие", "Задача", "Срок")
    assert rows[1][:3] == (1, "1. Подготовка условий", '=HYPERLINK("http://x")')
    assert (rows[1][4], rows[1][7], rows[1][10], rows[1][11]) == (
        "26.11.2026", "куратор", "кадровые: психолог", "в плане",
    )  # fmt: skip
    cell = load_workbook(io.BytesIO(answer.content)).active["C2"]
    assert cell.data_type == "s"


def test_the_calendar_file_opens_as_whole_days_with_reminders(client, coordinator, programme, stage):
    item = row(stage, "Сбор; заявок, анкет", responsible="куратор", remind_days=3)
    dropped = row(stage, "Снято")
    actions.drop_item(dropped, on=date(2026, 11, 23), by=None)

    answer = get(client, "roadmap_ics", programme.pk)

    calendar = Calendar.from_ical(answer.content)
    (event,) = calendar.walk("VEVENT")
    assert answer["Content-Type"].startswith("text/calendar")
    assert str(calendar["x-wr-calname"]) == "Старшие — младшим"
    assert (str(event["uid"]), str(event["summary"])) == (f"roadmap-row-{item.pk}@nastavnik", "Сбор; заявок, анкет")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 11, 26), date(2026, 11, 27))
    assert str(event["description"]) == "Срок: 26.11.2026\nОтветственные: куратор"
    (alarm,) = event.walk("VALARM")
    assert (alarm["trigger"].to_ical(), alarm["trigger"].params["related"]) == (b"-P4D", "END")


@pytest.mark.slow
def test_another_program_reads_the_calendar_file(client, coordinator, programme, stage, tmp_path):
    row(stage, "Сбор; заявок", responsible="куратор", remind_days=3)
    (tmp_path / "roadmap.ics").write_bytes(get(client, "roadmap_ics", programme.pk).content)

    config = tmp_path / "khal.conf"
    config.write_text(f"[calendars]\n[[a]]\npath={tmp_path}\n[locale]\nlongdateformat=%d.%m.%Y\n")
    khal = Path(sys.executable).with_name("khal")
    read = subprocess.run(
        [khal, "-c", config, "printics", "--format", "{start-date-long} {end-date-long} {title}", "roadmap.ics"],
        cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)}, capture_output=True, text=True,
    )  # fmt: skip

    assert (read.stderr, read.stdout.splitlines()) == (
        "", ["1 events found in roadmap.ics", "26.11.2026 26.11.2026 Сбор; заявок"],
    )  # fmt: skip
