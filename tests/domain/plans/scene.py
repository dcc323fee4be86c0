"""A pair at work with a plan, and a pair of teachers."""

from datetime import date

from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.plans import actions
from nastavnik.domain.programmes.enums import ProgrammeType
from tests import factories as make

TODAY = date(2026, 11, 23)


def of(pair, role):
    """The person of a side."""
    return pair.members.filter(role=role).first().person


def pair(**module):
    """A mentor and a child with accounts and roles; the programme lasts until May."""
    found = make.active_pair(make.ModuleFactory(programme__ends_on=date(2027, 5, 31), **module))
    for role in (RoleCode.MENTOR, RoleCode.MENTEE):
        make.RoleAssignmentFactory(user=of(found, role).user, role=role, organisation=found.organisation)
    return found


def teachers():
    """Two grown-ups of a programme for teachers."""
    module = make.ModuleFactory(programme__type=ProgrammeType.TEACHERS, programme__ends_on=date(2027, 5, 31))
    found = make.MentorshipFactory(module=module)
    for role in (RoleCode.MENTOR, RoleCode.MENTEE):
        person = make.PersonFactory(organisation=found.organisation, adult=True, with_user=True)
        make.RoleAssignmentFactory(user=person.user, role=role, organisation=found.organisation)
        make.add_member(found, make.ParticipationFactory(module=module, person=person, role=role))
    return found


def planned(found, *, way="together", steps=1):
    """A draft with one goal and some steps."""
    by = of(found, "mentor").user
    plan = actions.make_plan(found, way=way, by=by)
    goal = mentorships.add_goal(found, title="Решать задачи без подсказки", by=by)
    for number in range(steps):
        mentorships.add_step(goal, title=f"Шаг {number + 1}", who="mentee", due_on=date(2026, 12, 10 + number), by=by)
    return plan


def agreed(found):
    """A plan that both sides know."""
    plan = planned(found)
    actions.show(plan, by=of(found, "mentor").user)
    mentee = of(found, "mentee")
    return actions.read(plan, person=mentee, by=mentee.user)
