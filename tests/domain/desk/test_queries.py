"""What needs whom."""

from datetime import date, timedelta

import pytest

from nastavnik.core import clock
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.desk.queries import needs_me, today
from nastavnik.domain.desk.words import counted, some
from nastavnik.domain.documents.models import Document, DocumentMentorship
from nastavnik.domain.matching.models import MatchRun, Proposal
from nastavnik.domain.mentorships import actions
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance
from nastavnik.domain.programmes.models import RoadmapItem, Stage
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def queue(user, organisation):
    return [
        (item.urgency, item.title.replace("\xa0", " "), item.url_name)
        for item in needs_me(user, organisation, scene.TODAY)
    ]


@pytest.fixture
def pair():
    found = make.active_pair()
    for role in ("mentor", "mentee"):
        user = scene.person_in(found, role).user
        make.RoleAssignmentFactory(user=user, role=role, organisation=found.organisation)
    Clearance.objects.create(
        organisation=found.organisation, person=scene.person_in(found, "mentor"), checked_on=date(2026, 9, 1)
    )
    make.talked_to(found)
    make.checked(found.organisation)
    return found


def met(pair, day=date(2026, 11, 22)):
    return actions.record_meeting(pair, happens_on=day, state="held", author=None, by=None)


def test_a_silent_pair_is_urgent_and_named(pair):
    names = " и ".join(scene.person_in(pair, role).list_name for role in ("mentor", "mentee"))

    assert queue(scene.coordinator(pair.organisation), pair.organisation) == [
        ("urgent", f"Молчат 53 дня: {names}", "support:call")
    ]


def test_a_pair_that_meets_needs_nobody(pair):
    met(pair)

    assert queue(scene.coordinator(pair.organisation), pair.organisation) == []


def test_a_late_pair_is_for_today(pair):
    met(pair, date(2026, 11, 5))

    assert queue(scene.coordinator(pair.organisation), pair.organisation) == [
        ("today", "Опаздывают: 1 пара", "mentorships:index")
    ]


def test_a_pair_without_consent_comes_first(pair):
    met(pair)
    withdraw_consent(scene.person_in(pair, "mentee").consents.get(), on=scene.TODAY, by=None)

    found = queue(scene.coordinator(pair.organisation), pair.organisation)

    assert found[0][0] == "urgent"
    assert found[0][1].startswith("Нет согласия: ")


def test_a_pause_that_is_over_is_asked_about(pair):
    met(pair)
    actions.pause(pair, on=date(2026, 11, 22), until=date(2026, 11, 22), by=None)

    found = queue(scene.coordinator(pair.organisation), pair.organisation)

    assert [title.split(":")[0] for _urgency, title, _url in found] == ["Пауза закончилась"]


def test_a_clearance_that_ends_soon_is_told(pair):
    met(pair)
    Clearance.objects.update(valid_until=scene.TODAY + timedelta(days=7))

    assert queue(scene.coordinator(pair.organisation), pair.organisation) == [
        ("week", "Допуск заканчивается 30 ноября", "people:clearance")
    ]


def order(pair, state, **more):
    paper = Document.objects.create(
        organisation=pair.organisation, kind="appointment_order", title="Приказ о закреплении пар", number="42-ОД",
        year=2026, dated_on=scene.TODAY, state=state, module=pair.module, **more,
    )  # fmt: skip
    paper.state_changes.create(
        action="submit", from_state="draft", to_state="submitted", by=None, at=clock.now() - timedelta(days=3)
    )
    return paper


def test_an_order_waits_for_the_head_and_the_coordinator_knows_it(pair):
    met(pair)
    order(pair, "submitted")

    assert queue(make.staff(RoleCode.HEAD, pair.organisation), pair.organisation) == [
        ("today", "Приказ о закреплении пар № 42-ОД: ждёт вашего решения", "documents:document")
    ]
    assert queue(scene.coordinator(pair.organisation), pair.organisation) == [
        ("week", "Приказ о закреплении пар № 42-ОД: у руководителя с 20 ноября", "documents:document")
    ]


