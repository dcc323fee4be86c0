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
    table = _Rows()
    is_open = False
    for line in lines:
        if not any(line):
            continue
        if len(line) >= width:
            table.begin(line)
            is_open = False
        elif is_open and table.width + len(line) - 1 <= width:
            table.go_on(line)
            is_open = table.width < width
        elif len(line) == 1 and (not table.width or says_stage(line[0], stages)):
            table.begin(line)
            is_open = False
        elif len(line) == 1 and table.width == width:
            table.go_on(line)
        else:
            table.begin(line)
            is_open = True
    return table.rows


class _Rows:
    """Rows that grow; the lines of the last cell are put together once, however many come."""

    def __init__(self) -> None:
        self._rows: Grid = []
        self._last: list[str] = []

    @property
    def width(self) -> int:
        """Cells of the last row; 0 where there is none."""
        return len(self._rows[-1]) if self._rows else 0

    @property
    def rows(self) -> Grid:
        self._close()
        return self._rows

    def begin(self, line: Sequence[str]) -> None:
        self._close()
        self._rows.append(list(line))
        self._last = [line[-1]]

    def go_on(self, line: Sequence[str]) -> None:
        """The first cell belongs to the last one of the row, the others follow it."""
        self._last.append(line[0])
        if len(line) > 1:
            self._close()
            self._rows[-1].extend(line[1:])
            self._last = [line[-1]]

    def _close(self) -> None:
        if self._rows:
            self._rows[-1][-1] = "\n".join(filter(None, self._last))
