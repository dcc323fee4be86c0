"""`setup`, `demo`, `serve`, `worker`, `manage`: the life of the server."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

from nastavnik.cli.terminal import OK, WELL, Refusal, complain, say, set_up, with_database

HOST, PORT = "127.0.0.1", 8000
READY_WITHIN = 60.0
STOP_WITHIN = 20.0


def add_to(commands: Any) -> None:
    setup = commands.add_parser("setup", help="подготовить базу и файлы", description="Подготовить базу и файлы.")
    setup.set_defaults(run=prepare)
    demo = commands.add_parser("demo", help="наполнить пустую базу выдуманной школой", description="Выдуманная школа.")
    demo.add_argument("--if-empty", action="store_true", help="молча ничего не делать, если данные уже есть")
    demo.set_defaults(run=fill)
    serve = commands.add_parser("serve", help="запустить сервер", description="Страницы и фоновая работа вместе.")
    serve.add_argument("--host", default=os.environ.get("HOST", HOST), help="0.0.0.0 – для сети школы")
    serve.add_argument("--port", type=int, default=int(os.environ.get("PORT", PORT)))
    serve.add_argument("--workers", type=int, default=2, help="сколько процессов отдаёт страницы")
    serve.set_defaults(run=run_server)
    worker = commands.add_parser("worker", help="только фоновая работа", description="Фоновая работа без страниц.")
    worker.set_defaults(run=run_worker)
    commands.add_parser("manage", help="команды Django", description="nastavnik manage КОМАНДА…")


def manage(words: Sequence[str]) -> int:
    """Django's own commands."""
    set_up()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["nastavnik manage", *words])
    return OK


@with_database
def prepare(_arguments: argparse.Namespace) -> int:
    """Tables, static files, compiled kernels. Before tables with people in them change, a copy is made."""
    from django.core.management import call_command

    from nastavnik.domain.operations import actions, findings, queries

    if not findings.database.migrations_applied().is_well:
        if not queries.is_empty():
            say(f"{WELL} Копия перед обновлением: {actions.backup().path}")
        call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    subprocess.run([sys.executable, "-m", "matchengine", "compile"], check=True, stdout=subprocess.DEVNULL)
    say(f"{WELL} База и файлы готовы")
    return OK


@with_database
def fill(arguments: argparse.Namespace) -> int:
    """The invented school, told into an empty database only."""
    from nastavnik.demo import story
    from nastavnik.domain.operations import queries

    if not queries.is_empty():
        if arguments.if_empty:
            return OK
        raise Refusal("Здесь уже есть данные. Демонстрация нужна пустая база: задайте другую NASTAVNIK_DATA_DIR.")
    story.tell()
    say(f"{WELL} Выдуманная школа готова")
    return OK


@with_database
def run_worker(_arguments: argparse.Namespace) -> int:
    """The consumer with the settings of HUEY; not by `run_huey`, which would replace our logging."""
    from django.conf import settings
    from huey.consumer_options import ConsumerConfig
    from huey.contrib.djhuey import HUEY

    configuration = ConsumerConfig(**settings.HUEY["consumer"])
    configuration.validate()
    HUEY.create_consumer(**configuration.values).run()
    return OK


@with_database
def run_server(arguments: argparse.Namespace) -> int:
    """Pages and worker as one: they stop together; a worker that dies is started again, without pages all stops."""
    _require_free(arguments.host, arguments.port)
    _require_ready()
    stopping: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, lambda received, _frame: stopping.append(received))
    pages, worker = _start_pages(arguments), _start_worker()
    try:
        if _is_ready(arguments, pages, stopping):
            _greet(arguments)
        while not stopping and pages.poll() is None:
            if worker.poll() is not None:
                time.sleep(1)
                worker = _start_worker()
            time.sleep(0.2)
    finally:
        failed = not stopping and pages.poll() is not None
        _stop(pages, worker)
    if failed:
        raise Refusal("Сервер страниц остановился сам. Что случилось, сказано выше.")
    return OK


