"""Letters through a real SMTP server: down means later, nothing is lost, nothing comes twice."""

import socket
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.core import mail

from nastavnik.core import clock, jobs
from nastavnik.core.models import Job
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.notifications.enums import Channel, MessageState
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.notifications.tasks import ATTEMPTS, _take, deliver
from tests import factories as make
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


class Post:
    """Keeps what comes; refuses the addresses it is told to."""

    def __init__(self):
        self.letters, self.refused = [], set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append((envelope.rcpt_tos[0], envelope.content.decode()))
        return "250 OK"


@pytest.fixture
def port(settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = probe.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    return settings.EMAIL_PORT


@pytest.fixture
def post(port):
    handler = Post()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler
    controller.stop()


def at(**later):
    return clock.fixed(NOW + timedelta(**later))


def write(number=1, **person):
    people = [make.PersonFactory(adult=True, email=f"person{n}@school.example", **person) for n in range(number)]
    for one in people:
        notify("pair_proposed", to=one)
    return people


def states():
    return list(Message.objects.filter(channel=Channel.EMAIL).order_by("id").values_list("state", flat=True))


def test_every_letter_comes_once(now, post):
    write(3)

    jobs.run_due()
    jobs.run_due()
    deliver()

    assert [to for to, _text in post.letters] == [f"person{n}@school.example" for n in range(3)]
    assert states() == [MessageState.SENT] * 3


def test_a_letter_tells_no_name(now, post):
    write(surname="Канарейкина")

    jobs.run_due()

    ((_to, text),) = post.letters
    assert "Канарейкина" not in text
    assert "Subject:" in text


def test_while_the_server_is_down_letters_wait_and_then_come_once(port, request, monkeypatch):
    name = "notifications.deliver"
    monkeypatch.setattr(jobs, "_standing", {name: jobs._standing[name]})
    with at():
        write(3)
        jobs.run_due()
    assert states() == [MessageState.QUEUED] * 3
    for hour in range(1, 13):
        with at(hours=hour):
            jobs.ask_standing()
            jobs.run_due()
    assert states() == [MessageState.QUEUED] * 3
    assert not Job.objects.filter(state="failed").exists()

    post = request.getfixturevalue("post")
    with at(hours=24):  # the next morning: at night letters wait anyway
        jobs.ask_standing()
        jobs.run_due()
        jobs.run_due()

    assert (len(post.letters), states()) == (3, [MessageState.SENT] * 3)


def test_one_address_that_is_refused_holds_up_nobody(post):
    post.refused.add("person1@school.example")
    with at():
        write(3)
        jobs.run_due()

    assert states() == [MessageState.SENT, MessageState.QUEUED, MessageState.SENT]
    for day in range(1, ATTEMPTS + 1):
        with at(days=day):
            deliver()
    assert states() == [MessageState.SENT, MessageState.FAILED, MessageState.SENT]


def test_a_letter_begun_by_a_worker_that_died_is_sent_later(post):
    with at():
        write(1)
        Message.objects.filter(channel=Channel.EMAIL).update(attempts=1, due_at=NOW + timedelta(minutes=10))
        deliver()
    assert post.letters == []

    with at(minutes=11):
        deliver()

    assert len(post.letters) == 1


def test_two_workers_with_the_same_list_send_it_once(now, post):
    write(1)
    (message,) = Message.objects.filter(channel=Channel.EMAIL)

    taken = [_take(message), _take(message)]

    assert taken == [True, False]


def test_the_same_occasion_is_written_once(now):
    person = make.PersonFactory(adult=True)

    for _ in range(2):
        notify("pair_started", to=person, key="mentorship 1 started")

    assert Message.objects.count() == 1


def test_without_a_mail_server_it_stays_on_the_page(now, settings):
    settings.EMAIL_HOST = ""

    write(1)

    assert list(Message.objects.values_list("channel", flat=True)) == [Channel.PAGE]
    assert mail.outbox == []


def test_nothing_but_the_request_reaches_a_child_whose_consent_is_gone(settings, now):
    settings.EMAIL_HOST = "localhost"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    child = make.PersonFactory(email="child@example.org")
    consent = make.signed_consent(child)
    for kind in ("pair_proposed", "consent_requested"):
        notify(kind, to=child)
    withdraw_consent(consent, on=now.date(), by=None)

    deliver()

    assert [letter.subject for letter in mail.outbox] == ["Ждём вашего решения о согласии"]
    states = Message.objects.filter(channel=Channel.EMAIL).order_by("id").values_list("kind", "state")
    assert list(states) == [("pair_proposed", MessageState.WITHHELD), ("consent_requested", MessageState.SENT)]
