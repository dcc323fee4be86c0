"""Person – Participation – Profile – Consent – Mentorship: five real structures, one model."""

from datetime import date

import pytest

from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason, MeetingState, MentorshipState, Party
from nastavnik.domain.mentorships.errors import AlreadyInPair
from nastavnik.domain.organisations.enums import OrganisationKind, StudyGroupWord
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Kind, ParticipationState, ProgrammeType
from nastavnik.domain.programmes.models import MentoringFormat
from nastavnik.domain.programmes.records import ProfileValues
from tests.seeds.cast import agreed, child, grown_up, institution, programme, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_dance_collective_works_without_order_or_head():
    """Ученик–ученик in a collective whose teacher is teacher, coordinator and mentor at once."""
    house, teacher = institution(OrganisationKind.SUPPLEMENTARY, "Дом творчества (вымышленный)", "Ланская", "Вера")
    by = people.ensure_user(teacher)
    people.grant_role(by, role=RoleCode.TEACHER, organisation=house, starts_on=date(2026, 9, 1), by=by)
    people.record_clearance(teacher, checked_on=date(2026, 9, 1), by=by)
    dance, module = programme(house, "collective", "Танцевальный коллектив «Вихрь»", by)
    leader = ready(child(house, "Орлова", "Дина", date(2011, 5, 1), by), module, "mentor", by)
    beginner = ready(child(house, "Ким", "Яна", date(2015, 5, 1), by), module, "mentee", by)
    ready(teacher, module, "mentor", by)

    (pair,) = mentorships.propose(module, pairs=[(leader, beginner)], on=date(2026, 9, 20), by=by)
    agreed(pair, by)
    mentorships.start(pair, on=date(2026, 9, 21), by=by)
    mentorships.complete(pair, on=date(2026, 11, 20), reason=EndReason.PLAN_DONE, by=by)

    assert house.study_group_word == StudyGroupWord.ASSOCIATION
    assert dance.needs_order is False
    assert standing(by).roles_in(house.pk) == {RoleCode.COORDINATOR, RoleCode.TEACHER, RoleCode.MENTOR}
    assert {approval.party for approval in pair.approvals.all()} == set(Party)
    assert sorted(a.party for a in pair.approvals.all()) == ["guardian", "guardian", "mentee", "mentor"]
    assert [change.to_state for change in pair.state_changes.all()] == ["confirmed", "active", "completed"]
    beginner.refresh_from_db()
    assert beginner.state == ParticipationState.FINISHED


def test_every_kind_of_mentoring_has_its_own_numbers_and_exclusiveness():
    """A group with one mentor, flash beside an individual pair, several mentors of a virtual one."""
    house, coordinator = institution(OrganisationKind.SUPPLEMENTARY, "Центр «Росток» (вымышленный)", "Юдина", "Инна")
    by = people.ensure_user(coordinator)
    plan, individual = programme(house, "student_student", "Равный — равному", by)
    by_kind = {
        kind: programmes.add_module(
            plan, title=str(kind.label), mentoring_format=individual.mentoring_format, kind=kind, by=by
        )
        for kind in (Kind.GROUP, Kind.VIRTUAL, Kind.FLASH, Kind.TEAM)
    }
    first, second = (child(house, "Цой", name, date(2014, 1, 1), by) for name in ("Марк", "Лев"))
    helper = child(house, "Ясина", "Ольга", date(2010, 1, 1), by)
    guide = grown_up(house, "Бойко", "Пётр", "педагог", by)

    def enrolled(module):
        return (
            [ready(someone, module, "mentee", by) for someone in (first, second)],
            [ready(someone, module, "mentor", by) for someone in (helper, guide)],
        )

    (one, two), (peer, adult) = enrolled(individual)
    pairs = mentorships.propose(individual, pairs=[(peer, one), (adult, two)], on=date(2026, 9, 20), by=by)
    group_mentees, (_peer, group_mentor) = enrolled(by_kind[Kind.GROUP])
    group = mentorships.propose_group(
        by_kind[Kind.GROUP], mentor=group_mentor, mentees=group_mentees, on=date(2026, 9, 20), by=by
    )
    (asker, _other), answerers = enrolled(by_kind[Kind.VIRTUAL])
    virtual = mentorships.propose(
        by_kind[Kind.VIRTUAL], pairs=[(mentor, asker) for mentor in answerers], on=date(2026, 9, 20), by=by
    )
    (visitor, _other), (_peer, expert) = enrolled(by_kind[Kind.FLASH])
    (flash,) = mentorships.propose(by_kind[Kind.FLASH], pairs=[(expert, visitor)], on=date(2026, 9, 20), by=by)

    assert [m.members.count() for m in (*pairs, group, *virtual, flash)] == [2, 2, 3, 2, 2, 2]
    assert [m.kind for m in (pairs[0], group, virtual[0], flash)] == ["individual", "group", "virtual", "flash"]
    with pytest.raises(AlreadyInPair):
        mentorships.propose(individual, pairs=[(adult, one)], on=date(2026, 9, 21), by=by)


