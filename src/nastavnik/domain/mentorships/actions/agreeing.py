"""The rules of a pair: written, added to, confirmed; and whether the two go on after the trial meeting."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.mentorships.actions.ending import dissolve, release
from nastavnik.domain.mentorships.enums import EndReason, MentorshipState
from nastavnik.domain.mentorships.errors import NotAMember, NotAtWork, NothingWritten, NoTrialYet
from nastavnik.domain.mentorships.gates import require_consents, require_work
from nastavnik.domain.mentorships.models import AgreementLine, Mentorship, MentorshipMember, PairAgreement
from nastavnik.domain.mentorships.queries.starting import asks_after_trial
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.enums import ParticipationRole

AGREEABLE = (MentorshipState.CONFIRMED, MentorshipState.ACTIVE, MentorshipState.PAUSED)


@transaction.atomic
def write_agreement(
    mentorship: Mentorship, values: Mapping[str, str], *, version: int | None = None, by: User | None
) -> PairAgreement:
    """Who does what, how often, how to end. Whoever had confirmed another text is asked again. Raises ChangedMeanwhile
    where the words were made from another version."""
    agreement = _agreement(mentorship)
    changed = [name for name, value in values.items() if getattr(agreement, name) != value.strip()]
    if not changed:
        return agreement
    if version is not None and PairAgreement.objects.select_for_update().get(pk=agreement.pk).version != version:
        raise ChangedMeanwhile(agreement)
    for name in changed:
        setattr(agreement, name, values[name].strip())
    agreement.save(update_fields=changed)
    _ask_again(agreement, by, changed)
    return agreement


@transaction.atomic
def add_line(mentorship: Mentorship, *, author: Person, text: str, by: User | None) -> AgreementLine:
    """A rule of one's own."""
    words = text.strip()
    if not words:
        raise NothingWritten
    agreement = _agreement(mentorship)
    line = agreement.lines.create(organisation_id=mentorship.organisation_id, author=author, text=words)
    _ask_again(agreement, by, ["lines"])
    return line


@transaction.atomic
def confirm_agreement(member: MentorshipMember, *, by: User | None) -> PairAgreement:
    """«Согласен с правилами»; a second tap changes nothing."""
    agreement = _agreement(member.mentorship)
    _require_member(member)
    _row, made = agreement.confirmations.get_or_create(
        member=member, defaults={"organisation_id": member.organisation_id, "at": clock.now()}
    )
    if made:
        audit.record("pairagreement.confirm", agreement, by=by, fields=["confirmations"])
    return agreement


@transaction.atomic
def go_on(member: MentorshipMember, *, by: User | None) -> None:
    """«Продолжаем», after the trial meeting."""
    _require_question(member)
    member.mentorship.trial_answers.get_or_create(
        member=member, defaults={"organisation_id": member.organisation_id, "at": clock.now()}
    )
    audit.record("mentorship.go_on", member.mentorship, by=by, fields=["trial_answers"])


@transaction.atomic
def change_after_trial(member: MentorshipMember) -> Mentorship:
    """Another partner, without consequences: of a group the member goes, a pair ends. Everybody stays ready, and no
    row says who wished it."""
    _require_question(member)
    mentorship = member.mentorship
    mentorship.trial_answers.all().delete()
    today = clock.today(mentorship.organisation.time_zone)
    mentees = mentorship.members.filter(role=ParticipationRole.MENTEE, ends_on__isnull=True).count()
    if member.role == ParticipationRole.MENTEE and mentees > 1:
        release(member, on=today, by=None)
        return mentorship
    return dissolve(mentorship, on=today, reason=EndReason.AFTER_TRIAL, by=None)


def _agreement(mentorship: Mentorship) -> PairAgreement:
    if mentorship.state not in AGREEABLE:
        raise NotAtWork
    require_consents(mentorship)
    found, _made = PairAgreement.objects.get_or_create(
        mentorship=mentorship, defaults={"organisation_id": mentorship.organisation_id}
    )
    return found


def _ask_again(agreement: PairAgreement, by: User | None, fields: list[str]) -> None:
    agreement.confirmations.all().delete()
    PairAgreement.objects.filter(pk=agreement.pk).update(version=F("version") + 1)
    audit.record("pairagreement.write", agreement, by=by, fields=fields)


def _require_member(member: MentorshipMember) -> None:
    if member.ends_on is not None:
        raise NotAMember


def _require_question(member: MentorshipMember) -> None:
    require_work(member.mentorship)
    _require_member(member)
    if not asks_after_trial(member.mentorship):
        raise NoTrialYet
