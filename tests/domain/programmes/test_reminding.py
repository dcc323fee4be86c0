"""Who is told that the end of a row is near."""

from datetime import UTC, datetime

import pytest

from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.actions import reminding, roadmap
from nastavnik.domain.programmes.models import RoadmapItem
from nastavnik.domain.programmes.terms import month_term
from tests import factories as make
from tests.domain.programmes.planned import add_stage, row

MORNING = datetime(2026, 11, 23, 3, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def programme():
    return make.ProgrammeFactory()


@pytest.fixture
def stage(programme):
    return add_stage(programme, 1, "preparation", "Подготовка условий", 0, 60)


def messages():
    return [(one.recipient.surname, one.context) for one in Message.objects.filter(kind="row_ends").order_by("id")]


def test_who_answers_is_reminded_once_before_the_end(programme, stage):
    user = make.staff(RoleCode.TEACHER, programme.organisation, surname="Орлова")
    make.staff(RoleCode.COORDINATOR, programme.organisation, surname="Кураторова")
    item = row(stage, term=month_term(2026, 11), responsible=user.person.full_name, remind_days=7)
    row(stage, "Сделана", month_term(2026, 11), remind_days=7)
    roadmap.mark_done(RoadmapItem.objects.get(title="Сделана"), done_on=MORNING.date(), by=None)
    row(stage, "Без напоминания", month_term(2026, 11))

    told = [reminding.remind(datetime(2026, 11, day, 3, tzinfo=UTC)) for day in (22, 23, 24, 30)]

    assert told == [0, 1, 1, 1]
    assert messages() == [("Орлова", {"item": item.pk})]
    assert reminding.remind(datetime(2026, 12, 1, 3, tzinfo=UTC)) == 0


def test_where_only_words_answer_the_coordinators_are_reminded(programme, stage):
    make.staff(RoleCode.COORDINATOR, programme.organisation, surname="Кураторова")
    item = row(stage, term=month_term(2026, 11), responsible="методист", remind_days=14)

    assert reminding.remind(MORNING) == 1
    assert messages() == [("Кураторова", {"item": item.pk})]
