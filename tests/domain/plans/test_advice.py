"""A mentor recommends; a link to a child waits for another adult; sheets of teachers feed the plan."""

from datetime import date

import pytest

from nastavnik.domain.library import actions as library
from nastavnik.domain.mentorships.models import Goal
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.plans import actions, errors, queries
from nastavnik.domain.plans.templates import TEMPLATES, fitting
from nastavnik.domain.programmes.models import RoleModel
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_an_item_of_a_list_reaches_the_mentee_at_once_and_helps_or_not():
    pair = scene.pair()
    mentor, mentee = scene.of(pair, "mentor"), scene.of(pair, "mentee")
    kinds = {choice.kind for choice in queries.choices_of(pair)}
    assert kinds == {"memo", "time", "theme"}

    given = actions.recommend(pair, kind="time", code="pause", person=mentor, by=mentor.user)
    again = actions.recommend(pair, kind="time", code="pause", person=mentor, by=mentor.user)
    actions.mark_helped(given, person=mentee, helped="not_really")
    actions.mark_helped(given, person=mentee, helped="yes")

    assert given == again
    seen = queries.recommendations_of(pair, mentee.user, 5)
    assert [(one.title, one.mine) for one in seen] == [("Полчаса работы, пять минут отдыха без телефона", "yes")]
    with pytest.raises(errors.NothingToAdvise):
        actions.recommend(pair, kind="time", code="none", person=mentor, by=mentor.user)


def test_what_the_institution_has_put_into_its_library_is_offered_and_counted():
    pair = scene.pair()
    school, mentor, mentee = pair.organisation, scene.of(pair, "mentor"), scene.of(pair, "mentee")
    words = library.Words("Пробники", "", ["mentee"], "methods", url="https://kniga.example/1", situations=["contest"])
    memo = library.write_memo(school, words, trusts=True, by=None)
    for_staff = library.write_memo(school, library.Words("Педсовету", "Слова", ["staff"], "methods"), by=None)
    ours = library.add_theme(school, library.ThemeWords("Дроби", programme=pair.module.programme), by=None)
    theirs = library.add_theme(
        school,
        library.ThemeWords("Роботы", programme=make.ModuleFactory(programme__organisation=school).programme),
        by=None,
    )
    codes = {one.code for one in queries.choices_of(pair)}

    for kind, code in (("memo", memo.code), ("theme", ours.code)):
        given = actions.recommend(pair, kind=kind, code=code, person=mentor, by=mentor.user)
        actions.mark_helped(given, person=mentee, helped="yes" if kind == "memo" else "not_really")

    library.show_memo(school, memo.code, is_shown=False, by=None)
    opened = [(one.title, one.opens) for one in queries.recommendations_of(pair, mentee.user, 5)]
    assert opened == [("Дроби", False), ("Пробники", False)]
    library.show_memo(school, memo.code, is_shown=True, by=None)
    assert [one.opens for one in queries.recommendations_of(pair, mentor.user, 5)] == [False, True]
    assert codes & {memo.code, for_staff.code, ours.code, theirs.code} == {memo.code, ours.code}
    assert [(one.title, one.given, one.yes, one.not_really) for one in queries.helped_lines(school)] == [
        ("Пробники", 1, 1, 0),
        ("Дроби", 1, 0, 1),
    ]


def test_a_link_to_a_child_waits_for_another_adult():
    pair = scene.pair()
    mentor, mentee = scene.of(pair, "mentor"), scene.of(pair, "mentee")
    coordinator = make.staff(RoleCode.COORDINATOR, pair.organisation)
    link = {"url": "https://kniga.example/drobi", "person": mentor, "by": mentor.user}

    held = actions.recommend_link(pair, title="Дроби: звони 8 900", passes=False, **link)
    known = actions.recommend_link(pair, title="звони 8 900", passes=True, **link)

    assert (held.state, known.state, known.title) == ("held", "given", "kniga.example")
    assert queries.recommendations_visible_to(mentee.user).get() == known
    assert queries.held_links(coordinator, pair.organisation).get() == held
    actions.release(held, by=coordinator)
    assert queries.recommendations_visible_to(mentee.user).count() == 2


def test_between_grown_ups_a_link_does_not_wait():
    pair = scene.teachers()
    mentor = scene.of(pair, "mentor")

    given = actions.recommend_link(
        pair, url="https://kniga.example", title="Книга", passes=False, person=mentor, by=mentor.user
    )

    assert given.state == "given"


@pytest.mark.parametrize(
    "url", ["kniga", "http://kniga.example", "javascript:alert(1)", "https://a@kniga.example", "https://k k.example"]
)
def test_what_is_no_plain_link_is_refused(url):
    pair = scene.pair()

    with pytest.raises(errors.NotALink):
        actions.recommend_link(pair, url=url, title="Т", passes=False, person=scene.of(pair, "mentor"), by=None)


def test_the_next_step_of_a_sheet_goes_into_the_plan_once_and_sheets_are_counted():
    pair = scene.teachers()
    scene.planned(pair)
    author = scene.of(pair, "mentee")
    values = {"happened_on": date(2026, 11, 20), "title": "Урок в 7Б", "next_step": "Применить карточки"}
    sheet = actions.write_sheet(pair, kind="visit", author=author, values=values, by=author.user)

    step = actions.plan_from_sheet(sheet, goal=Goal.objects.get(), by=author.user)
    again = actions.plan_from_sheet(sheet, goal=Goal.objects.get(), by=author.user)

    assert (step.title, step.who, again) == ("Применить карточки", "mentee", step)
    assert queries.sheets_done([pair]) == {"self_analysis": 0, "practice": 0, "visit": 1}

    pair = scene.pair()
    pupils = {one.code for one in queries.choices_of(pair) if one.kind == "theme"}
    teachers = set(queries.directions_of(scene.teachers()))
    shipped = set(RoleModel.objects.values_list("title", flat=True))

    assert [title for one in TEMPLATES for title in one.role_models if title not in shipped] == []
    assert {step.direction for one in TEMPLATES for step in one.steps} <= pupils | teachers
    assert fitting("teacher_student", "учитель–одарённый")[0].code == "contest"
