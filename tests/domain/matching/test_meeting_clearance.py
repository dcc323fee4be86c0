"""At a group meeting with children no adult is without clearance."""

from datetime import date

import pytest

from nastavnik.domain.matching import queries
from nastavnik.domain.matching.errors import NotAtTheMeeting
from nastavnik.domain.people.models import Clearance
from tests.domain.matching import scene
from tests.domain.matching.meeting_scene import Gathering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_an_adult_without_clearance_is_not_at_a_meeting_with_children():
    gathering = Gathering()
    unchecked = scene.mentor(gathering.module, cleared=False)

    gathering.come(*gathering.everybody, unchecked)

    assert unchecked not in {guest.participation for guest in queries.guests(gathering.meeting)}
    assert not gathering.meeting.presences.filter(participation=unchecked).exists()
    assert queries.without_clearance(gathering.meeting) == [unchecked]
    assert queries.without_consent(gathering.meeting) == 0


def test_among_adults_nobody_needs_clearance():
    gathering = Gathering(mentees=0)
    scene.mentee(gathering.module, birth_date=date(1990, 1, 1))
    unchecked = scene.mentor(gathering.module, cleared=False)

    assert unchecked in {guest.participation for guest in queries.guests(gathering.meeting)}
    assert queries.without_clearance(gathering.meeting) == []


def test_who_loses_the_clearance_sees_no_children_any_more_and_is_offered_to_none():
    gathering = Gathering().opened()
    (mentor, _other), child = gathering.mentors, gathering.mentees[0]
    Clearance.objects.filter(person=mentor.person).delete()

    assert queries.options(gathering.presence(mentor)) == []
    assert mentor not in queries.options(gathering.presence(child))
    with pytest.raises(NotAtTheMeeting):
        gathering.say(mentor, child)
