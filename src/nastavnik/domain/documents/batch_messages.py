"""What is said of batches: what they are called, who got no paper and why."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import PaperBatch

GONE, UNEXPECTED = "gone", "unexpected"
CODES = {
    GONE: _("Этой записи больше нет."),
    UNEXPECTED: _("Собрать не получилось. Откройте «Новый документ» и попробуйте отдельно, а если повторится, "
                  "скажите администратору: место ошибки записано в журнале."),
}  # fmt: skip
# Names never stand in a batch: they are put in when the page is shown.
NAMED = ("name", "pair")
GATHERED = _("Документы для печати")


def without_name(error: DomainError) -> str:
    """The sentence of an error with the places of names left open, as a batch keeps it."""
    params = {**error.params, **{key: f"%({key})s" for key in NAMED if key in error.params}}
    return str(error.sentence) % params if params else str(error.sentence)


def why_refused(kept: str, name: str) -> str:
    """What a person reads about who got no paper."""
    if kept in CODES:
        return str(CODES[kept])
    for key in NAMED:
        kept = kept.replace(f"%({key})s", name)
    return kept


def batch_title(batch: PaperBatch) -> str:
    """«Сертификат, 23 ноября 2026»: what its page and its files are called."""
    title = kind_of(batch.kind).title if batch.kind else GATHERED
    return f"{title}, {date_format(batch.dated_on, 'j E Y')}"
