"""A mentor with four pairs that work since fifty days, made in the database of a served installation; and its end."""

import json
import os
import signal
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

PEOPLE = """
import json
from datetime import timedelta
from nastavnik.core import clock
from nastavnik.domain.people.actions.signing_in import issue_token
from tests import factories as make

today = clock.today()
first = today - timedelta(days=60)
school = make.OrganisationFactory()
year = make.AcademicYearFactory(organisation=school, title="now", starts_on=first, ends_on=today + timedelta(days=200))
when = {"starts_on": first, "ends_on": today + timedelta(days=100)}
module = make.ModuleFactory(programme__organisation=school, programme__academic_year=year, **{
    f"programme__{name}": day for name, day in when.items()})
pairs = [make.active_pair(module, proposed_on=first, started_on=first)]
mentor = pairs[0].members.get(role="mentor")
child = pairs[0].members.get(role="mentee").person
for number in range(3):
    pair = make.MentorshipFactory(module=module, proposed_on=first, started_on=first)
    mentee = make.PersonFactory(organisation=school, given_name=f"Ася-{number}")
    consent = make.signed_consent(mentee)
    make.add_member(pair, make.ParticipationFactory(module=module, person=mentee), is_minor=True, consent=consent)
    make.add_member(pair, mentor.participation)
    pairs.append(pair)
make.RoleAssignmentFactory(user=mentor.person.user, role="mentor", organisation=school)
make.RoleAssignmentFactory(user=child.user, role="mentee", organisation=school)
print(json.dumps({"pairs": [pair.pk for pair in pairs], "mentor": mentor.person_id, "child": child.pk}))
"""
CODE = """
from nastavnik.domain.people.actions.signing_in import issue_token
from nastavnik.domain.people.models import Person
for pk in {people}:
    print(issue_token(Person.objects.get(pk=pk), kind="code", by=None))
"""


def people(product):
    """Ids of the four pairs, of the mentor and of one mentee."""
    return json.loads(product.inside.run(PEOPLE).splitlines()[-1])


def codes(product, *who):
    """A new one-time code for each of these people."""
    return product.inside.run(CODE.format(people=list(who))).splitlines()


def entries(product):
    """(pair, day, mood) of all meetings in the order in which they came, and the moments on the telephone."""
    with closing(sqlite3.connect(product.folder / "nastavnik.sqlite3", timeout=20)) as base:
        rows = base.execute("select mentorship_id, happens_on, mood, told_at from mentorships_meeting order by id")
        found = rows.fetchall()
    return [row[:3] for row in found], [row[3] for row in found]


def kill(product):
    """The server and all its workers, at once and without a word to them; when it returns, none holds the port."""
    doomed = [product.server.pid]
    for pid in doomed:
        os.kill(pid, signal.SIGSTOP)  # or it would make another one meanwhile
        doomed += [int(child) for child in _children(pid)]
    for pid in doomed:
        with suppress(ProcessLookupError):  # it noticed the end of the others
            os.kill(pid, signal.SIGKILL)
    product.server.wait()
    product.log.close()
    until = time.monotonic() + 30
    while alive := [pid for pid in doomed[1:] if _is_alive(pid)]:
        assert time.monotonic() < until, alive
        time.sleep(0.02)


def _is_alive(pid):
    """Of what died the kernel may keep the number, as a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _children(pid):
    tasks = Path(f"/proc/{pid}/task")
    return [child for task in tasks.iterdir() for child in (task / "children").read_text().split()]
