"""What the first pair reached: an olympiad, confirmed, and something that waits; what its mentor told colleagues."""

from datetime import date

from nastavnik.demo.school import School
from nastavnik.domain.achievements import actions as achieving
from nastavnik.domain.achievements.enums import AchievementKind, Level, SharingKind
from nastavnik.domain.achievements.models import Achievement
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole


def keep(school: School, pair: Mentorship, mentor: Person) -> None:
    on = school.timeline.school_day(9)
    school.timeline.on(on, lambda: _reach(pair, mentor, on), hour=19, minute=40)


def _reach(pair: Mentorship, mentor: Person, on: date) -> None:
    """Of the first pair only."""
    pair.refresh_from_db()
    first = not Achievement.objects.filter(organisation=pair.organisation_id).exists()
    if pair.state != MentorshipState.ACTIVE or not first:
        return
    mentee = pair.members.select_related("person__user").get(role=ParticipationRole.MENTEE).person
    for kind, title, level, result in (
        (AchievementKind.OLYMPIAD, "Школьный этап олимпиады", Level.INSTITUTION, "призёр"),
        (AchievementKind.SOCIAL, "Клумба у школы", Level.INSTITUTION, ""),
    ):
        values = {"kind": kind, "title": title, "level": level, "result": result, "happened_on": on}
        row = achieving.enter(pair, person_id=mentee.pk, values=values, file=None, by=mentee.user)
        if result:
            achieving.confirm(row, by=mentor.user)
    told = {
        "kind": SharingKind.PRESENTATION, "title": "Как мы готовим первую встречу", "level": Level.MUNICIPAL,
        "happened_on": on, "place": "городской слёт наставников",
    }  # fmt: skip
    achieving.share(pair.module.programme, told, authors=[mentor.pk], file=None, by=mentor.user)
