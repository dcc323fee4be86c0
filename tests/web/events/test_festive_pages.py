"""The closing event: programme point by point, guests from outside, parents by a press, the page of the invited."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.events.models import Event, OutsideGuest
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Guardianship
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    return scene.pair()


@pytest.fixture
def by(pair, client):
    user = make.staff(RoleCode.COORDINATOR, pair.organisation)
    client.force_login(user)
    return user


def closing(pair, by, day=27):
    plan = events.EventPlan("Итоги года", datetime(2026, 11, day, 11, tzinfo=UTC))
    return events.plan_event(pair.module, plan, kind=EventKind.CLOSING, by=by)


def rows(*points, version):
    given = {"version": version}
    for row, (place, minutes, title) in enumerate(points):
        given |= {f"n{row}": place, f"m{row}": minutes, f"t{row}": title, f"w{row}": ""}
    return given


def test_points_stand_in_the_order_of_their_numbers_and_have_hours(client, pair, by):
    event = closing(pair, by)
    address = reverse("events:edit_programme", args=[event.pk])

    assert client.post(address, rows((1, "", "Открытие"), version=1)).status_code == 422
    answer = client.post(address, rows((2, 40, "Вручение грамот"), (1, 15, "Открытие"), version=1))
    assert answer.status_code == 303
    page = client.get(reverse("events:event", args=[event.pk])).content.decode()
    assert page.index("14:00 – 14:15") < page.index("Открытие") < page.index("14:15 – 14:55")
    assert client.post(address, rows((1, 5, "Другое"), version=1)).status_code == 409


def test_all_are_called_by_a_press_and_read_the_invitation(client, pair, by):
    event = closing(pair, by)
    child = scene.of(pair, "mentee")
    parent = make.PersonFactory(organisation=pair.organisation, adult=True)
    Guardianship.objects.create(
        organisation=pair.organisation, child=child, guardian=parent, starts_on=date(2026, 9, 1)
    )
    step = reverse("events:event_step", args=[event.pk])
    client.post(step, {"step": "call_participants"})
    client.post(step, {"step": "call_parents"})

    listed = set(event.attendances.values_list("person_id", flat=True))
    assert listed == {child.pk, scene.of(pair, "mentor").pk, parent.pk}
    assert Message.objects.filter(kind="closing_planned", recipient=child).exists()
    address = reverse("events:invitation", args=[event.pk])
    client.force_login(child.user)
    assert "Ждём тебя!" in client.get(address).content.decode()
    stranger = scene.of(scene.pair(), "mentee")
    client.force_login(stranger.user)
    assert client.get(address).status_code == 404


def test_guests_from_outside_come_are_counted_and_forgotten(client, pair, by):
    event = closing(pair, by)
    outside = reverse("events:add_guest", args=[event.pk])
    client.post(outside, {"role": "partner", "name": "", "partner": ""})
    assert not OutsideGuest.objects.exists()
    client.post(outside, {"role": "partner", "name": "Орлова, завод «Искра»", "partner": ""})
    guest = OutsideGuest.objects.get()
    papers = client.get(reverse("events:papers", args=[event.pk]))
    assert papers.content[:5] == b"%PDF-"
    Event.objects.filter(pk=event.pk).update(starts_at=datetime(2026, 11, 20, 11, tzinfo=UTC))
    event.refresh_from_db()

    assert events.mark_attendance(event, came=[], guests_came=[guest.pk], by=by) == 1
    events.hold(event, by=by)
    Event.objects.filter(pk=event.pk).update(starts_at=datetime(2026, 10, 1, 11, tzinfo=UTC))
    events.forget_guests()
    guest.refresh_from_db()
    assert (guest.name, guest.came) == ("", True)
