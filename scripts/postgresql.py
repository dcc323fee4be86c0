"""A PostgreSQL cluster that lives as long as one command: `python scripts/postgresql.py COMMAND…`.

The command finds its address in NASTAVNIK_DATABASE_URL. As root the server runs under another account, because it
refuses to run as root. Nothing is synced to the disk: such a cluster keeps nothing.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

OPTIONS = (
    "fsync=off",
    "synchronous_commit=on",
    "full_page_writes=off",
    "max_connections=120",
    "listen_addresses=127.0.0.1",
    "autovacuum=off",
    "jit=off",
)
NOT_FOUND = 77


def binaries() -> Path | None:
    """The folder with `initdb`, the newest where there are several."""
    beside = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    on_path = shutil.which("initdb")
    return beside[-1].parent if beside else Path(on_path).parent if on_path else None


@contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """A fresh cluster; yields its address."""
    account = _account()
    with tempfile.TemporaryDirectory(prefix="nastavnik-pg-") as folder:
        if account:
            os.chown(folder, pwd.getpwnam(account).pw_uid, -1)
        data, port = f"{folder}/data", _free_port()
        _run(account, programs / "initdb", "-D", data, "-U", "nastavnik", "-A", "trust", "-E", "UTF8", "--no-sync")
        server = " ".join(f"-c {option}" for option in (*OPTIONS, f"port={port}", f"unix_socket_directories={folder}"))
        _run(account, programs / "pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", server, "start")
        try:
            yield f"postgres://nastavnik@127.0.0.1:{port}/postgres"
        finally:
            _run(account, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _account() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(account: str | None, program: Path, *words: str) -> None:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [program, *words], user=account, env=environment, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    if done.returncode:
        sys.exit(f"{program.name}: {done.stderr.decode()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main(command: Sequence[str]) -> int:
    """Runs the command; 77 where no server is installed."""
    programs = binaries()
    if programs is None:
        print("no PostgreSQL server is installed (initdb not found)")
        return NOT_FOUND
    with cluster(programs) as address:
        return subprocess.run(command, env={**os.environ, "NASTAVNIK_DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
