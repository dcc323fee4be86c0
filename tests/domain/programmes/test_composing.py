"""Programmes are put together from small parts: formats, activities, stages of education, sets of stages."""

import re
from dataclasses import replace
from itertools import product

import pytest

from nastavnik.domain.programmes.designing import Answers, Mentee, Mentor, Sharing, Term, Together, propose
from nastavnik.domain.programmes.designing.tables import FORMATS
from nastavnik.domain.programmes.enums import Activity, EducationStage, ProgrammeType, TermKind
from nastavnik.domain.programmes.templates import MEANS, SEVEN_STAGES, STAGE_SETS, TEMPLATES, compose, meaning
from nastavnik.domain.programmes.templates.composing import last_day_of, stretched
from nastavnik.domain.programmes.templates.formats import OWN, part_of
from nastavnik.domain.programmes.templates.stages import place

PUPILS = Answers(mentor=Mentor.TEACHER, mentee=Mentee.PUPIL)
CANONICAL = [stage.code for stage in SEVEN_STAGES]


def composed(answers=PUPILS, **given):
    return compose(propose(answers), answers, title="Своя", **given)


def titles(template):
    return [str(row.title) for row in template.roadmap]


def test_every_shipped_format_has_a_ready_template():
    assert {template.mentoring_format for template in TEMPLATES} == set(FORMATS.values())
    assert len({template.code for template in TEMPLATES}) == len(TEMPLATES)


@pytest.mark.parametrize("code", STAGE_SETS)
def test_every_set_of_stages_means_all_seven_in_their_order(code):
    means = [canonical for stage in STAGE_SETS[code].stages for canonical in meaning(stage.code)]

    assert set(means) == set(CANONICAL)
    assert [CANONICAL.index(one) for one in means] == sorted(CANONICAL.index(one) for one in means)
    assert {canonical for found in MEANS.values() for canonical in found} == set(CANONICAL)


def test_a_stage_of_ones_own_means_nothing():
    assert meaning("own-7") == ()


@pytest.mark.parametrize(
    ("canonical", "days", "stage"),
    [
        ("preparation", (0, 14), "step_model"),
        ("preparation", (10, 20), "step_prospects"),
        ("matching", (45, 52), "step_meetings"),
        ("running", (60, 255), "step_meetings"),
        ("running", (140, 155), "step_relations"),
        ("closing", (255, 270), "step_results"),
    ],
)
def test_a_row_falls_into_the_stage_that_does_its_work_in_its_days(canonical, days, stage):
    assert place(STAGE_SETS["steps"].stages, canonical, *days) == stage


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.code)
def test_rows_of_ready_templates_lie_in_their_stages_and_say_who_what_and_when(template):
    stages = {stage.code for stage in template.stages}

    assert {row.stage for row in template.roadmap} <= stages
    assert all(row.title and row.responsible and row.result and row.task and row.document for row in template.roadmap)
    assert all(0 <= row.first_day <= row.last_day <= template.last_day for row in template.roadmap)
    assert len(set(titles(template))) == len(template.roadmap)


def test_nine_events_of_fourteen_months():
    long = next(template for template in TEMPLATES if template.code == "teacher_student_long")

    assert (len(long.roadmap), long.months) == (9, 14)
    assert {row.term_kind for row in long.roadmap} == {TermKind.MONTH, TermKind.MONTHS}


@pytest.mark.parametrize(("months", "last"), [(1, 30), (2, 61), (3, 91), (9, 270), (12, 365), (14, 426)])
def test_a_programme_is_as_long_as_its_term(months, last):
    assert last_day_of(months) == last
    assert (stretched(0, last), stretched(270, last)) == (0, last)


def test_the_launch_of_a_long_programme_takes_no_longer():
    assert [stretched(day, 426) for day in (20, 60, 165)] == [20, 60, 243]
    assert [stretched(day, 91) for day in (20, 60, 165)] == [7, 20, 56]


