"""Who may what with a mentorship. Which rows at all stands in `queries.visible_to`."""

from typing import Any

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import FlashState, MeetingState, MentorshipState, Party
from nastavnik.domain.mentorships.models import (
    DiaryEntry,
    FlashSlot,
    Goal,
    GroupNeed,
    HandoverAnswer,
    Meeting,
    MeetingFeedback,
    Mentorship,
    MentorshipApproval,
    MentorshipMember,
    PlanStep,
)
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, standing
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Participation

AT_WORK = (MentorshipState.ACTIVE, MentorshipState.PAUSED)
ENDED = (MentorshipState.COMPLETED, MentorshipState.DISSOLVED)


def sees_mentorships(user: Any) -> bool:
    """A page rule: staff, members and guardians; the rows then decide which."""
    may = standing(user).may
    return may(Permission.MENTORSHIP_SEE) or may(Permission.MENTORSHIP_OWN) or may(Permission.WARDS_SEE)


def works_on_mentorships(user: Any) -> bool:
    """A page rule: those who lead mentorships or are in one."""
    may = standing(user).may
    return may(Permission.MENTORSHIP_EDIT) or may(Permission.MENTORSHIP_OWN)


def edits_mentorships(user: Any) -> bool:
    return standing(user).may(Permission.MENTORSHIP_EDIT)


def can_lead(user: Any, mentorship: Mentorship) -> bool:
    """Staff who lead the mentorships of the organisation: pause, end, answers on paper."""
    return holds(user, Permission.MENTORSHIP_EDIT, mentorship.organisation_id)


def is_member(user: Any, mentorship: Mentorship) -> bool:
    """Is the user one of the two (or of the group)?"""
    return MentorshipMember.objects.filter(mentorship=mentorship, person__user=user, has_left=False).exists()


def needs_order(mentorship: Mentorship) -> bool:
    """Does the head's order start it, or the coordinator's decision?"""
    module = mentorship.module
    if not module.programme.needs_order:
        return False
    if module.card_needs_order is None or module.kind != mentorship.kind:
        return KINDS[mentorship.kind].order_needed
    return module.card_needs_order


def can_start(user: Any, mentorship: Mentorship) -> bool:
    """By hand only where the programme needs no order; otherwise the approval of the order starts the pairs."""
    return can_lead(user, mentorship) and not needs_order(mentorship)


def can_write(user: Any, mentorship: Mentorship) -> bool:
    """Meetings, plan and diary are kept by the members and by who leads, while the work goes on."""
    return mentorship.state in AT_WORK and (can_lead(user, mentorship) or is_member(user, mentorship))


def can_write_step(user: Any, step: PlanStep) -> bool:
    return can_write(user, step.goal.mentorship)


def can_write_goal(user: Any, goal: Goal) -> bool:
    return can_write(user, goal.mentorship)


def can_correct(user: Any, meeting: Meeting) -> bool:
    """Members and who leads; a child who is led corrects the own records alone."""
    if meeting.state == MeetingState.CANCELLED or not can_write(user, meeting.mentorship):
        return False
    return is_teller(user, meeting) or not is_led_child(user, meeting.mentorship)


def can_open_record(user: Any, meeting: Meeting) -> bool:
    """A child opens the records of the mentor as well, to say how it was for the child."""
    return meeting.state != MeetingState.CANCELLED and can_write(user, meeting.mentorship)


def is_teller(user: Any, meeting: Meeting) -> bool:
    """Did the user write the record?"""
    return meeting.told_by is not None and bool(meeting.told_by.user_id == user.pk)


def is_led_child(user: Any, mentorship: Mentorship) -> bool:
    """A mentee who is a child gets forms of a child's own."""
    rows = MentorshipMember.objects.filter(mentorship=mentorship, person__user=user, has_left=False)
    return bool(rows.filter(role=ParticipationRole.MENTEE, is_minor=True).exists())


def can_confirm(user: Any, meeting: Meeting) -> bool:
    """A member of the other side; whose side that is, the action asks."""
    return (
        meeting.state == MeetingState.HELD
        and meeting.mentorship.state in AT_WORK
        and is_member(user, meeting.mentorship)
    )


def can_tell_after(user: Any, meeting: Meeting) -> bool:
    """Feedback and reflection belong to a meeting that was held, and to the two."""
    return meeting.state == MeetingState.HELD and can_keep_diary(user, meeting.mentorship)


def can_give_feedback(user: Any, meeting: Meeting) -> bool:
    """By a mentor of the pair or group."""
    mentors = MentorshipMember.objects.filter(role=ParticipationRole.MENTOR, person__user=user, has_left=False)
    return can_tell_after(user, meeting) and mentors.filter(mentorship=meeting.mentorship_id).exists()


