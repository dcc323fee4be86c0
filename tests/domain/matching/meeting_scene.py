"""A group meeting that was yesterday: two children and two mentors who came, choices open."""

from datetime import date

from nastavnik.domain.matching import actions
from nastavnik.domain.matching.models import Presence
from tests import factories as make
from tests.domain.matching import scene

YESTERDAY = date(2026, 11, 22)


class Gathering:
    def __init__(self, *, mentees=2, mentors=2, module=None):
        self.module = module or make.ModuleFactory()
        self.by = scene.coordinator(self.module.organisation)
        self.mentees = [scene.mentee(self.module) for _number in range(mentees)]
        self.mentors = [scene.mentor(self.module) for _number in range(mentors)]
        self.meeting = actions.plan_group_meeting(
            self.module, title="Общая встреча", held_on=YESTERDAY, place="Актовый зал", by=self.by
        )

    @property
    def everybody(self):
        return [*self.mentees, *self.mentors]

    def come(self, *people):
        return actions.mark_attendance(self.meeting, came=[p.pk for p in people or self.everybody], by=self.by)

    def opened(self):
        self.come()
        actions.open_choices(self.meeting, by=self.by)
        return self

    def presence(self, participation):
        return Presence.objects.select_related("meeting__organisation", "participation__person").get(
            meeting=self.meeting, participation=participation
        )

    def say(self, who, *chosen, by=None):
        row = self.presence(who)
        return actions.choose(row, chosen=[p.pk for p in chosen], version=row.version, by=by or who.person.user)
