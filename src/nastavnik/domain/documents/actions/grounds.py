"""The acts that papers name. Defaults are ours to offer and the organisation's to check against the originals."""

from typing import Any

from django.db import IntegrityError, transaction

from nastavnik.core import audit
from nastavnik.core.versions import save_changes
from nastavnik.domain.documents.errors import GroundExists, NothingWritten
from nastavnik.domain.documents.models import LegalGround
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.enums import ProgrammeType

DEFAULTS = (
    (
        "распоряжение Министерства просвещения Российской Федерации от 25.12.2019 № Р-145 об утверждении методологии "
        "(целевой модели) наставничества обучающихся",
        ProgrammeType.PUPILS,
    ),
    (
        "письмо Министерства просвещения Российской Федерации и Профессионального союза работников народного "
        "образования и науки Российской Федерации от 21.12.2021 № АЗ-1128/08, № 657 о внедрении системы (целевой "
        "модели) наставничества педагогических работников",
        ProgrammeType.TEACHERS,
    ),
    ("положение о программе наставничества, принятое в организации", ""),
)


@transaction.atomic
def seed_legal_grounds(organisation: Organisation, *, by: Any) -> list[LegalGround]:
    """The defaults, unconfirmed, where the organisation has no ground yet; otherwise nothing."""
    if LegalGround.objects.filter(organisation=organisation).exists():
        return []
    rows = LegalGround.objects.bulk_create(
        LegalGround(organisation=organisation, title=title, programme_type=programme_type, position=position)
        for position, (title, programme_type) in enumerate(DEFAULTS, 1)
    )
    audit.record("legal_ground.seed", organisation, by=by, organisation_id=organisation.pk)
    return rows


@transaction.atomic
def add_ground(
    organisation: Organisation, *, title: str, programme_type: str = "", is_confirmed: bool = False, by: Any
) -> LegalGround:
    """One more act, at the end of the list."""
    last = LegalGround.objects.filter(organisation=organisation).order_by("-position").first()
    ground = LegalGround(
        organisation=organisation,
        title=_tidy(title),
        programme_type=programme_type,
        is_confirmed=is_confirmed,
        position=last.position + 1 if last else 1,
    )
    try:
        with transaction.atomic():
            ground.save(force_insert=True)
    except IntegrityError:
        raise GroundExists from None
    audit.record("legal_ground.add", ground, by=by)
    return ground


@transaction.atomic
def edit_ground(
    ground: LegalGround, *, title: str, programme_type: str, is_confirmed: bool, version: int, by: Any
) -> LegalGround:
    """Other words, another kind of programmes, or the word that somebody held it against the original."""
    changes = {"title": _tidy(title), "programme_type": programme_type, "is_confirmed": is_confirmed}
    try:
        save_changes(ground, changes, version=version, by=by)
    except IntegrityError:
        raise GroundExists from None
    return ground


@transaction.atomic
def remove_ground(ground: LegalGround, *, by: Any) -> None:
    """Papers that named it keep their text."""
    audit.record("legal_ground.remove", ground, by=by)
    ground.delete()


def _tidy(title: str) -> str:
    tidy = " ".join(title.split())
    if not tidy:
        raise NothingWritten
    return tidy