def can_answer_feedback(user: Any, feedback: MeetingFeedback) -> bool:
    return feedback.to.person.user_id == user.pk and feedback.meeting.mentorship.state in AT_WORK


def can_edit_entry(user: Any, entry: DiaryEntry) -> bool:
    """Words are changed by their author alone; those of a pair that has ended stand as they were."""
    return bool(entry.author.user_id == user.pk) and entry.mentorship.state in AT_WORK


def can_answer(user: Any, approval: MentorshipApproval) -> bool:
    """A side for itself, a guardian for the ward."""
    if approval.party != Party.GUARDIAN:
        return bool(approval.member.person.user_id == user.pk)
    return guards(user, approval.member.person_id)


def can_answer_handover(user: Any, question: HandoverAnswer) -> bool:
    """Whom the change of the mentor concerns, for oneself; a guardian for the ward."""
    if question.party != Party.GUARDIAN:
        return bool(question.person.user_id == user.pk)
    return guards(user, question.person_id)


def can_enter_paper(user: Any, approval: MentorshipApproval) -> bool:
    """Who leads may write down what was signed on paper, for herself and her own ward never."""
    return can_lead(user, approval.mentorship) and not can_answer(user, approval)


def guards(user: Any, child_id: int) -> bool:
    """Is the user a guardian of the child today?"""
    return Guardianship.objects.filter(in_force(clock.today()), child_id=child_id, guardian__user=user).exists()


def can_keep_diary(user: Any, mentorship: Mentorship) -> bool:
    """Words are written by the two, not about them by others."""
    return mentorship.state in AT_WORK and mentorship.module.keeps_diary and is_member(user, mentorship)


def answers_proposals(user: Any) -> bool:
    """A page rule: members and guardians."""
    return standing(user).may(Permission.MENTORSHIP_OWN) or standing(user).may(Permission.WARDS_SEE)


def leads_or_watches(user: Any, organisation: Any) -> bool:
    """Staff of the organisation get the list of all its mentorships."""
    return organisation is not None and holds(user, Permission.MENTORSHIP_SEE, organisation.pk)


def can_agree(user: Any, mentorship: Mentorship) -> bool:
    """The rules of a pair are written by its members, and by who leads."""
    begun = mentorship.state in (MentorshipState.CONFIRMED, *AT_WORK)
    return begun and (can_lead(user, mentorship) or is_member(user, mentorship))


def is_member_at_work(user: Any, mentorship: Mentorship) -> bool:
    """What a member alone does, while the work goes on."""
    return mentorship.state in AT_WORK and is_member(user, mentorship)


def can_confirm_rules(user: Any, mentorship: Mentorship) -> bool:
    return mentorship.state in (MentorshipState.CONFIRMED, *AT_WORK) and is_member(user, mentorship)


def can_say_last_word(user: Any, mentorship: Mentorship) -> bool:
    """At the end, or when it is near."""
    return mentorship.state in (*AT_WORK, *ENDED) and is_member(user, mentorship)


def can_shape(user: Any, need: GroupNeed) -> bool:
    """The theme of a need: the mentor of the group, and who leads."""
    mentorship = need.mentorship
    if mentorship.state not in AT_WORK:
        return False
    mentors = MentorshipMember.objects.filter(role=ParticipationRole.MENTOR, person__user=user, has_left=False)
    return can_lead(user, mentorship) or mentors.filter(mentorship=mentorship).exists()


def can_vote(user: Any, need: GroupNeed) -> bool:
    return is_member_at_work(user, need.mentorship)


def can_offer(user: Any, slot: FlashSlot) -> bool:
    """The mentor of the short meeting, and who leads."""
    return slot.mentor.person.user_id == user.pk or holds(user, Permission.MENTORSHIP_EDIT, slot.organisation_id)


def can_book(user: Any, slot: FlashSlot) -> bool:
    """A mentee of the same module; whether ready and agreed, the action asks."""
    rows = Participation.objects.filter(
        module=slot.module_id, role=ParticipationRole.MENTEE, person__user=user, state=ParticipationState.READY
    )
    return rows.exists()


def is_booked_by(user: Any, slot: FlashSlot) -> bool:
    """The mentee of it."""
    rows = MentorshipMember.objects.filter(role=ParticipationRole.MENTEE, person__user=user)
    return slot.mentorship_id is not None and rows.filter(mentorship=slot.mentorship_id).exists()


def can_close(user: Any, slot: FlashSlot) -> bool:
    return slot.state == FlashState.BOOKED and (can_offer(user, slot) or is_booked_by(user, slot))
