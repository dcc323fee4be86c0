"""Papers of one pair out of its rows, and who reads them."""

from datetime import date

import pytest

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.documents import actions, queries
from nastavnik.domain.documents.adapter.papers import own_paper
from nastavnik.domain.documents.adapter.warned import facts_of
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.mentorships.models import DiaryEntry, Goal, PlanStep
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.enums import ParticipationRole, TopicUse
from nastavnik.domain.programmes.models import ProfileTopic, Topic
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.documents.kinds.reading import section
from tests.domain.mentorships import scene as pairs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def with_plan(pair):
    goal = Goal.objects.create(organisation=pair.organisation, mentorship=pair, title="решать без подсказки")
    row = {"organisation": pair.organisation, "goal": goal}
    PlanStep.objects.create(**row, title="Разобрать дроби", due_on=date(2026, 11, 9), done_on=date(2026, 11, 5))
    PlanStep.objects.create(**row, title="Решать по три задачи", who="mentee", due_on=date(2026, 12, 18))
    return pair


def test_a_plan_is_written_from_goals_steps_and_needs():
    place = scene.school()
    pair = with_plan(scene.confirmed(place))
    mentee = scene.member(pair, ParticipationRole.MENTEE)
    topic = Topic.objects.create(organisation=place.organisation, title="математика", normal_title="математика")
    ProfileTopic.objects.create(
        organisation=place.organisation, profile=mentee.participation.profile, topic=topic, use=TopicUse.MAIN_NEED
    )

    paper = own_paper(scene.draft(place, "development_plan", mentorship=pair))

    assert section(paper, "difficulties") == ["Трудности и запросы:", "математика."]
    assert section(paper, "goals") == ["Цели:", "решать без подсказки."]
    lines = section(paper, "plan")
    assert lines[lines.index("Разобрать дроби") :][:4] == [
        "Разобрать дроби",
        "до 09.11.2026",
        "решать без подсказки",
        "сделано (05.11.2026)",
    ]


def test_a_diary_tells_what_was_held_and_written_for_both_and_no_private_word():
    place = scene.school()
    pair = with_plan(scene.completed(place))
    meeting = pair.meetings.get()
    make.MeetingFactory(mentorship=pair, state="cancelled", happens_on=date(2026, 11, 20))
    child = scene.member(pair, ParticipationRole.MENTEE).person
    for text, private in (("Разобрали\nдроби", False), ("Мне было страшно", True)):
        DiaryEntry.objects.create(
            organisation=place.organisation,
            mentorship=pair,
            meeting=meeting,
            author=child,
            happened_on=meeting.happens_on,
            text=text,
            is_private=private,
        )

    lines = section(own_paper(scene.draft(place, "meeting_diary", mentorship=pair)), "meetings")
    earlier = section(
        own_paper(scene.draft(place, "meeting_diary", mentorship=pair, answers={"until": "2026-11-17"})), "meetings"
    )

    assert lines[0] == "Всего 1 встреча, 1 час 30 мин."
    row = lines.index("18.11.2026")
    assert lines[row:][:5] == ["18.11.2026", "90 мин", "рабочая", "Разобрали дроби.", "Решать по три задачи"]
    assert "20.11.2026" not in lines
    assert "страшно" not in "\n".join(lines)
    assert "18.11.2026" not in earlier


def test_a_personalised_programme_takes_directions_and_the_aim_of_its_module():
    place = scene.teachers()
    place.module.aim = "Помочь освоиться"
    place.module.save()
    young = pairs.mentee(place.module, consent=False, birth_date=date(2000, 1, 1), post="учитель физики")
    pair = scene.confirmed(place, mentee=young)

    paper = own_paper(scene.draft(place, "personal_programme", mentorship=pair, answers={"interim_on": "2027-01-15"}))

    assert "Нормативное" in section(paper, "directions")
    assert "Цель: помочь освоиться." in section(paper, "note")
    assert [line for line in section(paper, "note") if "АЗ-1128/08" in line] == []  # acts come with the first paper
    assert section(paper, "terms")[1] == "Промежуточный итог: 15 января 2027 г."


@pytest.mark.parametrize("code", ["development_plan", "meeting_diary"])
def test_work_of_a_child_is_not_printed_after_the_consent_is_gone(code):
    place = scene.school()
    running, over = scene.confirmed(place), scene.completed(place)
    for pair in (running, over):
        child = scene.member(pair, ParticipationRole.MENTEE).person
        withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)

        with pytest.raises(ConsentMissing):
            actions.prepare(code, mentorship=pair, dated_on=scene.TODAY, by=place.coordinator)


def test_who_reads_a_diary_and_who_does_not():
    place = scene.school()
    pair, other = scene.completed(place), scene.completed(place)
    diary = scene.draft(place, "meeting_diary", mentorship=pair, state=DocumentState.ISSUED)
    plan = scene.draft(place, "development_plan", mentorship=pair, state=DocumentState.ISSUED)
    mentor, stranger = (scene.member(one, ParticipationRole.MENTOR).person.user for one in (pair, other))

    def sees(user):
        return set(queries.visible_to(user))

    assert sees(place.coordinator) == sees(mentor) == {diary, plan}
    assert sees(place.head) == {plan}
    assert sees(stranger) == set()
    assert sees(make.staff(RoleCode.TEACHER, place.organisation)) == set()
    withdraw_consent(
        scene.member(pair, ParticipationRole.MENTEE).person.consents.get(), on=scene.TODAY, by=place.coordinator
    )
    assert sees(mentor) == sees(place.head) == set()


def test_a_diary_looks_back_and_a_plan_does_not():
    place = scene.school()
    pair = scene.completed(place)
    pair.planned_until = date(2026, 11, 20)
    pair.save()

    ends = {
        code: facts_of(scene.draft(place, code, mentorship=pair)).term_ends
        for code in ("meeting_diary", "development_plan")
    }

    assert ends == {"meeting_diary": None, "development_plan": date(2026, 11, 20)}


def test_after_a_withdrawal_a_draft_is_neither_written_anew_nor_issued():
    place = scene.school()
    pair = scene.confirmed(place)
    child = scene.member(pair, ParticipationRole.MENTEE).person
    plan = actions.prepare("development_plan", mentorship=pair, dated_on=scene.TODAY, by=place.coordinator)
    before = scene.said(plan)
    [consent] = child.consents.all()
    withdraw_consent(consent, on=scene.TODAY, by=place.coordinator)

    for step in (actions.refresh, actions.issue, actions.submit):
        with pytest.raises(ConsentMissing):
            step(plan, by=place.coordinator)

    plan.refresh_from_db()
    assert (plan.state, scene.said(plan)) == (DocumentState.DRAFT, before)


def test_who_left_reads_nothing_that_was_written_later():
    place = scene.school()
    pair = scene.confirmed(place)
    plan = actions.prepare("development_plan", mentorship=pair, number="1", dated_on=scene.TODAY, by=place.coordinator)
    actions.issue(plan, by=place.coordinator)
    mentor = scene.member(pair, ParticipationRole.MENTOR)
    assert list(queries.visible_to(mentor.person.user)) == [plan]

    mentor.ends_on = date(2026, 11, 22)
    mentor.save()

    assert list(queries.visible_to(mentor.person.user)) == []