ALL = [
    Answers(mentor=mentor, mentee=mentee, term=term, together=together, education_stage=stage, activity=activity)
    for (mentor, mentee), term, together in product(FORMATS, Term, (Together.ONE, Together.TEAM))
    for stage, activity in ((EducationStage.STAFF, Activity.TEACHING), (EducationStage.PRIMARY, Activity.ARTS))
]


@pytest.mark.parametrize("stage_set", STAGE_SETS)
def test_whatever_is_answered_the_programme_has_all_stages_and_rows_within_it(stage_set):
    for answers in ALL:
        template = composed(answers, stage_set=stage_set)

        assert [stage.code for stage in template.stages] == [one.code for one in STAGE_SETS[stage_set].stages]
        assert all(stage.first_day <= stage.last_day for stage in template.stages)
        assert all(0 <= row.first_day <= row.last_day <= template.last_day for row in template.roadmap)
        assert [row.first_day for row in template.roadmap] == sorted(row.first_day for row in template.roadmap)
        assert {row.stage for row in template.roadmap} <= {stage.code for stage in template.stages}


def test_the_activity_changes_rows_texts_and_the_name_of_the_work():
    dance, robots = (composed(replace(PUPILS, activity=one)) for one in (Activity.ARTS, Activity.TECHNICAL))

    assert set(titles(dance)) - set(titles(robots)) == {"Готовить общий номер"}
    assert set(titles(robots)) - set(titles(dance)) == {"Собрать и защитить общий проект"}
    assert [str(stage.title) for stage in dance.stages][5] == "Репетиции и встречи пар"
    assert [str(stage.title) for stage in robots.stages][5] == "Работа над проектами"
    assert dance.note.startswith("Пары занимаются творчеством")
    assert composed().note == ""


def test_the_stage_of_education_changes_rows_texts_and_how_often_pairs_meet():
    youngest = composed(replace(PUPILS, education_stage=EducationStage.PRIMARY))

    assert set(titles(youngest)) - set(titles(composed())) == {
        "Провести встречу с родителями: как проходят встречи и кто рядом",
        "Познакомиться через игру",
    }
    assert (youngest.radar_period, composed().radar_period) == (7, 14)
    assert "через игру" in youngest.note


def test_first_needs_stand_in_the_first_row_of_the_pool():
    template = composed(replace(PUPILS, first_needs="робототехника, олимпиады."))

    told = [row for row in template.roadmap if "робототехника" in str(row.task)]
    assert [(row.stage, row.task) for row in told] == [
        ("mentee_pool", "начать с первых запросов: робототехника, олимпиады.")
    ]
    assert template.note == ""  # papers say the needs beside the note


def test_mentors_who_must_be_taught_first_play_roles():
    game = "Разыграть с наставниками встречи: один в роли, остальные подсказывают"

    assert game in titles(composed(replace(PUPILS, sharing=Sharing.TAUGHT)))
    assert game not in titles(composed(replace(PUPILS, sharing=Sharing.READY)))


def test_one_meeting_needs_no_order_no_middle_and_no_experience_to_show():
    once = composed(replace(PUPILS, term=Term.ONCE))

    gone = set(titles(composed())) - set(titles(once))
    assert gone >= {"Закрепить пары", "Спросить пары, что помогает и что мешает", "Показать опыт коллегам"}


def test_a_collective_has_no_head_in_its_roadmap():
    dancers = Answers(activity=Activity.ARTS)

    assert "руководитель" not in {str(row.responsible) for row in composed(dancers).roadmap}
    assert composed(dancers).needs_order is False


def test_a_format_of_ones_own_takes_what_fits_any():
    assert part_of("own-12") is OWN


@pytest.mark.parametrize("template", [one for one in TEMPLATES if one.type == ProgrammeType.TEACHERS])
def test_a_programme_for_teachers_speaks_of_no_children_and_parents(template):
    assert "Рассказать о программе педагогам" in titles(template)
    assert [row for row in template.roadmap if re.search("детям|родител|ученик", f"{row.title} {row.task}")] == []
