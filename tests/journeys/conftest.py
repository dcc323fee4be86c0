"""The product as it is served: its own commands, a database of its own, a real browser."""

import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests import prepared
from tests.installation import Runner
from tests.journeys.visitor import Visitor

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 900  # seconds for one command, on a machine that has much else to do; set-up also compiles
PORTS = range(20_000, 32_000)
ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).with_name("nastavnik")


def free_port():
    """A port nobody takes while the server is down: below those that the system gives to whoever asks something."""
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no free port")


class Product:
    """An installation in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **os.environ,
            "NASTAVNIK_DATA_DIR": str(folder),
            "NASTAVNIK_DEMO": "0",
            "NASTAVNIK_DATABASE_URL": "",
            "PYTHONWARNINGS": "default",
        }
        roads = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        self.inside = Runner({**self.environment, "PYTHONPATH": roads})

    def command(self, *words):
        """One command of the product, begun as an administrator begins it; its words."""
        done = subprocess.run(
            [str(COMMAND), *words], env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def run(self, *words):
        """The same in a process in which Django is set up already: many short commands cost little."""
        return self.inside.command(*words)

    def serve(self):
        self.log = (self.folder / "server.log").open("a")
        self.server = subprocess.Popen(
            [str(COMMAND), "serve", "--port", str(self.port), "--workers", "1"],
            env=self.environment, stdout=self.log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError(f"the server did not start:\n{self.words()}")

    def words(self):
        return (self.folder / "server.log").read_text()

    def stop(self):
        self.server.terminate()
        try:
            self.server.wait(30)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        self.log.close()


@pytest.fixture(scope="session")
def set_up(tmp_path_factory):
    """An installation that the product's own command has set up from nothing."""
    installation = Product(tmp_path_factory.mktemp("installation"))
    installation.command("setup")
    with closing(sqlite3.connect(installation.folder / "nastavnik.sqlite3")) as made:
        prepared.keep(made, prepared.kept_file())
    return installation


@pytest.fixture(scope="session")
def product(set_up):
    """It is served to all journeys: each has an institution of its own, and institutions know nothing of each other."""
    try:
        set_up.serve()
        yield set_up
    finally:
        set_up.stop()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "Chromium is missing; NO_BROWSER=1 leaves the browser tests out"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, product):
    """Visitors by name; at the end none of them may have met trouble."""
    visitors = []

    def arrive(*, telephone=False):
        visitors.append(Visitor(browser, product.address, telephone=telephone))
        return visitors[-1]

    yield arrive
    troubles = [trouble for visitor in visitors for trouble in visitor.troubles]
    for visitor in visitors:
        visitor.close()
    assert troubles == [], product.words()
