"""From the first page to «sent»: what is kept, who is written down, who is asked."""

from datetime import date, timedelta

import pytest

from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.consents.models import ConsentRequest
from nastavnik.domain.intake import actions, queries
from nastavnik.domain.intake.errors import ApplicationsClosed, BornInFuture, GuardianIsTheChild, NotEverythingSaid
from nastavnik.domain.intake.models import Application
from nastavnik.domain.people.models import Guardianship, Person
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_a_draft_is_continued_by_its_code_and_by_no_other():
    application, code = make.draft()

    assert queries.application_by_code(code.lower().replace("-", " ")) == application
    assert queries.application_by_code("КЛЁН-0000-РОСА") is None
    assert queries.application_of(make.IntakeFactory(), code) is None
    assert code not in str(Application.objects.values())


def test_a_closed_intake_and_one_that_is_over_take_nothing():
    for intake in (
        make.IntakeFactory(is_open=False),
        make.IntakeFactory(ends_on=date(2026, 11, 22)),
        make.IntakeFactory(starts_on=date(2026, 11, 24)),
    ):
        with pytest.raises(ApplicationsClosed):
            actions.start(intake)


def test_what_is_missing_is_named():
    application, _code = make.draft(needs="", guardian_name="")

    with pytest.raises(NotEverythingSaid) as refusal:
        actions.submit(application)

    assert refusal.value.params == {"missing": "в чём помочь, родитель или опекун"}
    assert Person.objects.count() == 0


def test_sending_writes_down_the_child_and_the_parent_and_asks_the_parent_alone():
    application, _code = make.draft()

    (asked,) = actions.submit(application)

    child = application.person
    guardianship = Guardianship.objects.get(child=child)
    assert (child.full_name, child.birth_date) == ("Ветрова Полина", date(2014, 5, 6))
    assert guardianship.guardian.full_name == "Ветрова Анна Игоревна"
    assert (asked.request.person, asked.request.party, asked.request.signer) == (
        child, "guardian", guardianship.guardian,
    )  # fmt: skip
    assert application.state == "submitted"
    assert application.main_need == "не бояться выступать"


def test_from_fourteen_the_child_is_asked_too():
    application, _code = make.draft(birth_date=date(2011, 5, 6))

    assert [asked.request.party for asked in actions.submit(application)] == ["guardian", "child"]


def test_somebody_certainly_known_stays_the_same_and_no_stranger_becomes_their_parent():
    intake = make.IntakeFactory()
    known = make.PersonFactory(
        organisation=intake.organisation, surname="Ветрова", given_name="Полина", patronymic="",
        birth_date=date(2014, 5, 6),
    )  # fmt: skip
    mother = make.PersonFactory(organisation=intake.organisation, adult=True)
    Guardianship.objects.create(
        organisation=intake.organisation, guardian=mother, child=known, starts_on=date(2026, 9, 1)
    )

    application = make.sent(intake, guardian_name="Чужой Человек")

    assert application.person == known
    assert [row.guardian for row in Guardianship.objects.filter(child=known)] == [mother]
    assert ConsentRequest.objects.get().signer == mother
    assert not Person.objects.filter(surname="Чужой").exists()


def test_who_only_looks_known_is_asked_about_and_nobody_is_written_to():
    intake = make.IntakeFactory()
    alike = make.PersonFactory(
        organisation=intake.organisation, surname="Ветрова", given_name="Полина", patronymic="", birth_date=None
    )

    application = make.sent(intake)

    assert (application.person, application.twin) == (None, alike)
    assert ConsentRequest.objects.count() == 0

    (asked,) = actions.answer_twin(application, answer="same", by=None)

    assert asked.request.person == application.person == alike


def test_two_namesakes_stay_two():
    intake = make.IntakeFactory()
    make.PersonFactory(organisation=intake.organisation, surname="Ветрова", given_name="Полина", birth_date=None)
    application = make.sent(intake)

    actions.answer_twin(application, answer="different", by=None)

    assert Person.objects.filter(surname="Ветрова", given_name="Полина").count() == 2


def test_a_mother_of_two_is_one_person():
    intake = make.IntakeFactory()
    make.sent(intake)

    make.sent(intake, given_name="Степан", birth_date=date(2012, 1, 9))

    assert Person.objects.filter(surname="Ветрова", given_name="Анна").count() == 1


def test_the_child_cannot_be_their_own_parent():
    application, _code = make.draft(guardian_name="Ветрова  Полина")

    with pytest.raises(GuardianIsTheChild):
        actions.submit(application)


def test_a_grown_up_mentor_sends_without_a_parent():
    application, _code = make.draft(
        role="mentor", birth_date=date(1990, 1, 1), competences="чтение", post="учитель", phone="+79005556677"
    )

    actions.submit(application)

    assert application.guardian_name == ""
    assert Person.objects.count() == 1


def test_what_a_later_answer_took_away_is_not_kept():
    application, _code = make.draft(goal="стать смелее")
    actions.save_page(
        application,
        {
            "role": "mentor",
            "birth_date": date(1990, 1, 1),
            "competences": "чтение",
            "post": "учитель",
            "email": "a@b.c",
        },
    )

    actions.submit(application)

    assert (application.goal, application.needs, application.guardian_phone) == ("", "", "")


def test_a_birth_date_of_tomorrow_is_refused():
    with pytest.raises(BornInFuture):
        make.draft(birth_date=date(2026, 11, 24))


def test_what_was_sent_is_changed_no_more():
    with pytest.raises(ChangedMeanwhile):
        actions.save_page(make.sent(), {"surname": "Другая"})


def test_a_forgotten_draft_is_gone_after_a_month_and_what_was_sent_stays(now):
    make.draft()
    kept = make.sent(surname="Снегирёва")

    with clock.fixed(now + timedelta(days=29)):
        assert actions.erase_drafts() == 0
    with clock.fixed(now + timedelta(days=31)):
        assert actions.erase_drafts() == 1

    assert list(Application.objects.all()) == [kept]


def test_a_draft_given_up_keeps_no_word_of_the_child():
    application, code = make.draft(wish="ничего не говорите классу")

    actions.withdraw(application, reason="no_time")

    row = str(Application.objects.filter(pk=application.pk).values())
    assert not any(word in row for word in ("Ветрова", "Полина", "Анна", "79001234567", "классу", "выступать"))
    assert queries.application_by_code(code) is None


def test_who_wants_to_lead_has_a_mentors_application_with_what_is_known():
    application = make.sent(interests="танец")

    made, code = actions.lead_instead(application)

    application.refresh_from_db()
    assert (application.state, application.withdraw_reason) == ("withdrawn", "wants_to_lead")
    assert (made.role, made.surname, made.interests, made.needs) == ("mentor", "Ветрова", "танец", "")
    assert made.person == application.person
    assert queries.application_by_code(code) == made
