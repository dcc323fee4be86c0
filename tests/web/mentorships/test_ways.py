"""Pages of how pairs begin, change and end, of groups and short meetings."""

import re
from datetime import date, time

import pytest
from django.urls import reverse

from nastavnik.domain.matching import actions as matching
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import EndReason, FlashState, MeetingKind, MentorshipState
from nastavnik.domain.mentorships.models import FlashSlot, GroupNeed, HandoverAnswer
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.domain.mentorships import scene
from tests.web.mentorships.test_pair import open_as, pair, send, text  # noqa: F401 – a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_rules_are_read_added_to_and_confirmed_by_both(client, pair):  # noqa: F811
    page = text(open_as(client, pair.users["mentee"], "pair_rules", pair.pk))
    assert "Мы вместе, потому что оба этого хотим" in page
    assert "Не реже чем раз в 14\xa0дней" in page
    assert "Мне подходит" in page

    assert send(client, pair.users["mentee"], "add_rule", pair.pk, text="Телефоны убираем").status_code == 303
    for side in ("mentor", "mentee"):
        assert send(client, pair.users[side], "confirm_rules", pair.pk).status_code == 303

    assert "Телефоны убираем" in text(open_as(client, pair.users["guardian"], "pair_rules", pair.pk))
    assert "Приняты" in text(open_as(client, pair.users["mentor"], "pair", pair.pk))
    assert send(client, pair.users["mentee"], "add_rule", pair.pk, text="").status_code == 422


def test_the_first_meetings_lead_to_cards_and_the_trial_asks(client, pair):  # noqa: F811
    page = text(open_as(client, pair.users["mentor"], "pair", pair.pk))
    assert reverse("mentorships:agenda", args=(pair.pk, "planning")) in page
    assert "правда или выдумка" in text(open_as(client, pair.users["mentee"], "agenda", pair.pk, "intro"))
    assert open_as(client, pair.users["mentee"], "agenda", pair.pk, "party").status_code == 404
    assert "Продолжаем?" not in page

    make.MeetingFactory(mentorship=pair, kind=MeetingKind.TRIAL)
    assert "Тебе предложат другую пару" in text(open_as(client, pair.users["mentee"], "pair", pair.pk))
    assert send(client, pair.users["mentor"], "after_trial", pair.pk, answer="go_on").status_code == 303
    assert "Продолжаем?" not in text(open_as(client, pair.users["mentor"], "pair", pair.pk))
    assert send(client, pair.users["mentee"], "after_trial", pair.pk, answer="change").status_code == 303
    pair.refresh_from_db()
    assert (pair.state, pair.end_reason) == (MentorshipState.DISSOLVED, EndReason.AFTER_TRIAL)


def test_the_coordinator_changes_the_mentor_and_the_term(client, pair):  # noqa: F811
    new, unchecked = scene.mentor(pair.module, surname="Новиков"), scene.mentor(pair.module, cleared=False)
    staff, former = pair.users["coordinator"], scene.person_in(pair, "mentor")
    page = text(open_as(client, staff, "hand_over", pair.pk))
    assert f'value="{new.pk}"' in page
    assert f'value="{unchecked.pk}"' not in page
    assert "не записан допуск" in page
    assert "Новый наставник не выбран" in text(send(client, staff, "hand_over", pair.pk, reason="other"))
    values = {"to": new.pk, "reason": EndReason.MOVED_AWAY, "note": "Любит физику"}
    assert send(client, staff, "hand_over", pair.pk, **values).status_code == 303
    asked = {one.party: one for one in HandoverAnswer.objects.all()}
    for user, party in (("mentee", "mentee"), ("guardian", "guardian")):
        address = reverse("mentorships:handover_question", args=[asked[party].pk])
        client.force_login(pair.users[user])
        assert new.person.given_name in text(client.get(address))
        assert client.post(address, {"answer": "yes"}).status_code == 303
    assert open_as(client, pair.users["mentee"], "handover_question", asked["guardian"].pk).status_code == 404
    assert "Ждём" in text(open_as(client, staff, "hand_over", pair.pk))
    said = {"question": asked["mentor"].pk, "answer": "yes"}
    assert send(client, staff, "hand_over", pair.pk, **said).status_code == 422
    assert send(client, staff, "hand_over", pair.pk, **said, how="paper").status_code == 303
    assert send(client, staff, "extend", pair.pk, until="2027-08-31").status_code == 303

    page = text(open_as(client, new.person.user, "pair", pair.pk))
    assert "Решения куратора" not in page
    assert former.given_name in page
    assert "Первые встречи" in page
    gone = open_as(client, pair.users["mentor"], "pair", pair.pk)
    assert (gone.status_code, "Пара передана другому наставнику" in text(gone)) == (200, True)
    assert "Новиков" not in text(gone)
    history = text(open_as(client, staff, "pair", pair.pk))
    assert "Любит физику" in history
    assert "ответ на своей странице" in history
    assert re.search(r"вместо .* теперь Новиков", history)


