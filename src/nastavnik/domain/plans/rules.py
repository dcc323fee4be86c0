"""Who may what. Which rows at all stands in `queries.visible`."""

from typing import Any

from nastavnik.domain.mentorships import rules as pairs
from nastavnik.domain.mentorships.models import Goal, Mentorship, MentorshipMember, PlanStep
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, standing
from nastavnik.domain.plans.enums import AdviceState, PlanState
from nastavnik.domain.plans.models import Difficulty, PairPlan, Recommendation, StepSignal, WorkSheet
from nastavnik.domain.programmes.enums import ParticipationRole, ProgrammeType

sees_plans = pairs.sees_mentorships
works_on_plans = pairs.works_on_mentorships
decides_links = pairs.edits_mentorships


def takes_part(user: Any) -> bool:
    """A page rule: mentors and mentees."""
    return standing(user).may(Permission.MENTORSHIP_OWN)


def can_make(user: Any, mentorship: Mentorship) -> bool:
    return pairs.can_write(user, mentorship)


def can_edit(user: Any, plan: PairPlan) -> bool:
    return plan.state != PlanState.CLOSED and pairs.can_write(user, plan.mentorship)


def can_close(user: Any, plan: PairPlan) -> bool:
    """The mentor or who leads; a mentee does not close a plan over the mentor's head."""
    lead = pairs.can_lead(user, plan.mentorship)
    return plan.state == PlanState.AGREED and (lead or is_mentor(user, plan.mentorship_id))


def can_edit_difficulty(user: Any, difficulty: Difficulty) -> bool:
    return can_edit(user, difficulty.plan)


def can_edit_step(user: Any, step: PlanStep) -> bool:
    return pairs.can_write_step(user, step)


def can_review(user: Any, goal: Goal) -> bool:
    return pairs.can_write_goal(user, goal)


def can_assess(user: Any, step: PlanStep) -> bool:
    """The mark is the mentor's."""
    return step.goal.mentorship.state in pairs.AT_WORK and is_mentor(user, step.goal.mentorship_id)


def can_signal(user: Any, step: PlanStep) -> bool:
    """One of the two sides of the pair."""
    return step.goal.mentorship.state in pairs.AT_WORK and pairs.is_member(user, step.goal.mentorship)


def can_settle(user: Any, signal: StepSignal) -> bool:
    return pairs.can_write_step(user, signal.step)


def can_recommend(user: Any, mentorship: Mentorship) -> bool:
    return mentorship.state in pairs.AT_WORK and is_mentor(user, mentorship.pk)


def can_mark_helped(user: Any, recommendation: Recommendation) -> bool:
    """A mentee of the pair, for what has been given."""
    mine = _members(user, recommendation.mentorship_id).filter(role=ParticipationRole.MENTEE)
    return recommendation.state == AdviceState.GIVEN and bool(mine.exists())


def can_decide(user: Any, recommendation: Recommendation) -> bool:
    """Another adult than its author."""
    return (
        recommendation.state == AdviceState.HELD
        and recommendation.author.user_id != user.pk
        and holds(user, Permission.MENTORSHIP_EDIT, recommendation.organisation_id)
    )


def keeps_sheets(mentorship: Mentorship) -> bool:
    """Sheets are for pairs of teachers."""
    return bool(mentorship.module.programme.type == ProgrammeType.TEACHERS)


def can_write_sheet(user: Any, mentorship: Mentorship) -> bool:
    return keeps_sheets(mentorship) and mentorship.state in pairs.AT_WORK and pairs.is_member(user, mentorship)


def can_edit_sheet(user: Any, sheet: WorkSheet) -> bool:
    """Words are changed by their author alone."""
    return sheet.author.user_id == user.pk and sheet.mentorship.state in pairs.AT_WORK


def is_mentor(user: Any, mentorship_id: int) -> bool:
    return bool(_members(user, mentorship_id).filter(role=ParticipationRole.MENTOR).exists())


def _members(user: Any, mentorship_id: int) -> Any:
    return MentorshipMember.objects.filter(mentorship=mentorship_id, person__user=user, ends_on__isnull=True)
