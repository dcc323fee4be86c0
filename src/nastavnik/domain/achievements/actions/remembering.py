"""Words of those who took part: written, read by the coordinator, shown, taken back."""

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.lifecycle import advance
from nastavnik.core.versions import save_changes
from nastavnik.domain.achievements.actions.telling import require_version
from nastavnik.domain.achievements.enums import AlumnusState
from nastavnik.domain.achievements.errors import NotAgreedToPublish, NotEndedYet, WordsTooLong
from nastavnik.domain.achievements.models import Alumnus
from nastavnik.domain.achievements.queries.alumni import ENDED, texts_of
from nastavnik.domain.achievements.queries.publishing import named_without_consent, with_publication
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Person, User

MOST_WORDS = 1000


@transaction.atomic
def remember(member: MentorshipMember, *, words: str = "", by: User | None) -> Alumnus:
    """A line about one who took part; what stands there already is given back as it is. Raises NotEndedYet."""
    if member.mentorship.state not in ENDED or member.has_left:
        raise NotEndedYet
    row = Alumnus.objects.filter(member=member).exclude(state=AlumnusState.TAKEN_BACK).first()
    if row is not None:
        return row
    row = Alumnus.objects.create(organisation_id=member.organisation_id, member=member, words=_fitting(words))
    audit.record("alumnus.remember", row, by=by, fields=["words"])
    return row


@transaction.atomic
def say_thanks(alumnus: Alumnus, *, words: str, version: int, by: User | None) -> Alumnus:
    """Other words: they wait for the coordinator, whatever stood there."""
    save_changes(alumnus, {"words": _fitting(words)}, version=version, by=by)
    if alumnus.state != AlumnusState.WRITTEN:
        write_again(alumnus, by=by)
    return alumnus


def write_again(alumnus: Alumnus, *, by: User | None) -> Alumnus:
    advance(alumnus, "write_again", by=by)
    return alumnus


@transaction.atomic
def show_alumnus(alumnus: Alumnus, *, version: int | None = None, by: User | None) -> Alumnus:
    """On the page, if the person and everybody named in the words agreed to it; the words are those of the `version`
    that was read. Raises NotAgreedToPublish, ChangedMeanwhile."""
    require_version(alumnus, version)
    today = clock.today(alumnus.organisation.time_zone)
    person = with_publication(Person.objects.all(), today).get(pk=alumnus.member.person_id)
    shut = named_without_consent(texts_of([alumnus]), alumnus.organisation, today)[alumnus.pk]
    missing = shut if person.is_published else [person, *shut]
    if missing:
        raise NotAgreedToPublish(names=", ".join(dict.fromkeys(one.list_name for one in missing)))
    advance(alumnus, "show_alumnus", by=by)
    return alumnus


def hide_alumnus(alumnus: Alumnus, *, by: User | None) -> Alumnus:
    advance(alumnus, "hide_alumnus", by=by)
    return alumnus


@transaction.atomic
def take_back(alumnus: Alumnus, *, by: User | None) -> Alumnus:
    """By the author, at any time; the words are gone."""
    Alumnus.objects.filter(pk=alumnus.pk).update(words="")
    advance(alumnus, "take_back", by=by)
    return alumnus


def _fitting(words: str) -> str:
    said = words.strip()
    if len(said) > MOST_WORDS:
        raise WordsTooLong(n=len(said), most=MOST_WORDS)
    return said
