"""Two people press «Принять» at the same moment, in two processes, on a database file of its own."""

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests import prepared

ROOT = Path(__file__).parents[3]
PREPARE = """
from tests import factories as make
from tests.domain.exchange.lists import MENTEES, child, workbook
from nastavnik.domain.exchange import actions
from nastavnik.domain.people.enums import RoleCode
by = make.staff(RoleCode.COORDINATOR)
module = make.ModuleFactory(programme__organisation=by.person.organisation)
letters = "АБВГДЕЖЗ"
names = [f"{one}{two.lower()}вина" for one in letters for two in letters]
rows = [
    child(f"{name} Вера", born=f"{1 + n % 28:02}.{1 + n // 28:02}.2014", guardian=f"{name} Ольга")
    for n, name in enumerate(names[:60])
]
for name in ("Один.xlsx", "Два.xlsx"):
    content = workbook(MENTEES, *rows)
    actions.check(actions.upload(module, role="mentee", content=content, name=name, by=by), by=by)
"""
ACCEPT = """
import sys, time
from nastavnik.core.errors import DomainError
from nastavnik.domain.exchange import actions
from nastavnik.domain.exchange.models import PeopleImport
people_import = PeopleImport.objects.select_related("organisation").get(pk=int(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
try:
    actions.accept(people_import, by=None)
    print("accepted", people_import.outcome["new"])
except DomainError as refused:
    print(type(refused).__name__)
"""
COUNT = """
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.models import Participation
print(Person.objects.count(), Participation.objects.count())
"""
SETUP = "import django; django.setup()\n"


def started(folder, script, *arguments):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "nastavnik.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "NASTAVNIK_DATA_DIR": str(folder),
        "NASTAVNIK_DATABASE_URL": "",
    }
    return subprocess.Popen(
        [sys.executable, "-c", SETUP + script, *arguments],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def checked(tmp_path_factory, prepared_database):
    """A folder of data with two lists that wait for the button; copied for each test."""
    folder = tmp_path_factory.mktemp("checked")
    prepared.copy_to(prepared_database, folder)
    words(started(folder, PREPARE))
    return folder


@pytest.fixture
def start(tmp_path, checked):
    folder = shutil.copytree(checked, tmp_path / "data")
    return partial(started, folder)


def words(process, told=""):
    out, trouble = process.communicate(told, timeout=60)
    assert process.returncode == 0, trouble
    return out.split()


def accept_both(start, first, second):
    """Both stand before the button, then both press."""
    presses = [start(ACCEPT, number) for number in (first, second)]
    for process in presses:
        assert process.stdout.readline() == "ready\n"
    for process in presses:
        process.stdin.write("\n")
        process.stdin.flush()
    return sorted(" ".join(words(process)) for process in presses)


@pytest.mark.slow
def test_two_who_accept_at_once_have_one_effect(start):
    assert accept_both(start, "1", "1") == ["ChangedMeanwhile", "accepted 60"]
    assert words(start(COUNT)) == ["121", "60"]


@pytest.mark.slow
def test_two_lists_of_the_same_people_accepted_at_once_add_them_once(start):
    assert accept_both(start, "1", "2") == ["accepted 0", "accepted 60"]
    assert words(start(COUNT)) == ["121", "60"]