def test_a_wish_to_end_and_last_words(client, pair):  # noqa: F811
    staff, child = pair.users["coordinator"], pair.users["mentee"]
    assert "Хочешь закончить?" in text(open_as(client, child, "ask_to_end", pair.pk))
    assert "Хотите закончить?" in text(open_as(client, pair.users["mentor"], "ask_to_end", pair.pk))
    assert send(client, child, "ask_to_end", pair.pk, note="Много уроков").status_code == 303
    assert send(client, child, "ask_to_end", pair.pk).status_code == 422
    assert "Много уроков" in text(open_as(client, staff, "pair", pair.pk))
    client.force_login(staff)
    assert "Просят закончить" in text(client.get(reverse("desk:today")))
    assert "Много уроков" not in text(open_as(client, pair.users["mentor"], "pair", pair.pk))
    assert send(client, staff, "credit", pair.pk, credit="Две темы", version=0).status_code == 303
    actions.dissolve(pair, on=scene.TODAY, reason=EndReason.MENTEE_ASKED, by=staff)

    assert "Выводы о ребёнке" not in text(open_as(client, child, "last_word", pair.pk))
    said = {"version": 0, "feedback": "Было весело", "became_friends": "yes", "wants_to_mentor": "on"}
    assert send(client, child, "last_word", pair.pk, **said).status_code == 303
    assert "Было весело" in text(open_as(client, staff, "pair", pair.pk))
    assert "Было весело" not in text(open_as(client, pair.users["mentor"], "pair", pair.pk))
    page = text(open_as(client, staff, "wishes"))
    assert scene.person_in(pair, "mentee").list_name in page
    (wish,) = queries.would_be_mentors(staff)
    assert send(client, staff, "take_into_pool", wish.pk, module=pair.module_id).status_code == 303
    assert not queries.would_be_mentors(staff).exists()
    assert send(client, staff, "rest", pair.pk, until="2026-12-01").status_code == 303


def test_a_group_names_needs_and_votes(client):
    group = make.active_group(mentees=3)
    members = list(group.members.select_related("person__user").order_by("role", "id"))
    for member in members:
        make.RoleAssignmentFactory(user=member.person.user, role=member.role, organisation=group.organisation)
    mentor = next(m.person.user for m in members if m.role == "mentor")
    children = [m.person.user for m in members if m.role == "mentee"]
    assert send(client, children[0], "name_need", group.pk, text="Боюсь доски").status_code == 303
    need = GroupNeed.objects.get()
    shaped = {"version": need.version, "theme": "Выступаем", "form": "game", "activity": "Репетиция"}
    assert send(client, children[0], "shape_need", need.pk, **shaped).status_code == 403
    assert '<option value="Зачем нужен наставник и чего от него ждать">' in text(
        open_as(client, mentor, "shape_need", need.pk)
    )
    assert send(client, mentor, "shape_need", need.pk, **shaped).status_code == 303
    assert send(client, mentor, "shape_need", need.pk, **{**shaped, "theme": "Другое"}).status_code == 409
    for child in children:
        assert send(client, child, "vote", need.pk).status_code == 303
    assert "3 голоса" in text(open_as(client, children[0], "needs", group.pk)).replace("\xa0", " ")
    assert send(client, mentor, "agree_theme", need.pk).status_code == 303
    page = text(open_as(client, children[0], "pair", group.pk))
    assert "Выступаем" in page


