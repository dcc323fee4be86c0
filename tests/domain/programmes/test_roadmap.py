"""Rows of a roadmap: who answers, what becomes of them, evidence, many at once, reminders."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.models import AuditEntry
from nastavnik.domain.files.errors import FileIsEmpty, FileMayHarm, FileUnknown
from nastavnik.domain.files.queries import place, read
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes import queries as asked
from nastavnik.domain.programmes.actions import evidence, roadmap
from nastavnik.domain.programmes.enums import RowState
from nastavnik.domain.programmes.errors import EndsBeforeStart
from nastavnik.domain.programmes.models import RoadmapEvidence, RoadmapItem
from nastavnik.domain.programmes.queries.responsible import written
from nastavnik.domain.programmes.terms import month_term
from tests import factories as make
from tests.domain.programmes.planned import add_stage, row, teacher

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
TODAY = date(2026, 11, 23)
OCTOBER, MORNING = month_term(2026, 10), datetime(2026, 11, 23, 3, tzinfo=UTC)


@pytest.fixture
def programme():
    return make.ProgrammeFactory()


@pytest.fixture
def stage(programme):
    return add_stage(programme, 1, "preparation", "Подготовка условий", 0, 60)


def test_names_become_people_and_posts_stay_words(programme, stage):
    orlova = teacher(programme, surname="Орлова", given_name="Анна", patronymic="Петровна")
    teacher(programme, surname="Белов", given_name="Пётр", patronymic="Ильич")
    teacher(programme, surname="Белов", given_name="Павел", patronymic="Игоревич")
    make.PersonFactory(organisation=programme.organisation, surname="Юный", given_name="Тимур", patronymic="")

    item = row(stage, responsible="Орлова А. П., Белов П. И.; Юный Тимур\nзам. директора по УВР")

    assert [one.person for one in item.people.all()] == [orlova]
    assert item.responsible == "Белов П. И., Юный Тимур, зам. директора по УВР"
    assert written(item) == "Орлова Анна Петровна, Белов П. И., Юный Тимур, зам. директора по УВР"


def test_a_person_of_another_institution_is_only_words(programme, stage):
    teacher(make.ProgrammeFactory(), surname="Орлова", given_name="Анна", patronymic="Петровна")

    item = row(stage, responsible="Орлова Анна Петровна")

    assert (list(item.people.all()), item.responsible) == ([], "Орлова Анна Петровна")


def test_a_row_is_edited_with_those_who_answer_for_it(programme, stage):
    teacher(programme, surname="Орлова", given_name="Анна", patronymic="Петровна")
    item = row(stage, responsible="Орлова А. П.")

    actions.edit_item(item, {"responsible": "куратор", "task": "узнать запросы"}, version=1, by=None)

    item.refresh_from_db()
    assert (list(item.people.all()), item.responsible, item.task, item.version) == ([], "куратор", "узнать запросы", 2)


def test_days_of_a_row_stay_in_order(stage):
    item = row(stage)

    with pytest.raises(EndsBeforeStart):
        actions.edit_item(item, {"last_day": 0}, version=1, by=None)


def test_what_becomes_of_a_row_is_said_by_days_and_recorded(stage):
    item = row(stage)
    states = []
    for step in (
        lambda: roadmap.begin_item(item, on=date(2026, 10, 5), by=None),
        lambda: roadmap.drop_item(item, on=TODAY, by=None),
        lambda: roadmap.mark_done(item, done_on=TODAY, by=None),
        lambda: roadmap.plan_item(item, by=None),
    ):
        step()
        item.refresh_from_db()
        states.append((item.state, item.begun_on, item.done_on, item.dropped_on))

    begun = date(2026, 10, 5)
    assert states == [
        (RowState.BEGUN, begun, None, None),
        (RowState.DROPPED, begun, None, TODAY),
        (RowState.DONE, begun, TODAY, None),
        (RowState.PLANNED, None, None, None),
    ]
    recorded = AuditEntry.objects.filter(subject_type="programmes.roadmapitem", subject_id=str(item.pk))
    assert [entry.fields for entry in recorded.order_by("number")][1:] == [
        ["begun_on", "done_on", "dropped_on"], ["done_on", "dropped_on"], ["done_on", "dropped_on"],
        ["begun_on", "done_on", "dropped_on"],
    ]  # fmt: skip


def test_a_late_press_changes_nothing(stage):
    item = row(stage)
    roadmap.begin_item(item, on=TODAY, by=None)

    with pytest.raises(ChangedMeanwhile):
        roadmap.drop_item(item, on=TODAY, version=1, by=None)


def shown(programme, **narrow):
    stages = asked.filtered_roadmap(asked.roadmap(programme, TODAY), asked.RoadmapFilter(**narrow))
    return [one.item.title for _stage, rows in stages for one in rows]


def test_rows_are_told_with_term_people_and_lateness_and_filtered(programme, stage):
    work = add_stage(programme, 2, "running", "Работа пар", 50, 250)
    teacher(programme, surname="Орлова", given_name="Анна", patronymic="Петровна")
    row(stage, "Опоздала", responsible="Орлова А. П., куратор")
    row(stage, "Сделана")
    row(work, "Ждёт", month_term(2027, 2), responsible="куратор")
    roadmap.mark_done(RoadmapItem.objects.get(title="Сделана"), done_on=TODAY, by=None)

    late, done = asked.roadmap(programme, TODAY)[0][1]
    assert (late.number, late.term, late.responsible_said, late.is_late) == (
        1, "октябрь 2026", "Орлова\u00a0А.\u00a0П., куратор", True,
    )  # fmt: skip
    assert (done.state, done.is_late) == (RowState.DONE, False)
    assert asked.roadmap_people(asked.roadmap(programme)) == ["куратор", "Орлова А. П."]
    assert shown(programme) == ["Опоздала", "Сделана", "Ждёт"]
    assert shown(programme, stage=2) == ["Ждёт"]
    assert shown(programme, responsible="куратор") == ["Опоздала", "Ждёт"]
    assert shown(programme, responsible="Орлова А. П.") == ["Опоздала"]
    assert shown(programme, state="done") == ["Сделана"]
    assert shown(programme, state="late") == ["Опоздала"]


def test_the_roadmap_asks_as_often_for_one_row_as_for_three(programme, stage):
    counts = []
    for titles in (("А",), ("Б", "В")):
        for title in titles:
            row(stage, title, responsible="куратор")
        with CaptureQueriesContext(connection) as executed:
            asked.roadmap(programme, TODAY)
        counts.append(len(executed))

    assert counts == [4, 4]


def office(*names):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


def test_evidence_is_kept_under_the_type_of_its_content(programme, stage, settings, tmp_path):
    item = row(stage)

    paper = evidence.add_evidence(item, title="приказ.exe", content=b"%PDF-1.7 words", by=None)

    assert (paper.file.title, paper.file.content_type, read(paper.file)) == (
        "приказ.exe", "application/pdf", b"%PDF-1.7 words",
    )  # fmt: skip
    where = place(paper.file)
    evidence.remove_evidence(paper, by=None)
    assert not RoadmapEvidence.objects.exists()
    assert where.exists()  # the bytes go when the transaction is through


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileIsEmpty),
        (b"MZ\x90\x00", FileUnknown),
        (b"<html><script>", FileUnknown),
        (b"PK\x03\x04junk", FileUnknown),
        (office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), FileMayHarm),
        (office("readme.txt"), FileUnknown),
    ],
)
def test_other_files_are_refused_and_nothing_is_kept(stage, content, refusal):
    item = row(stage)

    with pytest.raises(refusal):
        evidence.add_evidence(item, title="снимок.png", content=content, by=None)

    assert not RoadmapEvidence.objects.exists()


def test_office_documents_are_known_by_their_parts(stage):
    item = row(stage)

    paper = evidence.add_evidence(item, title="план", content=office("word/document.xml"), by=None)

    assert paper.file.content_type.endswith("wordprocessingml.document")
