"""Two who work on papers at the same moment, each in a thread with a connection of its own."""

import json

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.django_db]
TIMES = 3

SCENE = """
import json
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import UTC, datetime
from threading import Barrier
from django.db import connection
from nastavnik.core import clock
from nastavnik.domain.documents import actions
from nastavnik.domain.documents.models import Document
from nastavnik.domain.files.queries import read
from tests import factories as make
from tests.domain.documents import scene

# Other scenes are played in the same installation, each in a process of its own that counts people from nought.
make.UserFactory.reset_sequence(1000)

def both(*acts):
    gate = Barrier(2)
    def one(act):
        try:
            gate.wait()
            act()
            return "done"
        except Exception as error:
            return type(error).__name__
        finally:
            connection.close()
    with ThreadPoolExecutor(2) as pool:
        return sorted(done.result() for done in [pool.submit(copy_context().run, one, act) for act in acts])

def twice(act):
    return both(act, act)
"""

NUMBER = """
        place = scene.designed()
        said = twice(lambda: scene.prepare(place, "coordinator_order", number="14-а"))
        told.append([*said, Document.objects.filter(organisation=place.organisation, number="14-а").count()])
"""

CERTIFICATES = """
        place = scene.school()
        pair = scene.completed(place)
        sides = [scene.member(pair, role) for role in ("mentor", "mentee")]
        give = [lambda one=one: actions.issue_certificate(one, dated_on=scene.TODAY, by=place.coordinator)
                for one in sides]
        said = both(*give)
        numbers = Document.objects.filter(organisation=place.organisation).order_by("number")
        told.append([*said, *numbers.values_list("number", flat=True)])
"""

AGAIN = """
        place = scene.designed()
        pk = scene.prepare(place, "regulation").pk
        opened = [Document.objects.get(pk=pk) for _ in range(2)]
        said = both(*(lambda one=one: actions.refresh(one, by=place.coordinator) for one in opened))
        paper = Document.objects.get(pk=pk)
        files = paper.docx.__class__.objects.filter(organisation=place.organisation).count()
        told.append([*said, files, read(paper.docx)[:2].decode()])
"""


@pytest.fixture(scope="module")
def told(installation):
    """What came of each scene, each several times; in one process, so that the invented people differ."""
    scenes = (NUMBER, CERTIFICATES, AGAIN)
    loops = [f"told = []\n    for _ in range({TIMES}):{one}    all_told.append(told)\n    " for one in scenes]
    now = "datetime(2026, 11, 23, 9, tzinfo=UTC)"
    code = f"{SCENE}all_told = []\nwith clock.fixed({now}):\n    {''.join(loops)}print(json.dumps(all_told))\n"
    return dict(zip(("number", "certificates", "again"), json.loads(installation.python(code)), strict=True))


def test_of_two_papers_with_one_number_the_second_is_refused_with_a_sentence(told):
    assert told["number"] == [["NumberTaken", "done", 1]] * TIMES


def test_two_certificates_at_once_get_two_numbers(told):
    assert told["certificates"] == [["done", "done", "1-Н", "2-Н"]] * TIMES


def test_a_draft_made_anew_by_two_at_once_keeps_one_pair_of_files(told):
    assert told["again"] == [["done", "done", 2, "PK"]] * TIMES