def test_a_short_meeting_is_offered_booked_and_thanked_for(client, django_assert_max_num_queries):
    module = make.ModuleFactory(kind=Kind.FLASH)
    mentor, child, other = scene.mentor(module), scene.mentee(module), scene.mentee(module)
    values = {"mentor": mentor.pk, "topic": "Как готовить доклад", "happens_on": "2026-11-23", "begins_at": "15:00"}
    assert send(client, mentor.person.user, "offer_flash", **values).status_code == 422
    assert send(client, mentor.person.user, "offer_flash", **values, minutes=20).status_code == 303
    slot = FlashSlot.objects.get()
    client.force_login(child.person.user)
    assert reverse("mentorships:flash") in text(client.get(reverse("mentorships:index")))
    assert "Записаться" in text(open_as(client, child.person.user, "flash"))

    assert send(client, child.person.user, "book_flash", slot.pk).status_code == 303
    assert send(client, other.person.user, "book_flash", slot.pk).status_code == 404
    assert send(client, child.person.user, "close_flash", slot.pk, thanks="Спасибо, понял").status_code == 303

    slot.refresh_from_db()
    assert (slot.state, slot.thanks) == (FlashState.HELD, "Спасибо, понял")
    assert "Спасибо, понял" in text(open_as(client, mentor.person.user, "flash"))
    for hour in (16, 17, 18):
        actions.offer_flash(mentor, topic="Ещё", happens_on=date(2026, 11, 24), begins_at=time(hour), by=None)
    client.force_login(child.person.user)
    with django_assert_max_num_queries(20):
        client.get(reverse("mentorships:flash"))


def test_a_team_shows_who_answers_for_what(client):
    team = make.active_pair(kind=Kind.TEAM)
    staff = make.staff(RoleCode.COORDINATOR, team.organisation)
    one = team.members.get(role="mentor")
    assert (
        send(client, staff, "team", team.pk, **{f"part{one.pk}": "Расчёты", "until": "2026-12-20"}).status_code == 303
    )
    make.RoleAssignmentFactory(user=one.person.user, role=RoleCode.MENTOR, organisation=team.organisation)
    assert "Расчёты" in text(open_as(client, one.person.user, "pair", team.pk))


def test_a_pair_by_request_leads_to_help_and_asks_for_no_rhythm(client):
    one = make.active_pair(make.ModuleFactory(kind=Kind.VIRTUAL), kind=Kind.VIRTUAL)
    child = one.members.get(role="mentee").person.user
    make.RoleAssignmentFactory(user=child, role=RoleCode.MENTEE, organisation=one.organisation)

    page = text(open_as(client, child, "pair", one.pk))

    assert reverse("conversations:help") in page
    assert "Первые встречи" not in page


def test_the_round_table_of_short_talks_is_shown(client):
    module = make.ModuleFactory(kind=Kind.SPEED)
    mentors, mentees = [scene.mentor(module) for _ in range(2)], [scene.mentee(module) for _ in range(3)]
    staff = make.staff(RoleCode.COORDINATOR, module.organisation)
    meeting = matching.plan_group_meeting(module, title="Быстрый круг", held_on=scene.TODAY, place="", by=staff)

    client.force_login(staff)
    page = text(client.get(reverse("matching:rounds", args=(meeting.pk,)), {"minutes": "7"}))

    assert page.count("h-round-") // 2 == 3
    assert "всего 21" in page.replace("\xa0", " ")
    for mentor in mentors:
        for mentee in mentees:
            assert page.count(f"{mentor.person.list_name} — {mentee.person.list_name}") == 1
