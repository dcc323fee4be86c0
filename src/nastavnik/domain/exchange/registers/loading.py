"""Rows of a register in full: some dozens for a page, all of them in parts for a table out. Four queries a part."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.consents.models import ConsentSignature
from nastavnik.domain.consents.queries import given_on, publishable
from nastavnik.domain.exchange.registers.others import NO_PAIR, others_of
from nastavnik.domain.exchange.registers.outline import Mark
from nastavnik.domain.exchange.registers.records import RegisterRow
from nastavnik.domain.intake.models import Application
from nastavnik.domain.people.models import Clearance, Enrolment, Guardianship, Person
from nastavnik.domain.people.queries import clearance_in_force, in_force, minor_on
from nastavnik.domain.programmes.enums import Mode, ParticipationState, TopicUse
from nastavnik.domain.programmes.models import Observation, Participation, ParticipationProfile, ProfileTopic

Rows = QuerySet[Participation]
A_PART = 500  # rows loaded together for a table out
MODES = {one.value: str(one.label) for one in Mode}
NOBODY: Any = ParticipationProfile()


def rows_of(
    marks: Sequence[tuple[int, int]],
    *,
    on: date,
    categories: Mapping[str, str],
    columns: Collection[str],
    by_name: bool = False,
    first: int = 1,
) -> list[RegisterRow]:
    """The participations of an outline in their order, numbered from `first`; `categories` puts their codes into words.

    What only some columns need is read where their codes are among `columns`. `by_name` names the other side of a pair
    also where their data may not be used: for a page of those who collect consents, never for a table out.
    """
    open_to = {pk: Mark(pk, there).consent for pk, there in marks}
    found = _participations(list(open_to), on, columns)
    topics = _topics(found)
    others = others_of(list(open_to), on, by_name=by_name)
    wards = _guardians([one.person_id for one in found], on) if {"guardian", "guardian_phone"} & set(columns) else {}
    rows = {
        one.pk: replace(
            _row(one, categories),
            **topics.get(one.pk, {}),
            is_open=open_to[one.pk],
            others=others.get(one.pk, NO_PAIR).others,
            ended_on=others.get(one.pk, NO_PAIR).ended_on,
            guardians=wards.get(one.person_id, ()),
        )
        for one in found
    }
    return [replace(rows[pk], number=number) for number, (pk, _there) in enumerate(marks, first) if pk in rows]


def in_parts(marks: Sequence[tuple[int, int]], **about: Any) -> Iterator[RegisterRow]:
    """The same for thousands: a part is read, given on and forgotten."""
    for start in range(0, len(marks), A_PART):
        yield from rows_of(marks[start : start + A_PART], first=start + 1, **about)


def _participations(pks: Sequence[int], on: date, columns: Collection[str]) -> list[Any]:
    """The participations with what is asked of their persons, in one query."""
    group = Enrolment.objects.filter(in_force(on), person=OuterRef("person_id")).order_by("-starts_on", "-id")
    held = Clearance.objects.filter(clearance_in_force(on), person=OuterRef("person_id")).order_by("-checked_on")
    person = Person.objects.filter(pk=OuterRef("person_id"))
    rows: Rows = Participation.objects.filter(pk__in=pks).annotate(
        needs_consent=Exists(person.filter(minor_on(on))),
        group_title=Subquery(group.values("study_group__title")[:1]),
        cleared_on=Subquery(held.values("checked_on")[:1]),
        cleared_until=Subquery(held.values("valid_until")[:1]),
    )
    for codes, more in MORE:
        rows = more(rows, on) if codes & set(columns) else rows
    return list(
        rows.select_related(
            "profile", "person__partner", "module__programme", "module__mentoring_format", "organisation"
        )
    )


def _with_signatures(rows: Rows, on: date) -> Rows:
    """Of the newest consent in force."""
    given = given_on(on, prefix="person__").order_by("-starts_on", "-id")
    under = ConsentSignature.objects.filter(consent=OuterRef("consent_id"), signed_on__lte=on)
    return rows.annotate(
        consent_id=Subquery(given.values("pk")[:1]),
        signed_until=Subquery(given.values("ends_on")[:1]),
        signed_on=Subquery(under.order_by("-signed_on").values("signed_on")[:1]),
        by_guardian=Exists(under.filter(party=SigningParty.GUARDIAN)),
        by_child=Exists(under.filter(party=SigningParty.CHILD)),
    )


def _with_publication(rows: Rows, on: date) -> Rows:
    return rows.annotate(publishable=Exists(Person.objects.filter(publishable(on), pk=OuterRef("person_id"))))


def _with_observation(rows: Rows, on: date) -> Rows:
    seen = Observation.objects.filter(participation=OuterRef("pk"), level__isnull=False).order_by("-at", "-id")
    return rows.annotate(level_seen=Subquery(seen.values("level")[:1]))


def _with_application(rows: Rows, on: date) -> Rows:
    applied = Application.objects.filter(participation=OuterRef("pk")).order_by("-id")
    return rows.annotate(application_source=Subquery(applied.values("source")[:1]))


MORE: tuple[tuple[frozenset[str], Callable[[Rows, date], Rows]], ...] = (
    (frozenset({"signed", "signed_until"}), _with_signatures),
    (frozenset({"may_be_published"}), _with_publication),
    (frozenset({"level_seen"}), _with_observation),
    (frozenset({"source"}), _with_application),
)


def _row(row: Any, categories: Mapping[str, str]) -> RegisterRow:
    person, profile = row.person, getattr(row, "profile", None) or NOBODY
    return RegisterRow(
        participation_id=row.pk,
        person_id=person.pk,
        name=person.full_name,
        birth_date=person.birth_date,
        phone=person.phone,
        email=person.email,
        post=person.post,
        workplace=_workplace(person),
        partner=person.partner.title if person.partner else "",
        group=row.group_title or "",
        achievements=profile.achievements,
        free_time=tuple((day, start, end) for day, start, end in profile.free_time or ()),
        modes=tuple(MODES[mode] for mode in sorted(profile.modes or ()) if mode in MODES),
        age_wish=(profile.age_wish_from, profile.age_wish_to),
        grade_wish=(profile.grade_wish_from, profile.grade_wish_to),
        places=profile.places,
        category=categories.get(profile.category, profile.category),
        needs_conditions=profile.needs_conditions,
        results=profile.results,
        case_link=profile.case_link,
        level=profile.level,
        level_seen=getattr(row, "level_seen", None),
        mastery=str(profile.get_mastery_display() or ""),
        needs_consent=row.needs_consent,
        **_signed(row),
        may_be_published=getattr(row, "publishable", False),
        needs_clearance=not row.needs_consent,
        is_cleared=not row.needs_consent and row.cleared_on is not None,
        cleared_on=row.cleared_on,
        cleared_until=row.cleared_until,
        joined_on=row.joined_on,
        state=str(row.get_state_display()),
        is_ready=row.state == ParticipationState.READY,
        is_finished=row.state == ParticipationState.FINISHED,
        source=str(_source(getattr(row, "application_source", None))),
        programme=row.module.programme.title,
        module=row.module.title,
        mentoring_format=row.module.mentoring_format.called_in(row.organisation),
    )


def _signed(row: Any) -> dict[str, Any]:
    """Under the newest consent in force of a child: who, when, until when."""
    if not row.needs_consent or not hasattr(row, "by_guardian"):
        return {}
    parties = ((row.by_guardian, SigningParty.GUARDIAN), (row.by_child, SigningParty.CHILD))
    return {
        "signed_by": tuple(str(party.label) for has, party in parties if has),
        "signed_on": row.signed_on,
        "signed_until": row.signed_until,
    }


def _workplace(person: Any) -> str:
    """What the card says, else the partner they come from."""
    return person.workplace or (person.partner.title if person.partner else "")


def _source(code: str | None) -> Any:
    labels = dict(Application._meta.get_field("source").flatchoices)
    return labels.get(code, "") if code else ""


def _topics(rows: Sequence[Any]) -> dict[int, dict[str, Any]]:
    """Participation id → main need, needs, competences, interests; one query."""
    used = ProfileTopic.objects.filter(profile__participation__in=[row.pk for row in rows]).order_by("id")
    titles: dict[int, dict[str, list[str]]] = {}
    for pk, use, title in used.values_list("profile__participation_id", "use", "topic__title"):
        titles.setdefault(pk, {}).setdefault(use, []).append(title)
    return {
        pk: {
            "main_need": next(iter(of.get(TopicUse.MAIN_NEED, ())), ""),
            "needs": tuple(of.get(TopicUse.NEED, ())),
            "competences": tuple(of.get(TopicUse.COMPETENCE, ())),
            "interests": tuple(of.get(TopicUse.INTEREST, ())),
        }
        for pk, of in titles.items()
    }


def _guardians(persons: Collection[int], on: date) -> dict[int, tuple[tuple[str, str], ...]]:
    """Child → (name, telephone) of those who answer for them on the day; one query."""
    rows = Guardianship.objects.filter(in_force(on), child__in=persons, guardian__erased_on__isnull=True)
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    for row in rows.select_related("guardian").order_by("id"):
        found[row.child_id] = (*found.get(row.child_id, ()), (row.guardian.full_name, row.guardian.phone))
    return found
