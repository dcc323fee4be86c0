"""Last words of each member, and what is counted as done."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit, clock
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
def say_last_word(member: MentorshipMember, values: Mapping[str, Any], *, by: User | None) -> ClosingWord:
    """What a member thinks at the end; a conclusion on the mentee is the mentor's alone, a wish to become a mentor the
    mentee's. Once more changes it."""
    if member.mentorship.state not in LATE_ENOUGH:
        raise NotAtWork
    require_consents(member.mentorship)
    if member.has_left:
        raise NotAMember
    own = OF_MENTOR if member.role == ParticipationRole.MENTOR else OF_MENTEE
    said = {name: values[name] for name in (*FOR_ALL, *own) if name in values}
    row, _made = ClosingWord.objects.update_or_create(
        member=member,
        defaults={**said, "at": clock.now()},
        create_defaults={
            **said, "at": clock.now(), "mentorship": member.mentorship, "organisation_id": member.organisation_id,
        },
    )  # fmt: skip
    audit.record("closingword.say", row, by=by, fields=list(said))
    return row


@transaction.atomic
def count_done(mentorship: Mentorship, *, credit: str, group_reflection: str = "", by: User | None) -> Closing:
    """What was done and is counted, also where the end comes early."""
    if mentorship.state not in LATE_ENOUGH:
        raise NotAtWork
    row, _made = Closing.objects.get_or_create(
        mentorship=mentorship, defaults={"organisation_id": mentorship.organisation_id}
    )
    row.credit, row.group_reflection = credit.strip(), group_reflection.strip()
    row.save(update_fields=["credit", "group_reflection"])
    Closing.objects.filter(pk=row.pk).update(version=F("version") + 1)
    audit.record("closing.count_done", row, by=by, fields=["credit", "group_reflection"])
    return row


@transaction.atomic
def take_into_pool(word: ClosingWord, *, module: Module, by: User) -> Participation:
    """«Хочу стать наставником»: among the mentors of a module, to be admitted as everybody else."""
    today = clock.today(word.organisation.time_zone)
    return enrol(word.member.person, module=module, role=ParticipationRole.MENTOR, joined_on=today, by=by)
