from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.core.models import AuditEntry
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.designing import Answers, Mentee, Mentor, Portrait, propose
from nastavnik.domain.programmes.enums import Activity, EducationStage, Kind, ProgrammeState
from nastavnik.domain.programmes.errors import (
    EndsBeforeStart,
    ModuleTitleTaken,
    OutsideTheYear,
    ProgrammeIsClosed,
    TitleTaken,
)
from nastavnik.domain.programmes.models import MentoringFormat, RoadmapItem, RoleModel
from nastavnik.domain.programmes.templates import TEMPLATES, compose, template_by_code
from tests import factories as make

pytestmark = pytest.mark.django_db
PUPILS = template_by_code("student_student")


def create(template=PUPILS, **given):
    year = given.pop("year", None) or make.AcademicYearFactory()
    values = {"title": "Старшие — младшим", "starts_on": date(2026, 9, 1), "by": None, **given}
    return actions.create_programme(year.organisation, template=template, academic_year=year, **values)


def rows_of(programme):
    return RoadmapItem.objects.filter(stage__programme=programme)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.code)
def test_each_template_makes_a_programme_with_module_stages_and_roadmap(template):
    programme = create(template, title="Своё название")

    module = programme.modules.get()
    assert programme.state == ProgrammeState.PREPARING
    assert programme.goal == str(template.goal)
    assert programme.needs_order is template.needs_order
    assert (module.mentoring_format.code, module.kind) == (template.mentoring_format, template.kind)
    assert (module.radar_period, module.radar_grace) == (template.radar_period, template.radar_grace)
    assert [stage.title for stage in programme.stages.all()] == [str(stage.title) for stage in template.stages]
    rows = rows_of(programme).values_list("stage__code", "title", "document")
    assert sorted(rows) == sorted((row.stage, str(row.title), str(row.document)) for row in template.roadmap)


def test_a_collective_needs_no_order_and_no_head_in_its_roadmap():
    programme = create(template_by_code("collective"))

    responsible = set(rows_of(programme).values_list("responsible", flat=True))
    assert programme.needs_order is False
    assert "руководитель" not in responsible


def test_dates_are_offsets_from_the_start():
    programme = create()

    stage = programme.stages.get(code="matching")
    assert (stage.starts_on, stage.ends_on) == (date(2026, 10, 16), date(2026, 10, 31))
    assert programme.ends_on == date(2027, 5, 29)


def test_moving_the_start_moves_everything():
    programme = create()

    actions.move_start(programme, starts_on=date(2026, 9, 15), by=None)

    programme.refresh_from_db()
    assert programme.ends_on == date(2027, 6, 12)
    assert programme.stages.get(code="matching").starts_on == date(2026, 10, 30)
    assert AuditEntry.objects.filter(action="programme.edit").count() == 1


def test_the_start_stays_within_the_academic_year():
    with pytest.raises(OutsideTheYear):
        create(starts_on=date(2027, 9, 1))


def test_a_programme_does_not_end_before_it_begins():
    with pytest.raises(EndsBeforeStart):
        create(ends_on=date(2026, 8, 31))


def test_a_title_is_taken_once_a_year():
    year = make.AcademicYearFactory()
    create(year=year)

    with pytest.raises(TitleTaken):
        create(year=year)


def test_launch_and_close_follow_the_life_cycle():
    programme = create()

    actions.launch(programme, by=None)
    actions.close(programme, by=None)

    assert [change.action for change in programme.state_changes.all()] == ["launch", "close"]
    with pytest.raises(ForbiddenTransition):
        actions.launch(programme, by=None)
    with pytest.raises(ProgrammeIsClosed):
        actions.move_start(programme, starts_on=date(2026, 9, 5), by=None)


def test_a_module_is_added_and_edited_by_version():
    programme = create()
    own = MentoringFormat.objects.get(code="teacher_student", organisation=None)

    module = actions.add_module(programme, title="Учителя", mentoring_format=own, kind=Kind.GROUP, by=None)
    actions.edit_module(module, {"radar_period": 30}, version=2, by=None)

    assert (module.radar_period, module.version) == (30, 3)
    with pytest.raises(ChangedMeanwhile):
        actions.edit_module(module, {"radar_period": 10}, version=2, by=None)
    with pytest.raises(ModuleTitleTaken):
        actions.add_module(programme, title="Учителя", mentoring_format=own, by=None)


def test_a_stage_and_a_row_are_marked_done():
    programme = create()
    stage = programme.stages.get(number=1)
    item = stage.items.first()

    actions.mark_done(stage, done_on=date(2026, 9, 10), by=None)
    actions.mark_done(item, done_on=date(2026, 9, 5), version=item.version, by=None)

    facts = queries.stage_facts([programme], date(2026, 9, 10))[0]
    assert [fact.status for fact in facts.stages] == ["done", "now"] + ["ahead"] * 5
    assert (facts.stages[0].done, facts.stages[0].rows) == (1, 4)


