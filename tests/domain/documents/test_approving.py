"""An order before the head: approved, sent back, stopped by what has changed."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.models import AuditEntry
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.documents import actions, adapter
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import (
    ApprovalNeeded,
    CannotStart,
    NoteMissing,
)
from nastavnik.domain.documents.models import Document
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.notifications.models import Message
from tests.domain.documents import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.school(head_post="директор")


def order(place, *pairs, number="42-ОД", dated_on=scene.TODAY):
    pairs = pairs or [scene.confirmed(place)]
    return actions.prepare_order(
        place.module, mentorships=pairs, number=number, dated_on=dated_on, by=place.coordinator
    )


def test_submitting_tells_the_head_and_approving_starts_every_pair_on_the_day_of_the_order(place):
    pairs = [scene.confirmed(place), scene.confirmed(place)]
    document = order(place, *pairs, dated_on=date(2026, 11, 20))

    actions.submit(document, by=place.coordinator)
    actions.approve(document, by=place.head)

    assert Document.objects.get().state == DocumentState.ISSUED
    assert set(Mentorship.objects.values_list("state", "started_on")) == {(MentorshipState.ACTIVE, date(2026, 11, 20))}
    told = set(Message.objects.filter(kind__startswith="order").values_list("kind", "recipient"))
    assert told == {
        ("order_submitted", place.head.person.pk), ("order_approved", place.coordinator.person.pk),
    }  # fmt: skip
    assert "document.approve" in set(AuditEntry.objects.values_list("action", flat=True))


def test_an_order_with_a_pair_that_cannot_start_starts_none_and_names_it(place):
    pairs = [scene.confirmed(place), scene.confirmed(place)]
    document = actions.submit(order(place, *pairs), by=place.coordinator)
    mentorships.decline(pairs[1], by=None)

    with pytest.raises(CannotStart) as refused:
        actions.approve(document, by=place.head)

    assert refused.value.params["pair"] == adapter.pair_title(pairs[1])
    assert refused.value.params["state"] == "не состоялась"
    assert Document.objects.get().state == DocumentState.SUBMITTED
    assert Mentorship.objects.get(pk=pairs[0].pk).state == MentorshipState.CONFIRMED


def test_a_consent_withdrawn_before_the_signature_stops_the_order(place):
    pair = scene.confirmed(place)
    document = actions.submit(order(place, pair), by=place.coordinator)
    child = scene.member(pair, "mentee").person
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)

    with pytest.raises(ConsentMissing):
        actions.approve(document, by=place.head)

    assert Mentorship.objects.get().state == MentorshipState.CONFIRMED


def test_of_two_heads_one_approves(place):
    document = actions.submit(order(place), by=place.coordinator)
    late = Document.objects.get(pk=document.pk)
    actions.approve(document, by=place.head)

    with pytest.raises(ChangedMeanwhile):
        actions.approve(late, by=place.head)

    assert document.state_changes.filter(action="approve").count() == 1
    assert Mentorship.objects.get().state_changes.filter(action="start").count() == 1


def test_sending_back_needs_words_and_opens_the_draft_again(place):
    document = actions.submit(order(place), by=place.coordinator)

    with pytest.raises(NoteMissing):
        actions.send_back(document, note="  ", by=place.head)
    actions.send_back(document, note="исправьте срок", by=place.head)
    actions.submit(document, by=place.coordinator)

    assert document.state_changes.get(action="send_back").note == "исправьте срок"
    assert Message.objects.filter(kind="order_submitted").count() == 2


def test_an_order_is_not_issued_past_the_head(place):
    with pytest.raises(ApprovalNeeded):
        actions.issue(order(place), by=place.coordinator)
