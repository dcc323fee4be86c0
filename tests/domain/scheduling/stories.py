"""A pair with its times, for the tests of the room."""

from datetime import date, datetime, time

from nastavnik.domain.programmes.models import ParticipationProfile
from nastavnik.domain.scheduling import actions
from nastavnik.domain.scheduling.actions import Terms
from tests import factories as make

THURSDAY = date(2026, 11, 26)
AT_THREE = datetime(2026, 11, 26, 15)
ONLINE = Terms(minutes=45, mode="online", link="https://sferum.ru/?call=1")
IN_SCHOOL = Terms(minutes=60, mode="in_person", place="Кабинет 5")


def pair(**organisation):
    """A working pair; the coordinator's clock is that of the organisation."""
    module = {f"programme__organisation__{name}": value for name, value in organisation.items()}
    return make.active_pair(make.ModuleFactory(**module))


def sides(mentorship):
    """(mentor, mentee)."""
    by_role = {member.role: member.person for member in mentorship.members.select_related("person")}
    return by_role["mentor"], by_role["mentee"]


def free(person, mentorship, *week):
    """What somebody said about the week."""
    participation = mentorship.members.get(person=person).participation
    ParticipationProfile.objects.update_or_create(
        participation=participation,
        defaults={"free_time": [list(row) for row in week], "organisation": mentorship.organisation},
    )


def weekly(
    mentorship, *, first=THURSDAY, last=date(2027, 5, 27), every=1, begins_at=time(15), terms=IN_SCHOOL, by=None
):
    return actions.plan_series(
        mentorship, first_on=first, last_on=last, every=every, begins_at=begins_at, terms=terms, by=None
    )
