"""How often meetings were waited for on a day."""

from datetime import date
from typing import Any

from django.db.models import F, OuterRef, PositiveSmallIntegerField, Subquery
from django.db.models.functions import Coalesce

from nastavnik.domain.programmes.models import RadarSetting


def radar_on(day: date, module: str = "") -> tuple[Coalesce, Coalesce]:
    """Period and grace in force on the day, for rows of Module, or for rows that lead to one by the name `module`."""
    former = RadarSetting.objects.filter(module=OuterRef(module or "pk"), until__gte=day).order_by("until")
    path = f"{module}__" if module else ""

    def told(column: str) -> Any:
        return Coalesce(
            Subquery(former.values(column)[:1]), F(f"{path}{column}"), output_field=PositiveSmallIntegerField()
        )

    return told("radar_period"), told("radar_grace")
