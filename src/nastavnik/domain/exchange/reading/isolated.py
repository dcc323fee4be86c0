"""Parsing in a process of its own, with a limit of memory and time: a hostile file can end only that process.

A workbook of 3 kB with one filled cell in XFD1048576 makes the parser ask for 512 GB and abort the whole process, so
the process is used for every file. It costs about 30 ms. Where the platform has no `resource` (Windows) the wall
clock is the only limit.
"""

import json
import subprocess
import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.reading import limits

SOURCE = Path(__file__).resolve().parents[4]
START = "import sys; sys.path.append(sys.argv[1]); from nastavnik.domain.exchange.reading.isolated import main; main()"


def sheets_of(content: bytes, kind: str, *, hidden: bool = False) -> list[dict[str, Any]]:
    """The sheets of a file as `workbook.sheets_of` describes them, hidden ones too if asked. UnreadableFile."""
    command = [sys.executable, "-I", "-c", START, str(SOURCE), kind, "hidden" if hidden else ""]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own module
            command, input=content, capture_output=True, timeout=limits.WALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("too_heavy") from error
    if done.returncode != 0:
        raise UnreadableFile("too_heavy" if done.returncode < 0 else "broken")
    answer = json.loads(done.stdout, object_hook=revived)
    if "refusal" in answer:
        raise UnreadableFile(answer["refusal"], **answer["params"])
    sheets: list[dict[str, Any]] = answer["sheets"]
    return sheets


def revived(value: dict[str, Any]) -> Any:
    """A date or time that JSON carried as a dictionary of one key."""
    if "moment" in value:
        return datetime.fromisoformat(value["moment"])
    if "date" in value:
        return date.fromisoformat(value["date"])
    if "time" in value:
        return time.fromisoformat(value["time"])
    return value


def main() -> None:
    """The limited process: a file on standard input, its sheets as JSON on standard output."""
    _limit_itself()
    content = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    sys.stdout.buffer.write(
        json.dumps(_answer(content, sys.argv[2], hidden=sys.argv[3] == "hidden"), ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
    )


def _limit_itself() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.CPU_SECONDS, limits.CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(content: bytes, kind: str, *, hidden: bool) -> dict[str, Any]:
    from nastavnik.domain.exchange.reading import delimited, workbook

    try:
        if kind == "csv":
            return {"sheets": delimited.sheets_of(content)}
        return {"sheets": workbook.sheets_of(content, hidden=hidden)}
    except UnreadableFile as refusal:
        return {"refusal": refusal.code, "params": refusal.params}
    except MemoryError:
        return {"refusal": "too_heavy", "params": {}}
    except BaseException:  # noqa: BLE001 - a panic of the parser derives from BaseException
        return {"refusal": "broken", "params": {}}
