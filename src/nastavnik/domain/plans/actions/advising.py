"""A mentor recommends, a coordinator lets a link pass, a mentee says what helped."""

from urllib.parse import urlsplit

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.lifecycle import advance
from nastavnik.domain.mentorships.gates import require_consents, require_work
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.plans.enums import AdviceKind, AdviceState
from nastavnik.domain.plans.errors import NotALink, NothingToAdvise, WordsMissing
from nastavnik.domain.plans.models import HelpedMark, Recommendation
from nastavnik.domain.plans.queries.advice import choices_of, waits_for_adult


@transaction.atomic
def recommend(mentorship: Mentorship, *, kind: str, code: str, person: Person, by: User | None) -> Recommendation:
    """An item of a list, in two taps: nothing typed, so nothing to be looked through. The same one twice is one."""
    require_work(mentorship)
    require_consents(mentorship)
    title = next((one.title for one in choices_of(mentorship) if (one.kind, one.code) == (kind, code)), None)
    if title is None:
        raise NothingToAdvise
    there = mentorship.recommendations.filter(kind=kind, code=code, author=person).first()
    return there or _give(mentorship, person, by, kind=kind, code=code, title=title, state=AdviceState.GIVEN)


@transaction.atomic
def recommend_link(
    mentorship: Mentorship, *, url: str, title: str, passes: bool, person: Person, by: User | None
) -> Recommendation:
    """A link with a name. To a child it waits for another adult; `passes` says that the address was approved before,
    then only its own address is shown."""
    require_work(mentorship)
    require_consents(mentorship)
    address = _checked(url)
    if not title.strip():
        raise WordsMissing
    state, name = AdviceState.GIVEN, title.strip()
    if waits_for_adult(mentorship):
        state, name = (AdviceState.GIVEN, _host(address)) if passes else (AdviceState.HELD, name)
    return _give(mentorship, person, by, kind=AdviceKind.LINK, title=name, url=address, state=state)


def release(recommendation: Recommendation, *, by: User) -> Recommendation:
    """The link is good for the child, while the pair works and the consent holds."""
    require_work(recommendation.mentorship)
    require_consents(recommendation.mentorship)
    advance(recommendation, "release", by=by)
    return recommendation


def refuse(recommendation: Recommendation, *, by: User) -> Recommendation:
    advance(recommendation, "refuse", by=by)
    return recommendation


@transaction.atomic
def mark_helped(recommendation: Recommendation, *, person: Person, helped: str) -> HelpedMark:
    """«Помогло» or «не очень»; the last tap counts."""
    mark, _made = HelpedMark.objects.update_or_create(
        recommendation=recommendation,
        person=person,
        defaults={"helped": helped, "at": clock.now()},
        create_defaults={"helped": helped, "at": clock.now(), "organisation_id": recommendation.organisation_id},
    )
    audit.record("recommendation.helped", mark, by=person.user, fields=["helped"])
    return mark


def _give(mentorship: Mentorship, person: Person, by: User | None, **values: str) -> Recommendation:
    made = Recommendation.objects.create(
        organisation_id=mentorship.organisation_id, mentorship=mentorship, author=person, given_at=clock.now(), **values
    )
    audit.record("recommendation.give", made, by=by, fields=list(values))
    return made


def _checked(url: str) -> str:
    """Only https, a host with a dot, no name before it: what people read is where it leads. Raises NotALink."""
    address = url.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        raise NotALink from None
    odd = "\\" in address or " " in address or "@" in parts.netloc or not address.isprintable()
    if parts.scheme != "https" or "." not in host or odd:
        raise NotALink
    return address


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