def test_an_order_that_came_back_is_mended_by_the_coordinator(pair):
    met(pair)
    paper = order(pair, "draft")
    paper.state_changes.create(action="send_back", from_state="submitted", to_state="draft", by=None, at=clock.now())

    assert queue(scene.coordinator(pair.organisation), pair.organisation) == [
        ("today", "Приказ о закреплении пар № 42-ОД: вернули на доработку", "documents:document")
    ]


def test_an_agreed_pair_waits_for_an_order_until_one_names_it():
    pair = make.MentorshipFactory(state="confirmed", started_on=None)
    staff = scene.coordinator(pair.organisation)
    before = queue(staff, pair.organisation)
    DocumentMentorship.objects.create(organisation=pair.organisation, document=order(pair, "draft"), mentorship=pair)

    assert before == [("today", "Согласованы и ждут приказа: 1 пара", "documents:index")]
    assert queue(staff, pair.organisation) == []


def test_without_orders_the_coordinator_decides_the_start():
    pair = make.MentorshipFactory(state="confirmed", started_on=None, module__programme__needs_order=False)

    assert queue(scene.coordinator(pair.organisation), pair.organisation) == [
        ("today", "Согласованы и ждут вашего решения: 1 пара", "mentorships:index")
    ]


def run_of(module, number, state="ready", *, pairs=1):
    run = MatchRun.objects.create(
        organisation=module.organisation, module=module, number=number, state=state, as_of=scene.TODAY
    )
    for _number in range(pairs):
        Proposal.objects.create(
            organisation=module.organisation, run=run, mentee=make.ParticipationFactory(module=module),
            mentor=make.ParticipationFactory(module=module, mentor=True), score=1,
        )  # fmt: skip
    return run


def test_a_run_that_is_ready_waits_for_publishing():
    module = make.ModuleFactory()
    run_of(module, 1)

    [found] = [item for item in queue(scene.coordinator(module.organisation), module.organisation) if "run" in item[2]]

    assert found == ("today", f"Подбор готов: {module.programme.title}", "matching:run")


def test_of_the_runs_of_a_module_the_newest_waits_for_publishing():
    module = make.ModuleFactory()
    staff = scene.coordinator(module.organisation)
    for number, state in enumerate(("ready", "ready", "discarded", "draft"), start=1):
        run_of(module, number, state)

    def waiting():
        items = needs_me(staff, module.organisation, scene.TODAY)
        return [item.url_args for item in items if item.url_name == "matching:run"]

    assert waiting() == [(MatchRun.objects.get(number=2).pk,)]
    run_of(module, 5, "published")
    assert waiting() == []


def test_a_run_without_pairs_waits_for_nobody():
    module = make.ModuleFactory()
    run_of(module, 1, pairs=0)

    assert queue(scene.coordinator(module.organisation), module.organisation) == []


def test_a_mentor_is_asked_about_the_meeting_of_today_and_told_of_the_next(pair):
    actions.plan_meeting(pair, happens_on=scene.TODAY, by=None)
    actions.plan_meeting(pair, happens_on=date(2026, 11, 26), by=None)
    mentor = scene.person_in(pair, "mentor").user

    assert queue(mentor, pair.organisation) == [
        ("today", "Как прошла встреча 23 ноября?", "mentorships:pair"),
        ("week", "Встреча 26 ноября", "mentorships:pair"),
    ]
    assert today(mentor, pair.organisation, scene.TODAY).next_on == date(2026, 11, 26)


def test_a_mentee_sees_the_step_that_is_due(pair):
    met(pair)
    goal = actions.add_goal(pair, title="Дроби", by=None)
    actions.add_step(goal, title="Проверка", due_on=date(2026, 11, 20), by=None)
    actions.add_step(goal, title="Когда-нибудь", due_on=date(2027, 2, 1), by=None)

    assert queue(scene.person_in(pair, "mentee").user, pair.organisation) == [
        ("today", "Шаг плана: Проверка", "mentorships:plan")
    ]


