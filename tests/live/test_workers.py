"""Several workers at once: every job once; a worker that is killed loses nothing and doubles nothing."""

import json
import time

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.django_db]

WORK = """
import json, sys, threading, time
from datetime import timedelta
from django.db import connection
from nastavnik.core import clock, jobs
from nastavnik.core.models import Job, Submission
jobs._wake.clear()
"""
MANY = """
ran = []
@jobs.job("test.tally", atomic=False)
def tally(number):
    ran.append(number)
    time.sleep(0.002)
for number in range(100):
    jobs.enqueue("test.tally", number=number)
def work():
    jobs.run_due(limit=1000)
    connection.close()
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(json.dumps([sorted(ran), Job.objects.filter(name="test.tally").exclude(state="done").count()]))
"""
KILLED = """
@jobs.job("test.killed")
def killed():
    Submission.objects.create(key="killed", owner="test", path="/", location="/")
    if len(sys.argv) == 1:
        print("at work", flush=True)
        time.sleep(60)
"""


def test_four_workers_run_every_job_once(installation):
    ran, left = json.loads(installation.python(WORK + MANY))

    assert (ran, left) == (list(range(100)), 0)


def test_what_a_killed_worker_had_is_done_once(installation):
    installation.python(WORK + KILLED + 'jobs.enqueue("test.killed")')
    with installation.start(WORK + KILLED + "jobs.run_due()") as worker:
        assert worker.stdout.readline() == b"at work\n"
        worker.kill()
    time.sleep(0.5)  # a server notices that its client is gone

    later = "sys.argv.append('quick')\nwith clock.fixed(clock.now() + timedelta(minutes=6)):\n    jobs.run_due()\n"
    count = "rows = Submission.objects.filter(key='killed').count()\n"
    count += "print(json.dumps([rows, Job.objects.get(name='test.killed').state]))"
    before = json.loads(installation.python(WORK + KILLED + count))
    after = json.loads(installation.python(WORK + KILLED + later + count))

    assert (before, after) == ([0, "running"], [1, "done"])
