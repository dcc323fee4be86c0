"""Erasure where people hang on each other: guardians, both roles, two institutions, groups, words of others."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from nastavnik.core import clock
from nastavnik.domain.documents.models import Document
from nastavnik.domain.exchange.models import SavedView
from nastavnik.domain.intake.actions import answer_twin
from nastavnik.domain.intake.models import Application
from nastavnik.domain.mentorships.models import DiaryEntry, Goal, PlanStep
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.privacy import tombstones
from nastavnik.domain.privacy.actions import erase, erasing
from nastavnik.domain.privacy.enums import ErasureReason
from nastavnik.domain.privacy.errors import StillResponsible
from nastavnik.domain.privacy.models import ErasureAct
from nastavnik.domain.programmes.actions import set_profile
from nastavnik.domain.programmes.models import RoadmapResponsible
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.questionnaires.models import AnswerSheet
from tests import factories as make
from tests.domain.privacy.rows import applied, guards, task_of
from tests.domain.privacy.test_erasing import everything

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
ASKED = ErasureReason.ASKED


@pytest.fixture(autouse=True)
def _apart(settings, tmp_path, now):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def pair():
    return make.active_pair()


@pytest.fixture
def school(pair):
    return pair.organisation


@pytest.fixture
def child(pair):
    return pair.members.get(role="mentee").person


@pytest.fixture
def mentor(pair):
    return pair.members.get(role="mentor").person


def test_a_guardian_erased_alone_leaves_the_childs_application_without_the_guardian(now):
    application = make.sent(guardian_email="kanareyka@example.org", guardian_relation="канарейка")
    guardian = application.person.guardians.get().guardian

    erase(guardian, reason=ASKED, by=None)

    left = everything()
    assert [word for word in ("9001234567", "kanareyka", "канарейка", "Анна") if word in left] == []
    application.refresh_from_db()
    assert (application.surname, application.needs) == ("Ветрова", "не бояться выступать")


def test_another_guardian_named_in_the_application_stays(now):
    application = make.sent()
    father = make.PersonFactory(organisation=application.organisation, adult=True, surname="Дождёв")
    guards(father, application.person)

    erase(father, reason=ASKED, by=None)

    application.refresh_from_db()
    assert application.guardian_phone == "+79001234567"


def test_a_guardian_who_wants_to_lead_or_answers_for_a_task_is_not_erased_with_the_child(pair, school, child):
    leads, works = (make.PersonFactory(organisation=school, adult=True) for _ in range(2))
    for guardian in (leads, works):
        guards(guardian, child)
    applied(pair.module, leads, role="mentor")
    item = task_of(pair.module)
    RoadmapResponsible.objects.create(organisation=school, item=item, person=works)

    erase(child, reason=ASKED, by=None)

    assert Person.objects.filter(pk__in=(leads.pk, works.pk), erased_on__isnull=True).count() == 2


def test_an_account_that_works_elsewhere_still_opens(pair, mentor):
    account = mentor.user_id
    make.RoleAssignmentFactory(user=mentor.user, role=RoleCode.COORDINATOR, organisation=make.OrganisationFactory())

    erase(mentor, reason=ASKED, by=None)

    assert User.objects.get(pk=account).is_active


def test_who_works_for_the_territory_is_not_erased(pair, mentor):
    make.RoleAssignmentFactory(
        user=mentor.user, role=RoleCode.MUNICIPAL_OPERATOR, organisation=None, territory=make.TerritoryFactory()
    )

    with pytest.raises(StillResponsible):
        erase(mentor, reason=ASKED, by=None)


def test_a_person_with_an_account_in_two_institutions_is_erased_in_one(mentor):
    account = mentor.user_id
    other = make.PersonFactory(user=mentor.user, adult=True, surname="Двоедомов")

    erase(mentor, reason=ASKED, by=None)

    other.refresh_from_db()
    assert (other.surname, other.user_id, other.user.is_active) == ("Двоедомов", account, True)


def test_words_of_a_group_go_when_its_last_child_is_erased(pair, school, child, mentor):
    sister = make.PersonFactory(organisation=school)
    consent = make.signed_consent(sister)
    joined = make.ParticipationFactory(module=pair.module, person=sister)
    make.add_member(pair, joined, is_minor=True, consent=consent)
    goal = Goal.objects.create(organisation=school, mentorship=pair, title="канарейка")
    PlanStep.objects.create(organisation=school, goal=goal, title="канарейка", who="mentee")
    DiaryEntry.objects.create(
        organisation=school, mentorship=pair, author=mentor, happened_on=pair.started_on, text="канарейка",
        is_private=False, written_at="2026-11-20T10:00Z",
    )  # fmt: skip

    erase(child, reason=ASKED, by=None)
    assert everything().count("канарейка") == 3
    erase(sister, reason=ASKED, by=None)

    assert "канарейка" not in everything()


def test_a_name_in_what_others_answered_goes(pair, school, child, mentor):
    Person.objects.filter(pk=child.pk).update(surname="Канарейкина", given_name="Зимородка", patronymic="")
    child.refresh_from_db()
    version = make.questionnaire(school)
    sheet = AnswerSheet.objects.create(
        organisation=school, questionnaire_version=version, respondent=mentor, submitted_on=TODAY,
        answers={"comfort": 8, "wish": "Зимородке Канарейкиной нужно больше встреч"},
    )  # fmt: skip
    SavedView.objects.create(organisation=school, owner=mentor.user, register="mentee", title="Канарейкина З. и другие")

    erase(child, reason=ASKED, by=None)

    sheet.refresh_from_db()
    assert sheet.answers == {"comfort": 8, "wish": "[данные удалены] нужно больше встреч"}
    assert "анарейкин" not in everything()


def test_a_draft_of_the_same_child_goes_and_one_of_a_brother_stays(pair, child):
    Person.objects.filter(pk=child.pk).update(surname="Канарейкина", given_name="Зимородка", patronymic="")
    child.refresh_from_db()
    intake = make.IntakeFactory(module=pair.module)
    make.draft(intake, surname="канарейкина ", given_name="Зимородка", birth_date=child.birth_date)
    make.draft(intake, surname="Канарейкин", given_name="Щегол", birth_date=date(2012, 4, 5))
    make.draft(intake, surname="Канарейкина", given_name="Зимородка", birth_date=date(2009, 4, 5))

    erase(child, reason=ASKED, by=None)

    left = list(Application.objects.order_by("pk").values_list("surname", "given_name"))
    assert left == [("Канарейкин", "Щегол"), ("Канарейкина", "Зимородка")]


def test_an_application_that_looked_like_an_erased_person_becomes_somebody_new(pair, child):
    waiting = applied(pair.module, None, twin=child, given_name="Полина", birth_date=date(2014, 5, 6))
    erase(child, reason=ASKED, by=None)

    answer_twin(waiting, answer="same", by=make.staff("coordinator", pair.organisation))

    waiting.refresh_from_db()
    assert (waiting.person == child, waiting.person.surname) == (False, "Ветрова")


def test_topics_and_titles_that_become_the_same_are_told_apart(school, child):
    Person.objects.filter(pk=child.pk).update(surname="Канарейкина", given_name="Зимородка", patronymic="")
    child.refresh_from_db()
    sister = make.ParticipationFactory(module=make.ModuleFactory(programme__organisation=school))
    for title in ("Канарейкина Зимородка", "Зимородка Канарейкина"):
        set_profile(sister, values=ProfileValues(needs=(title,)), by=None)
    titles = ("с Канарейкиной З.", "с Канарейкиной Зимородкой", "Канарейкина " * 5)
    for title in titles:
        SavedView.objects.create(organisation=school, owner=make.UserFactory(), register="mentee", title=title.strip())

    erase(child, reason=ASKED, by=None)

    assert "канарейкин" not in everything().lower()
    assert all(len(view.title) <= 60 for view in SavedView.objects.all())


def test_an_unsigned_paper_of_the_pair_alone_keeps_no_words_of_it(pair, school, child):
    draft = Document.objects.create(
        organisation=school, kind="meeting_diary", title="Дневник: канарейка", dated_on=TODAY, year=2026,
        context={"paper": {"title": "канарейка"}}, module=pair.module, sections={"a": "канарейка"},
    )  # fmt: skip
    draft.mentorships.add(pair, through_defaults={"organisation": school})

    erase(child, reason=ASKED, by=None)

    assert "канарейка" not in everything()


def test_a_past_mentor_who_is_now_led_loses_both(school, pair, child):
    helped = make.active_pair(module=pair.module)
    former = make.ParticipationFactory(
        module=make.ModuleFactory(programme__organisation=school), person=child, role="mentor"
    )
    make.add_member(helped, former, is_minor=True, consent=child.consents.get())
    DiaryEntry.objects.create(
        organisation=school, mentorship=helped, author=child, happened_on=pair.started_on, text="канарейка",
        is_private=True, written_at="2026-11-20T10:00Z",
    )  # fmt: skip

    erase(child, reason=ASKED, by=None)

    assert "канарейка" not in everything()
    helped.refresh_from_db()
    assert helped.state == "active"


def test_an_erasure_that_failed_is_not_remembered(pair, child, tmp_path, monkeypatch):
    doubled = ErasureAct(
        organisation=pair.organisation, person=child, number=1, year=2026, reason=ASKED, erased_on=TODAY,
        erased_at=clock.now(), counts={}, kept_papers=[],
    )  # fmt: skip
    doubled.save()
    monkeypatch.setattr(erasing, "_next_number", lambda *_: 1)

    with pytest.raises(IntegrityError), transaction.atomic():
        erase(child, reason=ASKED, by=None)

    assert not (tmp_path / tombstones.NAME).exists()
