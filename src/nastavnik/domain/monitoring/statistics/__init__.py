"""The statistics of mentoring: what changed, by how much, how surely, and how long pairs hold.

Plain Python over lists of numbers; no Django, no sentences, nothing rounded. Every function names its source and says
of how few values it makes nothing. Русское название: статистика.
"""

from nastavnik.domain.monitoring.statistics.association import Association, spearman
from nastavnik.domain.monitoring.statistics.groups import Comparison, comparison, dominance
from nastavnik.domain.monitoring.statistics.intervals import LEVEL, Interval, NotEnough
from nastavnik.domain.monitoring.statistics.paired import PairedChange, paired_change
from nastavnik.domain.monitoring.statistics.samples import Summary, mean_interval, median_interval, summary
from nastavnik.domain.monitoring.statistics.shares import difference, exact, wilson
from nastavnik.domain.monitoring.statistics.survival import (
    Curve,
    Difference,
    Step,
    log_rank,
    survival,
    survival_by,
)

__all__ = [
    "LEVEL",
    "Association",
    "Comparison",
    "Curve",
    "Difference",
    "Interval",
    "NotEnough",
    "PairedChange",
    "Step",
    "Summary",
    "comparison",
    "difference",
    "dominance",
    "exact",
    "log_rank",
    "mean_interval",
    "median_interval",
    "paired_change",
    "spearman",
    "summary",
    "survival",
    "survival_by",
    "wilson",
]
