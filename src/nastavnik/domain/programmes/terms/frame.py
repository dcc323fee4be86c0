"""In which year something is that is said without one. Pure."""

from dataclasses import dataclass, replace
from datetime import date

from nastavnik.domain.programmes.terms.parts import NotATerm, Part
from nastavnik.domain.programmes.terms.shape import moved_by_months

SCHOOL_BEGINS, SCHOOL_ENDS, SUMMER = (9, 1), (5, 31), 6
A_MONTH = 31  # days


@dataclass(frozen=True)
class Frame:
    """The first and the last day of a programme."""

    around: date
    until: date

    @property
    def earliest(self) -> date:
        """The month before the start, or the beginning of the school year where that is earlier."""
        begins = date(self.around.year - (self.around.month < SUMMER), *SCHOOL_BEGINS)
        return min(moved_by_months(self.around.replace(day=1), -1), begins)

    def year_of(self, first: Part, last: Part, *, turns: bool = False) -> int:
        """The year in which `first` begins, when `last` ends in the same one or, where it turns, in the next.

        It is the first one that falls into the programme, unless a later one lies in it for a month more. What never
        does begins in the school year of the start.
        """
        best, most = 0, 0
        for year in range(self.around.year - 1, self.until.year + 1):
            days = self._within(replace(first, year=year), replace(last, year=year + turns))
            if days > most + (A_MONTH if most else 0):
                best, most = year, days
        return best or self.earliest.year + ((first.month or 0) < self.earliest.month)

    def _within(self, first: Part, last: Part) -> int:
        """Days that lie in the programme; none where the year has no such day."""
        try:
            return (min(last.ends(), self.until) - max(first.begins(), self.around)).days + 1
        except NotATerm:
            return 0
