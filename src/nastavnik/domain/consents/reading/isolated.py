"""Scans are opened in a process of their own, with a limit of memory and time: a hostile file ends only that process.

The answer on standard output is a line of JSON and behind it the parts, one after another, of the lengths it names.
Where the platform has no `resource` (Windows) the wall clock is the only limit.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nastavnik.domain.consents.reading import limits
from nastavnik.domain.consents.reading.refused import Unreadable

SOURCE = Path(__file__).resolve().parents[4]
START = "import sys; sys.path.append(sys.argv[1]); from nastavnik.domain.consents.reading.isolated import main; main()"


@dataclass(frozen=True)
class ReadSheet:
    """One paper of a scan: how many pages it has, what its square codes say, and its own file.

    `content` is empty where the scan holds this sheet alone: the scan is its file. `first` counts from one.
    """

    first: int
    pages: int
    said: tuple[str, ...]
    content: bytes


def read_sheets(content: bytes, kind: str, *, at_once: bool = False) -> list[ReadSheet] | None:
    """The sheets of a scan; None where it has more pages than are read while somebody waits. Unreadable."""
    seconds = limits.CPU_SECONDS_AT_ONCE if at_once else limits.CPU_SECONDS
    answer, parts = _asked("sheets", content, kind, limits.AT_ONCE if at_once else limits.PAGES, seconds)
    if "sheets" not in answer:
        return None
    read = []
    for first, last, said, length in answer["sheets"]:
        read.append(ReadSheet(first + 1, last - first + 1, tuple(said), parts[:length]))
        parts = parts[length:]
    return read


def preview(content: bytes, kind: str, number: int) -> bytes:
    """A page of a scan as a JPEG for the eyes; pages count from one. Unreadable, also where there is no such page."""
    _answer, picture = _asked("preview", content, kind, number, limits.CPU_SECONDS_AT_ONCE)
    return picture


def _asked(what: str, content: bytes, kind: str, number: int, seconds: int) -> tuple[dict[str, Any], bytes]:
    command = [sys.executable, "-I", "-c", START, str(SOURCE), what, kind, str(number), str(seconds)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own module
            command, input=content, capture_output=True, timeout=limits.WALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("too_heavy") from error
    if done.returncode != 0:
        raise Unreadable("too_heavy" if done.returncode < 0 else "broken")
    head, _line, parts = done.stdout.partition(b"\n")
    answer = json.loads(head)
    if "refusal" in answer:
        raise Unreadable(answer["refusal"])
    return answer, parts


def main() -> None:
    """The limited process."""
    what, kind, number, seconds = sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
    _limit_itself(seconds)
    content = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    answer, parts = _answer(what, content, kind, number)
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
    for part in parts:
        sys.stdout.buffer.write(part)


def _limit_itself(seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(what: str, content: bytes, kind: str, number: int) -> tuple[dict[str, Any], list[bytes]]:
    from nastavnik.domain.consents.reading import pages, sheets

    try:
        if what == "preview":
            return {}, [sheets.preview(content, kind, number - 1)]
        if kind == pages.PDF and len(pages.opened(content)) > number:
            return {"more": True}, []
        found = sheets.sheets_of(content, kind)
        parts = sheets.cut(content, found) if len(found) > 1 else [b"" for _sheet in found]
        rows = [(one.first, one.last, one.said, len(part)) for one, part in zip(found, parts, strict=True)]
        return {"sheets": rows}, parts
    except Unreadable as refusal:
        return {"refusal": refusal.code}, []
    except MemoryError:
        return {"refusal": "too_heavy"}, []
    except BaseException:  # noqa: BLE001 - whatever a parser raises
        return {"refusal": "broken"}, []