def test_a_stage_is_late_only_while_it_is_the_stage_of_now():
    programme = create()

    facts = queries.stage_facts([programme], date(2026, 9, 24))[0]

    assert facts.now.stage.code == "preparation"
    assert [fact.days_late for fact in facts.stages] == [3, 0, 0, 0, 0, 0, 0]


def test_a_row_of_ones_own_stands_in_the_roadmap():
    stage = create().stages.get(code="running")

    item = actions.add_item(stage, title="Экскурсия", first_day=100, last_day=101, by=None)
    actions.edit_item(item, {"title": "Поход"}, version=1, by=None)

    assert [row.title for row in stage.items.filter(first_day=100)] == ["Поход"]
    with pytest.raises(EndsBeforeStart):
        actions.edit_item(item, {"last_day": 99}, version=2, by=None)


def test_the_five_confirmed_formats_are_shipped():
    confirmed = MentoringFormat.objects.filter(organisation=None, is_confirmed=True, position__lt=10)

    assert {row.title for row in confirmed} == {
        "ученик–ученик",
        "учитель–учитель",
        "студент–ученик",
        "работодатель–ученик",
        "работодатель–студент",
    }
    sixth = MentoringFormat.objects.get(organisation=None, code="teacher_student")
    assert (sixth.title, sixth.title_elsewhere) == ("учитель–ученик", "педагог–обучающийся")
    assert not RoleModel.objects.filter(organisation=None, mentoring_format__in=confirmed, is_confirmed=True).exclude(
        title__in=("традиционное", "равный–равному")
    )


def designed(**answers):
    said = Answers(mentor=Mentor.TEACHER, mentee=Mentee.PUPIL, portrait=Portrait.GIFTED, **answers)
    template = compose(propose(said), said, title="Раскрытие")
    return create(template, title="Раскрытие"), propose(said)


def test_a_designed_programme_is_what_was_proposed():
    programme, proposal = designed(
        education_stage=EducationStage.BASIC, activity=Activity.TECHNICAL, first_needs="чертежи, печать деталей"
    )

    module = programme.modules.get()
    assert (module.mentoring_format.code, module.role_model.title) == ("teacher_student", "учитель–одарённый")
    assert (module.kind, module.radar_period) == (proposal.kind, 14)
    assert (programme.education_stage, programme.activity) == ("basic", "technical")
    assert programme.first_needs == "чертежи, печать деталей"
    assert programme.note.startswith("Пары занимаются техникой")
    assert programme.designed_from["portrait"] == "gifted"
    assert "first_needs" not in programme.designed_from
    assert rows_of(programme).filter(task="начать с первых запросов: чертежи, печать деталей").count() == 1


def test_the_module_has_the_portraits_of_the_designer_and_everything_usual():
    programme, proposal = designed()

    taken = queries.module_entries(programme.modules.get())
    assert [entry.code for entry in taken["mentee_portrait"]] == list(proposal.mentee_portraits) == ["unopened"]
    assert [entry.code for entry in taken["mentor_portrait"]] == list(proposal.mentor_portraits) == ["teacher"]
    assert {"task", "method", "outcome", "principle", "expected_result", "mentor_duty"} <= set(taken)
    module = programme.modules.get()
    assert module.aim
    assert module.note


def test_a_programme_of_fourteen_months_runs_past_its_year_and_says_its_terms_in_months():
    programme = create(template_by_code("teacher_student_long"), starts_on=date(2026, 9, 7))

    first, last = rows_of(programme).order_by("first_day").first(), rows_of(programme).order_by("last_day").last()
    assert programme.ends_on == date(2027, 11, 6)
    assert (first.term_kind, first.starts_on, first.ends_on) == ("month", date(2026, 9, 1), date(2026, 9, 30))
    assert (last.starts_on, last.ends_on) == (date(2027, 10, 1), date(2027, 10, 31))


def test_months_move_by_months_with_the_start():
    programme = create(template_by_code("teacher_student_long"))

    actions.move_start(programme, starts_on=date(2026, 10, 5), by=None)

    first = rows_of(programme).order_by("first_day").first()
    assert (first.starts_on, first.ends_on) == (date(2026, 10, 1), date(2026, 10, 31))


def test_an_edit_writes_only_what_differs():
    programme = create()

    actions.edit_programme(programme, {"title": programme.title, "goal": "Иная цель"}, version=1, by=None)

    assert AuditEntry.objects.get(action="programme.edit").fields == ["goal"]
