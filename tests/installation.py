"""An installation of its own, in processes of its own: for what threads of one test cannot show.

It stands on the engine the tests run on: a SQLite file, or a fresh database of the same PostgreSQL server.
"""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import uuid
import weakref
from contextlib import contextmanager
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings

from tests import prepared

BEGIN = "import django, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'nastavnik.config.settings'; django.setup()\n"


# Sets Django up once, then makes a process of its own of itself for every code that it is told to run.
RUNNER = """
import gc, json, random, sys, traceback
from django.db import connection, connections
assert connection.connection is None
gc.freeze()

def run(code, out, err):
    for number, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY), number)
    random.seed()
    try:
        exec(code, {"__name__": "__main__"})
    except SystemExit as ended:
        return ended.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        connections.close_all()  # as at the end of any process: SQLite empties its log
    return 0

for line in sys.stdin:
    child = os.fork()
    if not child:
        ended = run(*json.loads(line))
        sys.stdout.flush(), sys.stderr.flush()
        os._exit(ended)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


COMMAND = "import sys; from nastavnik.cli.main import main; sys.exit(main({words!r}))"


class Runner:
    """Python with Django set up once, on the data that the environment names."""

    def __init__(self, environment):
        self.environment = environment
        self._started = None

    def run(self, code):
        """Code in a process of its own; its output."""
        ended, said, troubles = self._ended(code)
        assert ended == 0, said + troubles
        return said

    def command(self, *words, code=0):
        """`nastavnik …` in a process of its own; its output. `code=None`: whatever it ends with."""
        ended, said, troubles = self._ended(COMMAND.format(words=[*map(str, words)]))
        assert code in (None, ended), said + troubles
        return said

    def _ended(self, code):
        runner = self._ready()
        with tempfile.NamedTemporaryFile("r") as out, tempfile.NamedTemporaryFile("r") as err:
            runner.stdin.write(json.dumps([code, out.name, err.name]) + "\n")
            runner.stdin.flush()
            return int(runner.stdout.readline()), out.read(), err.read()

    def _ready(self):
        if self._started is None:
            command = [sys.executable, "-c", BEGIN + RUNNER]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
            self._started = subprocess.Popen(command, env=self.environment, text=True, **pipes)
            weakref.finalize(self, self._started.communicate)
        return self._started


class Installation:
    """A folder of data and a database, with tables where `prepared_tables` are given; commands and Python run in it."""

    def __init__(self, folder, *, tables=None):
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("NASTAVNIK_", "DJANGO_"))}
        self.environment = {**kept, "NASTAVNIK_DATA_DIR": str(folder), "NASTAVNIK_DEBUG": "0"}
        if settings.DATABASE_URL:
            self.environment["NASTAVNIK_DATABASE_URL"] = _fresh_database(tables or "template1")
        elif tables:
            prepared.copy_to(tables, folder)
        self._runner = Runner(self.environment)

    def run(self, *words, code=0):
        """`nastavnik …`; its output. `code=None`: whatever it ends with."""
        return self._runner.command(*words, code=code)

    def python(self, code):
        """Code with Django set up, in a process of its own; its output."""
        return self._runner.run(code)

    def start(self, code):
        """Code with Django set up, left running."""
        return subprocess.Popen([sys.executable, "-c", BEGIN + code], env=self.environment, stdout=subprocess.PIPE)

    @contextmanager
    def server(self):
        """The pages, served; yields the port."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "8"]
        command += ["--no-ws", "--log-level", "error", "--workers-kill-timeout", "5", "--port", str(port)]
        process = subprocess.Popen([*command, "nastavnik.config.wsgi:application"], env=self.environment)
        try:
            _wait_for(port)
            yield port
        finally:
            process.terminate()
            process.wait(20)


class Visitor:
    """A browser without a screen: cookies, forms, one connection a request."""

    def __init__(self, port):
        self.port, self.cookies = port, SimpleCookie()

    def get(self, path):
        return self._ask("GET", path)

    def post(self, path, **fields):
        return self._ask("POST", path, urlencode(fields))

    def form(self, path, action=""):
        """The hidden fields of a form of the page."""
        _status, _location, page = self.get(path)
        form = next(one for one in re.findall(r"<form.*?</form>", page, re.S) if action in one)
        return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))

    def _ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in self.cookies.items())
        headers = {"Cookie": cookies, "Origin": f"http://127.0.0.1:{self.port}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies.load(value)
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, answer.getheader("Location"), text


def _fresh_database(template):
    import psycopg

    name = f"installation_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(settings.DATABASE_URL, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    parts = urlsplit(settings.DATABASE_URL)
    return urlunsplit(parts._replace(path=f"/{name}"))


def _wait_for(port):
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(port)