def test_a_mentor_of_a_quiet_pair_is_asked_to_write_or_plan(pair):
    assert queue(scene.person_in(pair, "mentor").user, pair.organisation) == [
        ("today", "Встречи не было 53 дня", "mentorships:pair")
    ]


def test_a_guardian_is_told_that_the_consent_is_missing(pair):
    child = scene.person_in(pair, "mentee")
    parent = scene.guardian_of(child)
    before = queue(parent.user, pair.organisation)
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)

    assert before == []
    assert queue(parent.user, pair.organisation) == [("today", "Нет согласия на ребёнка: Тимур", "consents:mine")]


def test_a_guardian_is_asked_for_the_child():
    module = make.ModuleFactory()
    mentee = scene.mentee(module)
    parent = scene.guardian_of(mentee.person)
    actions.propose(module, pairs=[(scene.mentor(module), mentee)], on=scene.PROPOSED, by=None)

    assert queue(parent.user, module.organisation) == [
        ("today", "Вашему ребёнку предлагают пару: Тимур", "mentorships:proposal")
    ]


def test_teachers_and_psychologists_help_to_collect_consents():
    module = make.ModuleFactory()
    scene.mentee(module, consent=False)

    for role in (RoleCode.TEACHER, RoleCode.PSYCHOLOGIST):
        assert queue(make.staff(role, module.organisation), module.organisation) == [
            ("week", "Не хватает согласий: 1 ребёнок", "consents:index")
        ]


def test_programmes_stand_with_their_stage_of_now():
    programme = make.ProgrammeFactory()
    for number, (title, done) in enumerate([("Подготовка", date(2026, 9, 12)), ("База", None), ("Подбор", None)], 1):
        Stage.objects.create(
            organisation=programme.organisation, programme=programme, number=number, code=title, title=title,
            first_day=number * 10, last_day=number * 10 + 9, done_on=done,
        )  # fmt: skip

    [line] = today(scene.coordinator(programme.organisation), programme.organisation, scene.TODAY).programmes

    assert [(stage.state, stage.note.replace("\xa0", " ")) for stage in line.stages] == [
        ("done", "готово 12 сентября"),
        ("late", "срок прошёл 54 дня назад"),
        ("ahead", "с 1 октября"),
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1 пара"), (2, "2 пары"), (5, "5 пар"), (11, "11 пар"), (21, "21 пара"), (112, "112 пар")],
)
def test_numbers_are_said_as_people_say_them(number, expected):
    assert counted(number, "пара", "пары", "пар").replace("\xa0", " ") == expected


def test_many_names_are_shortened():
    assert some(["А", "Б"]) == "А, Б"
    assert some(["А", "Б", "В", "Г", "Д"]) == "А, Б, В и ещё 2"


def test_the_nearest_rows_of_the_roadmap_stand_beside_the_queue_the_late_first():
    programme = make.ProgrammeFactory()
    own = {"organisation": programme.organisation}
    stage = Stage.objects.create(**own, programme=programme, number=1, code="a", title="База", first_day=0, last_day=99)
    passed = (scene.TODAY - programme.starts_on).days - 1
    rows = [("Прошло", 0, passed, None), ("Впереди", passed + 3, passed + 9, None), ("Готово", 0, passed, scene.TODAY)]
    for title, first, last, done in rows:
        RoadmapItem.objects.create(**own, stage=stage, title=title, first_day=first, last_day=last, done_on=done)

    desk = today(scene.coordinator(programme.organisation), programme.organisation, scene.TODAY)

    assert [(row.title, (row.day - scene.TODAY).days, row.is_late) for row in desk.ahead] == [
        ("Прошло", -1, True),
        ("Впереди", 2, False),
    ]
    assert [len(line.stages) for line in desk.programmes] == [1]