def _start_pages(arguments: argparse.Namespace) -> subprocess.Popen[bytes]:
    # WSGI: measured at half the cost of ASGI. A worker that hangs on stopping is killed after ten seconds.
    options = ["--interface", "wsgi", "--workers", str(arguments.workers), "--blocking-threads", "4"]
    options += ["--workers-kill-timeout", "10", "--respawn-failed-workers", "--no-ws", "--log-level", "warning"]
    options += ["--host", arguments.host, "--port", str(arguments.port), "nastavnik.config.wsgi:application"]
    return subprocess.Popen([sys.executable, "-m", "granian", *options])  # noqa: S603


def _start_worker() -> subprocess.Popen[bytes]:
    return _start("nastavnik.cli.main", "worker")


def _start(module: str, *words: str) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches this process alone, which then asks each to stop in the way it does well.
    return subprocess.Popen([sys.executable, "-m", module, *words], start_new_session=True)  # noqa: S603


def _stop(pages: subprocess.Popen[bytes], worker: subprocess.Popen[bytes]) -> None:
    """Ask both, then wait for each; who does not go in time is killed.

    Measured: asked by SIGINT the page server hangs more often than by SIGTERM, until its own ten seconds are over;
    the worker finishes what it runs when asked by SIGINT.
    """
    pages.terminate()
    worker.send_signal(signal.SIGINT)
    until = time.monotonic() + STOP_WITHIN
    for process in (pages, worker):
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _is_ready(arguments: argparse.Namespace, pages: subprocess.Popen[bytes], stopping: Sequence[int]) -> bool:
    until = time.monotonic() + READY_WITHIN
    where = ("127.0.0.1" if arguments.host == "0.0.0.0" else arguments.host, arguments.port)  # noqa: S104
    while time.monotonic() < until and pages.poll() is None and not stopping:
        with socket.socket(socket.AF_INET6 if ":" in where[0] else socket.AF_INET) as probe:
            if probe.connect_ex(where) == 0:
                return True
        time.sleep(0.1)
    return False


def _require_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refusal(f"Порт {port} занят или недоступен. Возьмите другой: PORT=8001.") from error


def _require_ready() -> None:
    from nastavnik.domain.operations import findings, messages

    demo = findings.installation.no_demo_with_people
    if not findings.database.migrations_applied().is_well:
        raise Refusal("База не подготовлена. Выполните nastavnik setup.")
    if not (found := demo()).is_well:
        raise Refusal(f"{messages.sentence(found)}. {messages.mend(found)}")


def _greet(arguments: argparse.Namespace) -> None:
    from django.conf import settings

    from nastavnik.domain.operations import queries
    from nastavnik.domain.people.queries import demo_users

    for address in _addresses(arguments.host):
        say(f"{WELL} Наставник: http://{address}:{arguments.port}/")
    if settings.DEMO:
        say("  Демонстрация: на странице входа есть кнопка для каждой роли, пароль не нужен.")
        for choice in demo_users():
            say(f"  – {choice.title}, {choice.place}")
    elif queries.is_empty():
        say("  Войти пока некому. Заведите организацию: nastavnik organisation create --help")
    else:
        say("  Войти могут те, кому выданы имя и пароль или код. Новый код: nastavnik access code НОМЕР")
    say("  Остановить: Ctrl-C")
    if arguments.host != HOST and not settings.HTTPS:
        complain("Соединение не шифруется. В сети школы поставьте перед сервером HTTPS: docs/operations.md.")


def _addresses(host: str) -> list[str]:
    """Where the server is reached; for all networks also the machine's own address in the school's."""
    if host != "0.0.0.0":  # noqa: S104
        return [f"[{host}]" if ":" in host else host]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))  # nothing is sent: it only names the way out
            return ["127.0.0.1", probe.getsockname()[0]]
        except OSError:
            return ["127.0.0.1"]
