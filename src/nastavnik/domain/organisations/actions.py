"""What can be done with organisations, their years, study groups and holidays."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from nastavnik.core import audit, clock, versions
from nastavnik.domain.organisations.enums import USUAL_WORD, OrganisationKind, TerritoryKind
from nastavnik.domain.organisations.errors import (
    AcademicYearExists,
    PartnerExists,
    PeriodReversed,
    RequisitesMissing,
    StudyGroupExists,
)
from nastavnik.domain.organisations.models import (
    AcademicYear,
    Holiday,
    Organisation,
    Partner,
    StudyGroup,
    Territory,
)
from nastavnik.domain.organisations.queries import academic_year_on

EDITABLE = frozenset(
    {
        "title",
        "short_title",
        "letterhead",
        "city",
        "head_post",
        "time_zone",
        "study_group_word",
        "own_consent_from",
        "mentor_limit",
        "consent_by_link",
        "inn",
        "ogrn",
        "legal_address",
        "consents_email",
        "publication_places",
        "video_services",
        "help_contacts",
    }
)
REQUISITES = ("inn", "legal_address")  # without them a consent by link names no operator
PARTNER_FIELDS = ("title", "full_title", "address", "contacts", "signatory", "signatory_post", "signs_by")
FIRST_MONTH = 9  # 273-ФЗ ст. 13: the academic year begins on the first of September


@transaction.atomic
def create_organisation(
    *,
    kind: str,
    title: str,
    short_title: str,
    municipality: str,
    region: str,
    city: str = "",
    time_zone: str = "Europe/Moscow",
    letterhead: str = "",
    head_post: str = "директор",
    study_group_word: str = "",
    on: date | None = None,
    by: Any = None,
    is_demo: bool = False,
) -> Organisation:
    """A new institution in its territory, with the word its type uses for groups and the academic year of the day.

    With its first coordinator it is opened by `people.actions.open_organisation`.
    """
    organisation = Organisation.objects.create(
        territory=_territory(municipality, region),
        kind=kind,
        title=title,
        short_title=short_title,
        city=city,
        time_zone=time_zone,
        letterhead=letterhead,
        head_post=head_post,
        study_group_word=study_group_word or USUAL_WORD[OrganisationKind(kind)],
        is_demo=is_demo,
    )
    ensure_academic_year(organisation, on=on or clock.today(time_zone), by=by)
    audit.record("organisation.create", organisation, by=by, organisation_id=organisation.pk)
    return organisation


def _territory(municipality: str, region: str) -> Territory:
    whole, _made = Territory.objects.get_or_create(kind=TerritoryKind.REGION, title=region, parent=None)
    part, _made = Territory.objects.get_or_create(kind=TerritoryKind.MUNICIPALITY, title=municipality, parent=whole)
    return part


def edit_organisation(organisation: Organisation, changes: dict[str, Any], *, version: int, by: Any) -> Organisation:
    """Change names, letterhead, words and settings. Raises RequisitesMissing, ChangedMeanwhile."""
    unknown = set(changes) - EDITABLE
    if unknown:
        raise ValueError(f"not editable: {sorted(unknown)}")
    _require_requisites(organisation, changes)
    versions.save_changes(organisation, changes, version=version, by=by)
    return organisation


def _require_requisites(organisation: Organisation, changes: dict[str, Any]) -> None:
    """Consents are given by link only where they can name the operator: ИНН and address."""
    if not {"consent_by_link", *REQUISITES} & set(changes):
        return
    if not changes.get("consent_by_link", organisation.consent_by_link):
        return
    empty = [name for name in REQUISITES if not str(changes.get(name, getattr(organisation, name))).strip()]
    if empty:
        raise RequisitesMissing(fields=field_names(empty))


def field_names(names: Iterable[str]) -> str:
    """«ИНН, юридический адрес»: fields of an organisation in a sentence."""
    return ", ".join(str(getattr(Organisation._meta.get_field(name), "verbose_name", name)) for name in names)


@transaction.atomic
def ensure_academic_year(organisation: Organisation, *, on: date, by: Any = None) -> AcademicYear:
    """The academic year in which the day lies; made from September to August where there is none."""
    found = academic_year_on(organisation, on)
    if found:
        return found
    first = on.year if on.month >= FIRST_MONTH else on.year - 1
    return add_academic_year(
        organisation, starts_on=date(first, FIRST_MONTH, 1), ends_on=date(first + 1, FIRST_MONTH - 1, 31), by=by
    )


def add_academic_year(organisation: Organisation, *, starts_on: date, ends_on: date, by: Any) -> AcademicYear:
    """«2026/27»: named by the years in which it begins and ends."""
    if ends_on < starts_on:
        raise PeriodReversed
    same = starts_on.year == ends_on.year
    title = f"{starts_on.year}" if same else f"{starts_on.year}/{ends_on.year % 100:02d}"
    try:
        with transaction.atomic():
            year = AcademicYear.objects.create(
                organisation=organisation, title=title, starts_on=starts_on, ends_on=ends_on
            )
            audit.record("academic_year.add", year, by=by)
            return year
    except IntegrityError:
        raise AcademicYearExists(title=title) from None


def add_study_group(year: AcademicYear, *, title: str, grade: int | None = None, by: Any) -> StudyGroup:
    """A class, an association or a group; `title` comes in its canonical spelling («5Б»)."""
    try:
        with transaction.atomic():
            group = StudyGroup.objects.create(
                organisation_id=year.organisation_id, academic_year=year, title=title, grade=grade
            )
            audit.record("study_group.add", group, by=by)
            return group
    except IntegrityError:
        raise StudyGroupExists(title=title) from None


@transaction.atomic
def ensure_study_groups(
    year: AcademicYear, *, wanted: Iterable[tuple[str, int | None]], by: Any
) -> dict[str, StudyGroup]:
    """The groups of a list by their title, the missing ones made; a few queries whatever the number."""
    existing = {group.title.casefold(): group for group in StudyGroup.objects.filter(academic_year=year)}
    missing = {title.casefold(): (title, grade) for title, grade in wanted if title.casefold() not in existing}
    made = StudyGroup.objects.bulk_create(
        StudyGroup(organisation_id=year.organisation_id, academic_year=year, title=title, grade=grade)
        for title, grade in missing.values()
    )
    if made:
        audit.record("study_group.add_many", year, by=by)
    return {**existing, **{group.title.casefold(): group for group in made}}


@transaction.atomic
def add_holiday(organisation: Organisation, *, title: str, starts_on: date, ends_on: date, by: Any) -> Holiday:
    """Days on which the radar expects no meeting."""
    if ends_on < starts_on:
        raise PeriodReversed
    holiday = Holiday.objects.create(organisation=organisation, title=title, starts_on=starts_on, ends_on=ends_on)
    audit.record("holiday.add", holiday, by=by)
    return holiday


@transaction.atomic
def remove_holiday(holiday: Holiday, *, by: Any) -> None:
    """Entered by mistake: the days count again."""
    audit.record("holiday.remove", holiday, by=by)
    holiday.delete()


@transaction.atomic
def ensure_partner(organisation: Organisation, *, title: str, by: Any) -> Partner:
    """The body from which mentors come, made when it is named first."""
    partner, made = Partner.objects.get_or_create(organisation=organisation, title=title)
    if made:
        audit.record("partner.add", partner, by=by)
    return partner


@transaction.atomic
def edit_partner(partner: Partner, *, version: int, by: Any, **said: str) -> Partner:
    """What agreements with the partner need: how it is called in full, who signs and by what right."""
    changes = {name: said[name].strip() for name in PARTNER_FIELDS if name in said}
    try:
        with transaction.atomic():
            versions.save_changes(partner, changes, version=version, by=by)
    except IntegrityError:
        raise PartnerExists(title=changes["title"]) from None
    return partner
