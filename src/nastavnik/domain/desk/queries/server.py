"""What the administrator has to do: the age of the newest copy. No query, no data of people."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from nastavnik.core import clock
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import spoken
from nastavnik.domain.operations.queries import backups

FRESH = timedelta(hours=36)


def items(on: date) -> list[QueueItem]:
    """Nothing while there is a fresh copy."""
    newest = next(iter(backups()), None)
    if newest and clock.now() - newest.made_at <= FRESH:
        return []
    why = _("Без копии поломка диска уносит всё. Копия делается одной кнопкой.")
    if newest is None:
        return [QueueItem("urgent", "copy", _("Копий ещё нет"), why, None, _("Сделать копию"), "operations:state")]
    since = newest.made_at.date()
    title = _("Свежей копии нет: последняя от %(day)s") % {"day": spoken(since, on)}
    return [QueueItem("urgent", "copy", title, why, since, _("Сделать копию"), "operations:state")]
