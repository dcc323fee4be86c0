"""The information page: one address for good, one answer however often it is sent, nobody's name."""

from datetime import timedelta

import pytest

from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.actions import launching
from nastavnik.domain.programmes.enums import Audience, ParticipationRole, ProgrammeState
from nastavnik.domain.programmes.errors import PageIsClosed, ProgrammeIsClosed, TooManyAnswers
from nastavnik.domain.programmes.models import PageAnswer
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(now):
    return actions.open_page(make.ProgrammeFactory(), by=None)


def answer(page, key="k", **said):
    return actions.answer_page(page, audience=said.pop("audience", Audience.PUPIL), answer_key=key, **said)


def test_the_address_stays_when_the_page_is_closed_and_opened_again(page):
    token = page.token
    actions.close_page(page, by=None)
    assert queries.open_page_by(token) is None
    again = actions.open_page(page.programme, by=None)
    assert (again.pk, again.token, again.is_open) == (page.pk, token, True)
    assert queries.open_page_by(token) == page


def test_a_closed_programme_opens_no_page(now):
    closed = make.ProgrammeFactory(state=ProgrammeState.CLOSED)
    with pytest.raises(ProgrammeIsClosed):
        actions.open_page(closed, by=None)


def test_an_answer_sent_twice_is_one(page):
    assert answer(page) == answer(page)
    assert page.answers.count() == 1


def test_a_closed_page_takes_no_answers(page):
    actions.close_page(page, by=None)
    with pytest.raises(PageIsClosed):
        answer(page)


def test_a_flood_is_refused_for_an_hour(page, monkeypatch, now):
    monkeypatch.setattr(launching, "MOST_IN_AN_HOUR", 2)
    answer(page, "a")
    answer(page, "b")
    with pytest.raises(TooManyAnswers):
        answer(page, "c")
    PageAnswer.objects.update(at=now - timedelta(minutes=61))
    assert answer(page, "c").pk


def test_answers_are_counted_by_who_by_wish_and_by_class(page):
    group = make.StudyGroupFactory(academic_year=page.programme.academic_year, title="6Б")
    answer(page, "a", audience=Audience.GUARDIAN, study_group=group, wanted_role=ParticipationRole.MENTEE)
    answer(page, "b", audience=Audience.GUARDIAN)
    answer(page, "c", wanted_role=ParticipationRole.MENTOR, wish="  могу по физике ")

    counted = queries.informed(page)
    assert counted.by_audience == {"pupil": 1, "guardian": 2}
    assert (counted.total, counted.guardians, counted.would_mentor, counted.would_have_mentor) == (3, 2, 1, 1)
    assert counted.by_group == [("6Б", 1)]
    assert [one.wish for one in queries.wishes(page)] == ["могу по физике"]


def test_an_answer_holds_no_field_for_a_person():
    assert not {"person", "name", "surname", "phone", "email", "address"} & {
        field.name for field in PageAnswer._meta.get_fields()
    }


def test_the_page_of_a_programme_that_is_over_is_gone(page):
    assert queries.open_page_by(page.token) == page

    page.programme.state = ProgrammeState.CLOSED
    page.programme.save()

    assert queries.open_page_by(page.token) is None
