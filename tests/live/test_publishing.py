"""Several who decide about one matching at the same moment, each in a thread with a connection of its own."""

import json

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.django_db]
TIMES = 3

SCENE = """
import json, time
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import UTC, datetime, timedelta
from threading import Barrier, Event
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from nastavnik.core import clock
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.models import MatchRun
from tests import factories as make
from tests.domain.matching import scene

def proposals(number):
    module = make.ModuleFactory()
    leaders = [scene.coordinator(module.organisation) for _ in range(2)]
    children = [scene.mentee(module) for _ in range(4)]
    helpers = [scene.mentor(module, values={"places": 3}) for _ in range(3)]
    return module, leaders, children, helpers, [scene.solved(module) for _ in range(number)]

def signed_in(user):
    client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
    client.force_login(user)
    return client

def at_once(*asked):
    gate = Barrier(len(asked))
    def one(what):
        client, url, fields = what
        try:
            gate.wait()
            answer = client.post(url, fields)
            return answer.status_code, answer.content.decode()
        finally:
            connection.close()
    with ThreadPoolExecutor(len(asked)) as pool:
        return [done.result() for done in [pool.submit(copy_context().run, one, what) for what in asked]]

def both(*acts):
    def one(act):
        try:
            return act()
        except Exception as error:
            return type(error).__name__
        finally:
            connection.close()
    with ThreadPoolExecutor(2) as pool:
        return [done.result() for done in [pool.submit(copy_context().run, one, act) for act in acts]]

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

def page(name, *args):
    return reverse(f"matching:{name}", args=args)
"""

SAME = """
        module, leaders, _children, _helpers, (run,) = proposals(1)
        fields = {"version": run.version}
        answers = at_once(*((signed_in(one), page("publish", run.pk), fields) for one in leaders))
        late = next((text for status, text in answers if status == 409), "")
        first = run.state_changes.filter(action="publish").values_list("by", flat=True)
        names = [one.person.list_name for one in leaders if one.pk in first]
        told.append([[status for status, _text in answers], "Уже опубликовано" in late, *(n in late for n in names)])
"""

TWO = """
        module, leaders, _children, _helpers, runs = proposals(2)
        asked = [(signed_in(one), page("publish", run.pk), {"version": run.version})
                 for one, run in zip(leaders, runs, strict=True)]
        with clock.fixed(NOW + timedelta(minutes=1)):
            answers = at_once(*asked)
        late = next((text for status, text in answers if status == 422), "")
        states = MatchRun.objects.filter(module=module).values_list("state", flat=True)
        told.append([[status for status, _text in answers], "Уже опубликовано" in late, *sorted(states)])
"""

PIN = """
        module, leaders, children, helpers, (run,) = proposals(1)
        child = children[0]
        other = next(one for one in helpers if not run.proposals.filter(mentee=child, mentor=one).exists())
        begun = Event()
        def pin():
            with transaction.atomic():
                MatchRun.objects.select_for_update().get(pk=run.pk)
                begun.set()
                time.sleep(0.5)
                actions.apply_change(run, scene.change("pin", child, other), by=leaders[0])
            return "pinned"
        def publish():
            begun.wait()
            late = MatchRun.objects.get(pk=run.pk)
            return len(actions.publish(late, on=scene.TODAY, version=late.version, by=leaders[1]))
        told.append([*both(pin, publish), MatchRun.objects.get(pk=run.pk).state])
"""


@pytest.fixture(scope="module")
def told(installation):
    """What came of each scene, each several times; in one process, so that the invented people differ."""
    loops = [f"told = []\n    for _ in range({TIMES}):{one}    all_told.append(told)\n    " for one in (SAME, TWO, PIN)]
    code = f"{SCENE}all_told = []\nwith clock.fixed(NOW):\n    {''.join(loops)}print(json.dumps(all_told))\n"
    return dict(zip(("same", "two", "pin"), json.loads(installation.python(code)), strict=True))


def test_one_publishes_and_the_other_reads_who_was_first(told):
    for statuses, *said in told["same"]:
        assert sorted(statuses) == [303, 409]
        assert said == [True, True]


def test_of_two_proposals_of_a_module_one_is_published(told):
    for statuses, *said in told["two"]:
        assert sorted(statuses) == [303, 422]
        assert said == [True, "published", "ready"]


def test_a_publication_waits_for_a_pin_and_does_not_publish_the_changed_plan(told):
    """The pin must not wait for the publication in its turn: PostgreSQL ends such a ring with an error."""
    assert told["pin"] == [["pinned", "ChangedMeanwhile", "ready"]] * TIMES
