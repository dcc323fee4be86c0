"""What stands under each slider: how often the criterion holds in the plan as it is."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from nastavnik.domain.matching.queries import Row
from nastavnik.domain.matching.settings import CRITERIA


def hints(rows: Sequence[Row]) -> dict[str, str]:
    """Criterion → «Совпало у 29 из 33, где указано»; "" where there is no pair yet."""
    return {name: _hint(name, number, rows) for number, name in enumerate(CRITERIA)} if rows else {}


def _hint(name: str, number: int, rows: Sequence[Row]) -> str:
    lines = [row.parts[number] for row in rows if number < len(row.parts)]
    known = sum(line.state != "none" for line in lines)
    fits = sum(line.state == "fits" for line in lines)
    if name == "need":
        return _("Главный запрос совпал у %(fits)s из %(all)s") % {"fits": fits, "all": len(lines)}
    if name == "mutual":
        return _("Взаимных выборов соблюдено: %(fits)s") % {"fits": fits}
    if not known:
        return _("Пока никто не указал")
    return _("Совпало у %(fits)s из %(known)s, где указано") % {"fits": fits, "known": known}
