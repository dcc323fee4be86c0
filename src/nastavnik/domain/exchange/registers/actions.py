"""Keeping views of a register."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.domain.exchange.errors import TooManyViews, ViewWithoutTitle
from nastavnik.domain.exchange.models import SavedView
from nastavnik.domain.exchange.registers.filters import Filters
from nastavnik.domain.organisations.models import Organisation

MOST = 30  # of one keeper in one register: more are no help
LONGEST_TITLE = 60


@transaction.atomic
def keep_view(
    organisation: Organisation,
    *,
    register: str,
    title: str,
    filters: Filters,
    columns: Sequence[str] = (),
    is_shared: bool = False,
    by: Any,
) -> SavedView:
    """Keep filters and columns under a name; the same name of the same keeper is written anew."""
    title = " ".join(title.split())[:LONGEST_TITLE]
    if not title:
        raise ViewWithoutTitle
    own = SavedView.objects.filter(organisation=organisation, owner=by, register=register)
    if own.exclude(title=title).count() >= MOST:
        raise TooManyViews
    view, _made = own.update_or_create(
        title=title,
        defaults={"filters": filters.to_plain(), "columns": list(columns), "is_shared": is_shared},
        create_defaults={
            "organisation": organisation,
            "owner": by,
            "register": register,
            "filters": filters.to_plain(),
            "columns": list(columns),
            "is_shared": is_shared,
        },
    )
    audit.record("savedview.keep", view, by=by, fields=["filters", "columns", "is_shared"])
    return view


@transaction.atomic
def forget_view(view: SavedView, *, by: Any) -> None:
    """Take the name away; the register stays as it is."""
    audit.record("savedview.forget", view, by=by)
    view.delete()


def record_export(organisation: Organisation, *, register: str, columns: Sequence[str], by: Any) -> None:
    """That a table went out, and with which columns."""
    audit.record(f"register.export.{register}", organisation, by=by, fields=columns, organisation_id=organisation.pk)
