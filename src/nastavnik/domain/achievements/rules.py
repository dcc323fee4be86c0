"""Who may what. Which rows at all stands in `queries.visible`."""

from typing import Any

from nastavnik.domain.achievements.enums import AchievementState
from nastavnik.domain.achievements.models import Achievement, CaseStory, Project, Sharing
from nastavnik.domain.mentorships import rules as pairs
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, standing
from nastavnik.domain.programmes.enums import ParticipationRole

sees_achievements = pairs.sees_mentorships
works_on_achievements = pairs.works_on_mentorships
can_enter = pairs.can_write


def can_edit(user: Any, achievement: Achievement) -> bool:
    """As long as it is not confirmed: who entered it, whose it is, and who leads."""
    near = achievement.entered_by_id == user.pk or achievement.person.user_id == user.pk
    return achievement.state != AchievementState.CONFIRMED and (near or _leads(user, achievement.organisation_id))


def can_decide(user: Any, achievement: Achievement) -> bool:
    """A mentor of the pair or who leads, and nobody about oneself."""
    if achievement.state != AchievementState.ENTERED or achievement.person.user_id == user.pk:
        return False
    return _leads(user, achievement.organisation_id) or _mentors(user, achievement.mentorship_id)


def can_edit_project(user: Any, project: Project) -> bool:
    return pairs.can_write(user, project.mentorship)


def can_hold_defence(user: Any, project: Project) -> bool:
    """Who leads: a mentor does not mark the own project."""
    return _leads(user, project.organisation_id)


def _leads(user: Any, organisation_id: int) -> bool:
    return holds(user, Permission.MENTORSHIP_EDIT, organisation_id)


def _mentors(user: Any, mentorship_id: int) -> bool:
    rows = MentorshipMember.objects.filter(mentorship=mentorship_id, role=ParticipationRole.MENTOR, has_left=False)
    return bool(rows.filter(person__user=user).exists())


def leads(user: Any) -> bool:
    return standing(user).may(Permission.MENTORSHIP_EDIT)


def sees_mentors(user: Any) -> bool:
    """A page rule: staff who see pairs, and mentors themselves."""
    may = standing(user).may
    return may(Permission.MENTORSHIP_SEE) or _is_mentor(user)


def shares(user: Any) -> bool:
    """A page rule: who leads, and mentors."""
    return leads(user) or _is_mentor(user)


def can_edit_sharing(user: Any, sharing: Sharing) -> bool:
    return sharing.entered_by_id == user.pk or _leads(user, sharing.organisation_id)


def can_remind(user: Any, person: Person) -> bool:
    """Of the own attestation, and who leads."""
    return person.user_id == user.pk or _leads(user, person.organisation_id)


def _is_mentor(user: Any) -> bool:
    return standing(user).has(RoleCode.MENTOR)


def reads_alumni(user: Any) -> bool:
    """A page rule: everybody of the institution who has a role among people."""
    return standing(user).may(Permission.LIBRARY_READ)


def thinks_of_attestation(user: Any) -> bool:
    """A page rule: who leads, and those who are in a pair; the rows decide."""
    return leads(user) or standing(user).may(Permission.MENTORSHIP_OWN)


def ended_something(user: Any) -> bool:
    """A page rule: who may say words of thanks; the rows decide."""
    may = standing(user).may
    return may(Permission.MENTORSHIP_OWN) or may(Permission.MENTORSHIP_EDIT)


def can_thank(user: Any, member: MentorshipMember) -> bool:
    """In one's own name only."""
    return member.person.user_id == user.pk


def can_show(user: Any, row: Any) -> bool:
    """Who leads decides what stands on the page."""
    return _leads(user, row.organisation_id)


def can_tell(user: Any, mentorship: Mentorship) -> bool:
    """A story is written by who leads or by a mentor of the pair, also when it has ended."""
    return _leads(user, mentorship.organisation_id) or _mentors(user, mentorship.pk)


def can_write_story(user: Any, story: CaseStory) -> bool:
    return can_tell(user, story.mentorship)


def can_publish_story(user: Any, story: CaseStory) -> bool:
    return _leads(user, story.organisation_id)
