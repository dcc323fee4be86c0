"""An institution's own formats and role models beside the shipped ones."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from nastavnik.core import audit, versions
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.errors import EntryTitleTaken, RoleModelInUse, ShippedIsFixed
from nastavnik.domain.programmes.models import MentoringFormat, Module, RoleModel


@transaction.atomic
def add_format(organisation: Organisation, *, title: str, by: Any) -> MentoringFormat:
    """A format of the institution alone, after all others."""
    _require_free_format(organisation, title)
    last = MentoringFormat.objects.filter(_known_to(organisation)).aggregate(last=Max("position"))["last"] or 0
    made = MentoringFormat.objects.create(
        organisation=organisation, code=f"new-{uuid4().hex}", title=title, position=last + 1, is_confirmed=True
    )
    made.code = f"own-{made.pk}"
    made.save(update_fields=["code"])
    audit.record("mentoringformat.add", made, by=by, fields=["title"])
    return made


@transaction.atomic
def edit_format(mentoring_format: MentoringFormat, *, title: str, version: int, by: Any) -> MentoringFormat:
    """Another name for an own format."""
    owner = _owner(mentoring_format)
    if title != mentoring_format.title:
        _require_free_format(owner, title)
    versions.save_changes(mentoring_format, {"title": title}, version=version, by=by)
    return mentoring_format


def hide_format(mentoring_format: MentoringFormat, *, by: Any) -> MentoringFormat:
    """Offer an own format no more; modules of it stay."""
    _owner(mentoring_format)
    versions.save_changes(mentoring_format, {"is_hidden": True}, version=mentoring_format.version, by=by)
    return mentoring_format


def show_format(mentoring_format: MentoringFormat, *, by: Any) -> MentoringFormat:
    """Offer it again."""
    _owner(mentoring_format)
    versions.save_changes(mentoring_format, {"is_hidden": False}, version=mentoring_format.version, by=by)
    return mentoring_format


@transaction.atomic
def add_role_model(organisation: Organisation, mentoring_format: MentoringFormat, *, title: str, by: Any) -> RoleModel:
    """A role model of the institution inside a shipped format or its own."""
    _require_free_model(organisation, mentoring_format, title)
    made = RoleModel.objects.create(
        organisation=organisation, mentoring_format=mentoring_format, title=title, is_confirmed=True
    )
    audit.record("rolemodel.add", made, by=by, fields=["title"])
    return made


@transaction.atomic
def edit_role_model(role_model: RoleModel, *, title: str, version: int, by: Any) -> RoleModel:
    """Another name for an own role model."""
    owner = _owner(role_model)
    if title != role_model.title:
        _require_free_model(owner, role_model.mentoring_format, title)
    versions.save_changes(role_model, {"title": title}, version=version, by=by)
    return role_model


@transaction.atomic
def remove_role_model(role_model: RoleModel, *, by: Any) -> None:
    """Take away an own role model that no module uses."""
    _owner(role_model)
    if Module.objects.filter(role_model=role_model).exists():
        raise RoleModelInUse(title=role_model.title)
    audit.record("rolemodel.remove", role_model, by=by, fields=["title"])
    role_model.delete()


def _owner(row: MentoringFormat | RoleModel) -> Organisation:
    if row.organisation is None:
        raise ShippedIsFixed(title=row.title)
    return row.organisation


def _known_to(organisation: Organisation) -> Q:
    return Q(organisation=None) | Q(organisation=organisation)


def _require_free_format(organisation: Organisation, title: str) -> None:
    _require_other(title, MentoringFormat.objects.filter(_known_to(organisation)))


def _require_free_model(organisation: Organisation, mentoring_format: MentoringFormat, title: str) -> None:
    _require_other(title, RoleModel.objects.filter(_known_to(organisation), mentoring_format=mentoring_format))


def _require_other(title: str, rows: QuerySet[Any]) -> None:
    # In Python: SQLite compares Cyrillic letters by case.
    if title.casefold() in {one.casefold() for one in rows.values_list("title", flat=True)}:
        raise EntryTitleTaken(title=title)
