"""A consent withdrawn in a working pair: nothing new is written, whoever waits is told to ask, no name is said."""

from datetime import date, timedelta

import pytest

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.errors import WorkStopped
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries import hidden_for_consent, stopped_for_consent
from nastavnik.domain.people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def pair(now):
    pair = make.active_pair()
    make.MeetingFactory(mentorship=pair, state="planned", happens_on=TODAY + timedelta(days=1))
    child = pair.members.get(role="mentee").person
    child.consents.update(withdrawn_on=TODAY)
    for member, role in ((child, "mentee"), (pair.members.get(role="mentor").person, "mentor")):
        make.RoleAssignmentFactory(user=member.user, role=role, organisation=pair.organisation)
    return pair


def test_no_meeting_no_plan_and_no_words_are_written(pair):
    child = pair.members.get(role="mentee").person
    writings = (
        lambda: actions.record_meeting(pair, happens_on=TODAY, state="held", author=child, by=child.user),
        lambda: actions.plan_meeting(pair, happens_on=TODAY, by=child.user),
        lambda: actions.write_diary(pair, author=child, happened_on=TODAY, text="было", by=child.user),
        lambda: actions.add_goal(pair, title="цель", by=child.user),
    )
    for write in writings:
        with pytest.raises(WorkStopped):
            write()

    meeting = pair.meetings.get()
    actions.cancel(meeting, by=None)
    assert meeting.state == "cancelled"  # what stands in the calendar can still be called off


@pytest.mark.parametrize("role", ["mentor", "mentee"])
def test_both_are_told_that_meetings_have_stopped_and_of_no_meeting(pair, role):
    person = pair.members.get(role=role).person

    told = [(item.urgency, item.title) for item in needs_me(person.user, pair.organisation, TODAY)]

    assert told == [("urgent", "Встречи пары остановлены")]


def test_somebody_erased_in_a_group_hides_and_stops_nobody(pair):
    child = pair.members.get(role="mentee").person
    MentorshipMember.objects.filter(person=child).update(ends_on=TODAY)
    Person.objects.filter(pk=child.pk).update(erased_on=TODAY)

    assert not hidden_for_consent(Mentorship.objects.all()).exists()
    assert not stopped_for_consent(Mentorship.objects.all()).exists()
