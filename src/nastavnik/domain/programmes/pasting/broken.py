"""Lines that Word broke: as plain text it writes a line break inside a cell just like the end of a row."""

from collections.abc import Sequence

from nastavnik.domain.programmes.pasting.grid import Grid
from nastavnik.domain.programmes.pasting.rows import says_stage
from nastavnik.domain.programmes.pasting.shape import StageSpan


def joined(lines: Grid, width: int, stages: Sequence[StageSpan]) -> Grid:
    """Rows of `width` cells out of lines that have fewer; a line that names a stage stays a row of its own.

    A short line goes on with the cell in which the one before it stopped. A single cell after a whole row belongs to
    the last cell of that row: nothing of the table is thrown away, and the preview shows where it went.
    """
    rows: Grid = []
    is_open = False
    for line in lines:
        if not any(line):
            continue
        if len(line) >= width:
            rows.append(list(line))
            is_open = False
        elif is_open and len(rows[-1]) + len(line) - 1 <= width:
            _go_on(rows[-1], line)
            is_open = len(rows[-1]) < width
        elif len(line) == 1 and (not rows or says_stage(line[0], stages)):
            rows.append(list(line))
            is_open = False
        elif len(line) == 1 and len(rows[-1]) == width:
            _go_on(rows[-1], line)
        else:
            rows.append(list(line))
            is_open = True
    return rows


def _go_on(row: list[str], line: Sequence[str]) -> None:
    row[-1] = "\n".join(part for part in (row[-1], line[0]) if part)
    row.extend(line[1:])
