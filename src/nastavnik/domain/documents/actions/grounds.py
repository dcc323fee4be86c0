"""The register of acts. What is shipped is ours to offer and the institution's to check against the originals."""

from typing import Any

from django.db import IntegrityError, transaction

from nastavnik.core import audit
from nastavnik.core.versions import save_changes
from nastavnik.domain.documents.acts import SHIPPED_ACTS, ShippedAct
from nastavnik.domain.documents.citations import impossible_days
from nastavnik.domain.documents.errors import (
    EndsBeforeItBegins,
    GroundExists,
    ImpossibleDay,
    NothingWritten,
    ReplacesItself,
)
from nastavnik.domain.documents.models import LegalGround
from nastavnik.domain.organisations.models import Organisation

FIELDS = (
    "title",
    "issuer",
    "number",
    "adopted_on",
    "subject",
    "programme_type",
    "in_force_from",
    "in_force_to",
    "replaced_by",
    "is_confirmed",
    "is_hidden",
)


@transaction.atomic
def seed_legal_grounds(organisation: Organisation, *, by: Any) -> list[LegalGround]:
    """The shipped acts that the register has not yet; what the institution wrote about the others stays as it is.

    An act put in by hand under the same words becomes the shipped one. Where an institution began with acts of its
    own, the shipped ones come beside them and are kept out of papers until somebody wants them there.
    """
    held = list(LegalGround.objects.filter(organisation=organisation))
    codes = {row.code for row in held}
    missing = [(position, act) for position, act in enumerate(SHIPPED_ACTS, 1) if act.code not in codes]
    if not missing:
        return []
    by_title = {row.title: row for row in held if not row.code}
    began_by_itself = bool(held) and codes == {""} and not any(act.title in by_title for act in SHIPPED_ACTS)
    rows = [_ship(organisation, position, act, by_title, began_by_itself) for position, act in missing]
    _name_successors(organisation)
    audit.record("legal_ground.seed", organisation, by=by, organisation_id=organisation.pk)
    return rows


@transaction.atomic
def add_ground(organisation: Organisation, *, by: Any, **said: Any) -> LegalGround:
    """One more act, at the end of the list; `said` are values of FIELDS, a title at least."""
    last = LegalGround.objects.filter(organisation=organisation).order_by("-position").first()
    ground = LegalGround(organisation=organisation, position=last.position + 1 if last else 1, **_checked(said))
    try:
        with transaction.atomic():
            ground.save(force_insert=True)
    except IntegrityError:
        raise GroundExists from None
    audit.record("legal_ground.add", ground, by=by)
    return ground


@transaction.atomic
def edit_ground(ground: LegalGround, *, version: int, by: Any, **said: Any) -> LegalGround:
    """Other words or days, or the word that somebody held it against the original. Issued papers keep their text."""
    changes = _checked({**{name: getattr(ground, name) for name in FIELDS}, **said})
    if changes["replaced_by"] == ground:
        raise ReplacesItself
    try:
        with transaction.atomic():
            save_changes(ground, {name: changes[name] for name in said}, version=version, by=by)
    except IntegrityError:
        raise GroundExists from None
    return ground


@transaction.atomic
def remove_ground(ground: LegalGround, *, by: Any) -> None:
    """Papers that cite it keep their text. A shipped act stays in the register, out of papers: citations are checked
    against it."""
    if ground.code:
        save_changes(ground, {"is_hidden": True}, version=ground.version, by=by)
        return
    LegalGround.objects.filter(replaced_by=ground).update(replaced_by=None)
    audit.record("legal_ground.remove", ground, by=by)
    ground.delete()


def _ship(
    organisation: Organisation, position: int, act: ShippedAct, by_title: dict[str, LegalGround], is_beside: bool
) -> LegalGround:
    row = by_title.get(act.title)
    if row:
        row.code, row.number, row.adopted_on, row.issuer = act.code, act.number, act.adopted_on, act.issuer
        row.subject, row.in_force_from, row.in_force_to = act.subject, act.in_force_from, act.in_force_to
        row.save()
        return row
    return LegalGround.objects.create(
        organisation=organisation,
        code=act.code,
        title=act.title,
        issuer=act.issuer,
        number=act.number,
        adopted_on=act.adopted_on,
        subject=act.subject,
        programme_type=act.programme_type,
        in_force_from=act.in_force_from,
        in_force_to=act.in_force_to,
        is_hidden=is_beside or not act.is_cited,
        position=position,
    )


def _name_successors(organisation: Organisation) -> None:
    rows = {row.code: row for row in LegalGround.objects.filter(organisation=organisation).exclude(code="")}
    for act in SHIPPED_ACTS:
        if act.replaced_by and rows[act.code].replaced_by_id is None:
            rows[act.code].replaced_by = rows[act.replaced_by]
            rows[act.code].save(update_fields=["replaced_by"])


def _checked(said: dict[str, Any]) -> dict[str, Any]:
    title = " ".join(said["title"].split())
    if not title:
        raise NothingWritten
    if days := impossible_days(title):
        raise ImpossibleDay(day=days[0])
    begins, ends = said.get("in_force_from"), said.get("in_force_to")
    if begins and ends and ends < begins:
        raise EndsBeforeItBegins
    return {**said, "title": title}
