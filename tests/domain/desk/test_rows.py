"""Rows of a roadmap whose end is near, on the page of today."""

import pytest

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.models import RoadmapItem, RoadmapResponsible, Stage
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_a_row_whose_end_is_near_is_told_to_who_asked_for_it():
    programme = make.ProgrammeFactory(title="Старшие — младшим")
    own = {"organisation": programme.organisation}
    stage = Stage.objects.create(**own, programme=programme, number=1, code="a", title="База", first_day=0, last_day=99)
    last = (scene.TODAY - programme.starts_on).days + 7
    item = RoadmapItem.objects.create(**own, stage=stage, title="Приказ", first_day=0, last_day=last, remind_days=7)
    RoadmapItem.objects.create(**own, stage=stage, title="Позже", first_day=0, last_day=last + 1, remind_days=7)
    dropped = {"remind_days": 7, "dropped_on": scene.TODAY}
    RoadmapItem.objects.create(**own, stage=stage, title="Снято", first_day=0, last_day=last, **dropped)
    teacher = make.staff(RoleCode.TEACHER, programme.organisation)
    RoadmapResponsible.objects.create(**own, item=item, person=teacher.person)
    other = make.staff(RoleCode.TEACHER, programme.organisation)

    told = [
        [(one.title, one.why, one.url_name) for one in needs_me(user, programme.organisation, scene.TODAY)]
        for user in (scene.coordinator(programme.organisation), teacher, other)
    ]

    near = ("Близится срок: Приказ", "До 30\u00a0ноября. Дорожная карта «Старшие — младшим».")
    assert told[0][-1] == (*near, "programmes:row")
    assert ("Близится срок: Снято" in str(told), "Близится срок: Позже" in str(told)) == (False, False)
    assert told[1][-1] == (*near, "")
    assert not [row for row in told[2] if row[0] == near[0]]