def test_robotics_association_pairs_teachers_with_teachers():
    """Учитель–учитель in a technopark: no children, so no consents and no clearances stand in the way."""
    park, coordinator = institution(OrganisationKind.TECHNOPARK, "Технопарк (вымышленный)", "Гусев", "Олег")
    by = people.ensure_user(coordinator)
    plan, module = programme(park, "teacher_teacher", "Первый год в кванториуме", by)
    experienced, novice = (
        people.add_person(
            park, by=by, surname=surname, given_name="Анна", birth_date=born, post="педагог дополнительного образования"
        )
        for surname, born in (("Седова", date(1979, 1, 1)), ("Мухина", date(2001, 1, 1)))
    )
    mentor = ready(experienced, module, "mentor", by, ProfileValues(competences=("робототехника",), places=1))
    mentee = ready(novice, module, "mentee", by, ProfileValues(main_need="робототехника"))

    (pair,) = mentorships.propose(module, pairs=[(mentor, mentee)], on=date(2026, 9, 20), by=by)

    assert plan.type == ProgrammeType.TEACHERS
    assert sorted(approval.party for approval in pair.approvals.all()) == ["mentee", "mentor"]
    assert all(member.consent_id is None and not member.is_minor for member in pair.members.all())


def test_teachers_personalised_programme_is_for_a_year_and_can_be_followed_by_another():
    """Персонализированная программа на год: a goal with steps, an early end, a second round."""
    school, coordinator = institution(OrganisationKind.SCHOOL, "Школа (вымышленная)", "Рощина", "Алла")
    by = people.ensure_user(coordinator)
    plan, module = programme(school, "teacher_teacher", "Молодой учитель", by)
    mentor = ready(grown_up(school, "Лапин", "Юрий", "учитель физики", by), module, "mentor", by)
    mentee = ready(
        grown_up(school, "Нечаев", "Илья", "учитель физики", by, born=date(2000, 7, 7)), module, "mentee", by
    )
    (pair,) = mentorships.propose(module, pairs=[(mentor, mentee)], on=date(2026, 9, 10), by=by)
    mentorships.start(agreed(pair, by), on=date(2026, 9, 15), by=by)
    goal = mentorships.add_goal(pair, title="Уверенно вести урок в 9 классе", by=by)
    for step, due in (("Нормативные документы", date(2026, 10, 1)), ("Открытый урок", date(2027, 3, 1))):
        mentorships.add_step(goal, title=step, who=Party.MENTEE, due_on=due, by=by)
    mentorships.dissolve(pair, on=date(2026, 11, 1), reason=EndReason.MENTOR_ASKED, by=by)

    (again,) = mentorships.propose(module, pairs=[(mentor, mentee)], on=date(2026, 11, 2), by=by)

    assert plan.needs_order is True
    assert plan.ends_on is not None
    assert [step.title for step in goal.steps.all()] == ["Нормативные документы", "Открытый урок"]
    mentee.refresh_from_db()
    assert mentee.state == ParticipationState.READY, "after a dissolved pair somebody can be matched again"
    assert again.state == MentorshipState.PROPOSED


def test_school_module_has_nine_events_over_fourteen_months():
    """Учитель–ученик: a group, nine rows of a plan from September to October of the next year."""
    school, coordinator = institution(OrganisationKind.SCHOOL, "Школа № 0 (вымышленная)", "Титова", "Нина")
    by = people.ensure_user(coordinator)
    plan, module = programme(school, "teacher_student", "Учитель и ученики", by, ends_on=date(2027, 10, 31))
    stages = {stage.code: stage for stage in plan.stages.all()}
    events = [
        ("Запуск модуля и сбор согласий", "preparation", date(2026, 9, 1), date(2026, 9, 30)),
        ("Общая встреча и запросы", "mentee_pool", date(2026, 9, 10), date(2026, 9, 30)),
        ("Оценка на входе и на выходе", "mentee_pool", date(2026, 10, 1), date(2027, 5, 31)),
        ("План группы", "running", date(2026, 10, 1), date(2026, 10, 31)),
        ("Беседы, тренинги, занятия", "running", date(2026, 10, 1), date(2027, 4, 30)),
        ("Олимпиады и конкурсы", "running", date(2026, 10, 1), date(2027, 5, 31)),
        ("Опрос об удовлетворённости", "closing", date(2027, 5, 1), date(2027, 5, 31)),
        ("Праздник с родителями", "closing", date(2027, 9, 1), date(2027, 9, 30)),
        ("Рассказать коллегам, новый круг", "closing", date(2027, 10, 1), date(2027, 10, 31)),
    ]
    rows = [
        programmes.add_item(
            stages[stage],
            title=title,
            first_day=(first - plan.starts_on).days,
            last_day=(last - plan.starts_on).days,
            by=by,
        )
        for title, stage, first, last in events
    ]
    module = programmes.edit_module(module, {"kind": Kind.GROUP}, version=module.version, by=by)
    mentor = ready(grown_up(school, "Зимина", "Раиса", "учитель истории", by), module, "mentor", by)
    mentees = [ready(child(school, "Гущин", name, date(2012, 3, 3), by), module, "mentee", by) for name in "АБВ"]
    group = mentorships.propose_group(module, mentor=mentor, mentees=mentees, on=date(2026, 9, 25), by=by)
    mentorships.start(agreed(group, by), on=date(2026, 10, 1), by=by)
    mentorships.record_meeting(
        group, happens_on=date(2026, 10, 8), state=MeetingState.HELD, author=mentor.person, by=by
    )

    assert plan.stages.count() == 7
    assert [(row.starts_on, row.ends_on) for row in rows] == [(first, last) for _t, _s, first, last in events]
    assert plan.ends_on == date(2027, 10, 31)
    assert group.members.count() == 4
    assert MentoringFormat.objects.get(pk=module.mentoring_format_id).title_elsewhere == "педагог–обучающийся"

    moved = programmes.move_start(plan, starts_on=date(2026, 9, 8), by=by)
    assert moved.stages.get(code="preparation").items.order_by("id").last().starts_on == date(2026, 9, 8)
