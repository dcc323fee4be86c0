"""Last words of each member, and what is counted as done."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.errors import NotAMember, NotAtWork
from nastavnik.domain.mentorships.gates import require_consents
from nastavnik.domain.mentorships.models import Closing, ClosingWord, Mentorship, MentorshipMember
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.actions import enrol
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module, Participation

LATE_ENOUGH = (
    MentorshipState.ACTIVE, MentorshipState.PAUSED, MentorshipState.COMPLETED, MentorshipState.DISSOLVED,
)  # fmt: skip
FOR_ALL = ("feedback", "reflection", "became_friends")
OF_MENTOR = ("professional", "personal")
OF_MENTEE = ("wants_to_mentor",)


@transaction.atomic
def say_last_word(
    member: MentorshipMember, values: Mapping[str, Any], *, version: int = 0, by: User | None
) -> ClosingWord:
    """What a member thinks at the end; a conclusion on the mentee is the mentor's alone, a wish to become a mentor the
    mentee's. Once more changes it; `version` is of what was read, 0 where nothing was there."""
    if member.mentorship.state not in LATE_ENOUGH:
        raise NotAtWork
    require_consents(member.mentorship)
    if member.has_left:
        raise NotAMember
    own = OF_MENTOR if member.role == ParticipationRole.MENTOR else OF_MENTEE
    said = {name: values[name] for name in (*FOR_ALL, *own) if name in values}
    own_keys = {"mentorship": member.mentorship, "organisation_id": member.organisation_id}
    row, made = ClosingWord.objects.get_or_create(member=member, defaults={**said, **own_keys})
    if made:
        audit.record("closingword.say", row, by=by, fields=list(said))
    else:
        save_changes(row, {**said, "at": clock.now()}, version=version, by=by)
    return row


@transaction.atomic
def count_done(
    mentorship: Mentorship, *, credit: str, group_reflection: str = "", version: int = 0, by: User | None
) -> Closing:
    """What was done and is counted, also where the end comes early; `version` is of what was read, 0 for nothing."""
    if mentorship.state not in LATE_ENOUGH:
        raise NotAtWork
    said = {"credit": credit.strip(), "group_reflection": group_reflection.strip()}
    row, made = Closing.objects.get_or_create(
        mentorship=mentorship, defaults={**said, "organisation_id": mentorship.organisation_id}
    )
    if made:
        audit.record("closing.count_done", row, by=by, fields=list(said))
    else:
        save_changes(row, said, version=version, by=by)
    return row


@transaction.atomic
def take_into_pool(word: ClosingWord, *, module: Module, by: User) -> Participation:
    """«Хочу стать наставником»: among the mentors of a module, to be admitted as everybody else."""
    today = clock.today(word.organisation.time_zone)
    return enrol(word.member.person, module=module, role=ParticipationRole.MENTOR, joined_on=today, by=by)
