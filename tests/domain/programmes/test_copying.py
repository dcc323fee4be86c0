"""A programme in the next school year."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.consents.models import Consent
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState, ProgrammeState
from nastavnik.domain.programmes.errors import AnotherOrganisation, OutsideTheYear, TitleTaken
from nastavnik.domain.programmes.models import Participation, Programme, RoadmapItem
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.templates import template_by_code
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

START = date(2027, 9, 1)


@pytest.fixture
def year():
    return make.AcademicYearFactory()


@pytest.fixture
def next_year(year):
    return make.AcademicYearFactory(
        organisation=year.organisation, title="2027/28", starts_on=START, ends_on=date(2028, 8, 31)
    )


@pytest.fixture
def programme(year):
    """Fourteen months, at work, a stage done, two modules."""
    made = actions.create_programme(
        year.organisation,
        template=template_by_code("teacher_student_long"),
        title="Учитель – ученику",
        academic_year=year,
        starts_on=date(2026, 9, 1),
        by=None,
    )
    second = make.MentoringFormatFactory(code="student_student")
    actions.add_module(made, title="Сверстники", mentoring_format=second, radar_period=7, aim="Своя цель", by=None)
    actions.launch(made, by=None)
    return made


def copy(programme, next_year, **given):
    values = {"academic_year": next_year, "starts_on": START, "title": programme.title, "by": None, **given}
    return actions.copy_programme(programme, **values)


def test_modules_with_their_words_go_into_the_new_year(programme, next_year):
    first = programme.modules.first()
    queries_before = queries.module_entries(first)
    actions.set_module_entries(
        first,
        "task",
        [(queries_before["task"][0].code, "Своими словами")],
        version=first.version,
        by=None,
    )

    made = copy(programme, next_year)

    assert (made.state, made.copied_from, made.academic_year) == (ProgrammeState.PREPARING, programme, next_year)
    assert (made.starts_on, made.ends_on) == (START, date(2028, 10, 30))
    assert (made.goal, made.note, made.council_on) == (programme.goal, programme.note, None)
    old, new = (list(one.modules.order_by("id")) for one in (programme, made))
    assert [(m.title, m.mentoring_format_id, m.kind, m.radar_period, m.aim) for m in new] == [
        (m.title, m.mentoring_format_id, m.kind, m.radar_period, m.aim) for m in old
    ]
    assert [entry.text for entry in queries.module_entries(new[0])["task"]] == ["Своими словами"]
    assert queries.module_entries(new[1]) == queries.module_entries(old[1])


def test_days_keep_their_distance_and_months_stay_months(programme, next_year):
    stage = programme.stages.get(code="running")
    actions.add_item(stage, title="Поход", first_day=100, last_day=101, by=None)
    actions.mark_done(stage, done_on=date(2026, 10, 1), by=None)

    made = copy(programme, next_year, starts_on=date(2027, 9, 6))

    trip, event = (
        RoadmapItem.objects.get(stage__programme=made, title=title)
        for title in ("Поход", "Объявить о начале модуля, собрать первые запросы")
    )
    assert (trip.starts_on, trip.ends_on) == (date(2027, 12, 15), date(2027, 12, 16))
    assert (event.starts_on, event.ends_on) == (date(2027, 9, 1), date(2027, 9, 30))
    assert set(made.stages.values_list("done_on", flat=True)) == {None}
    assert [(one.code, one.first_day) for one in made.stages.all()] == [
        (one.code, one.first_day) for one in programme.stages.all()
    ]


def test_rows_begin_anew_and_dropped_ones_stay_behind(programme, next_year):
    items = RoadmapItem.objects.filter(stage__programme=programme).order_by("id")
    items.filter(pk=items[0].pk).update(done_on=date(2026, 9, 9), begun_on=date(2026, 9, 2))
    items.filter(pk=items[1].pk).update(dropped_on=date(2026, 9, 9))
    helper = make.PersonFactory(organisation=programme.organisation, adult=True)
    items[0].people.create(organisation=programme.organisation, person=helper)

    made = copy(programme, next_year)

    rows = RoadmapItem.objects.filter(stage__programme=made).order_by("id")
    assert [row.title for row in rows] == [row.title for row in items if row.dropped_on is None]
    assert set(rows.values_list("done_on", "begun_on", "dropped_on")) == {(None, None, None)}
    assert [one.person for one in rows[0].people.all()] == [helper]


def join(programme, state, role=ParticipationRole.MENTEE, **person):
    return make.ParticipationFactory(
        module=programme.modules.first(),
        person=make.PersonFactory(organisation=programme.organisation, **person),
        state=state,
        role=role,
        joined_on=date(2026, 9, 10),
    )


def test_the_unfinished_are_named_and_carried_over_with_their_profiles(programme, next_year):
    waiting = join(programme, ParticipationState.READY)
    actions.set_profile(waiting, values=ProfileValues(main_need="алгебра", languages=frozenset({"ru"})), by=None)
    paused = join(programme, ParticipationState.SUSPENDED, ParticipationRole.MENTOR)
    for state in (ParticipationState.FINISHED, ParticipationState.LEFT):
        join(programme, state)
    stays = join(programme, ParticipationState.ENROLLED)

    assert set(queries.unfinished(programme)) == {waiting, paused, stays}
    consents = Consent.objects.count()
    made = copy(programme, next_year, take=[waiting.pk, paused.pk])

    carried = Participation.objects.filter(module__programme=made).order_by("id")
    assert [(one.person, one.role, one.state, one.joined_on) for one in carried] == [
        (waiting.person, "mentee", ParticipationState.ENROLLED, START),
        (paused.person, "mentor", ParticipationState.ENROLLED, START),
    ]
    said = queries.said_of([carried[0].pk])[carried[0].pk]
    assert (said.main_need, said.languages) == ("алгебра", frozenset({"ru"}))
    assert Consent.objects.count() == consents
    waiting.refresh_from_db()
    assert waiting.state == ParticipationState.READY


def test_a_participation_of_another_programme_is_not_taken(programme, next_year):
    stranger = make.ParticipationFactory()

    made = copy(programme, next_year, take=[stranger.pk])

    assert not Participation.objects.filter(module__programme=made).exists()


def test_staff_goes_along_from_the_first_day(programme, next_year):
    helper, gone = (make.staff(RoleCode.TEACHER, programme.organisation) for _ in range(2))
    for user in (helper, gone):
        actions.add_staff(programme, user=user, role=RoleCode.COORDINATOR, starts_on=programme.starts_on, by=None)
    programme.staff.filter(user=gone).update(ends_on=date(2026, 12, 31))

    made = copy(programme, next_year)

    assert [(one.user, one.role, one.starts_on) for one in made.staff.all()] == [(helper, "coordinator", START)]


def test_nothing_is_made_where_something_does_not_fit(programme, year, next_year):
    with pytest.raises(TitleTaken):
        copy(programme, year, starts_on=date(2026, 10, 1))
    with pytest.raises(OutsideTheYear):
        copy(programme, next_year, starts_on=date(2026, 10, 1))
    with pytest.raises(AnotherOrganisation):
        copy(programme, make.AcademicYearFactory())
    assert Programme.objects.filter(copied_from=programme).count() == 0


def test_copying_asks_as_often_for_three_people_as_for_one(programme, next_year):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            join(programme, ParticipationState.READY)
        take = [one.pk for one in queries.unfinished(programme)]
        copy(programme, next_year, take=take, title=f"С учётными записями {number}")
        with CaptureQueriesContext(connection) as asked:
            copy(programme, next_year, take=take, title=f"Ещё раз {number}")
        counts.append(len(asked))

    assert counts[0] == counts[1]
