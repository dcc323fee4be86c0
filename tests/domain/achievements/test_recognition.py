"""Who deserves what by facts, all papers by one press, who has one already."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from nastavnik.core import clock
from nastavnik.domain.achievements import actions, queries
from nastavnik.domain.achievements.models import Attestation
from nastavnik.domain.achievements.queries import Facts, deserving
from nastavnik.domain.documents.models import PaperBatch
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.models import Programme
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PERIOD = (date(2026, 9, 1), date(2026, 11, 23), date(2026, 11, 23))


@pytest.fixture
def pair():
    return scene.pair()


def test_facts_are_counted_each_by_itself(pair):
    mentor, child = scene.of(pair, "mentor"), scene.of(pair, "mentee")
    for day in (10, 11, 12):
        make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, day))
    mentorships.extend(pair, until=date(2027, 9, 30), by=make.staff(RoleCode.COORDINATOR, pair.organisation))
    values = {"kind": "contest", "title": "Конкурс", "level": "municipal", "result": "", "happened_on": PERIOD[2]}
    for _time in range(2):
        row = actions.enter(pair, person_id=child.pk, values=values, file=None, by=child.user)
        actions.confirm(row, by=mentor.user)
    # Who has only begun has earned nothing yet.
    make.active_pair(pair.module)

    found = deserving(pair.module.programme, *PERIOD)

    assert [(row.participation.person_id, row.facts) for row in found] == [
        (mentor.pk, Facts(extended=1, meetings=3, achieved=2, years=1)),
        (child.pk, Facts(extended=1, meetings=3, achieved=2, years=1)),
    ]


def test_an_extension_of_the_night_belongs_to_the_day_of_the_school(pair):
    Organisation.objects.filter(pk=pair.organisation_id).update(time_zone="Asia/Kamchatka")
    with clock.fixed(datetime(2026, 11, 30, 13, 30, tzinfo=UTC)):  # 1 December, 1:30 there
        mentorships.extend(pair, until=date(2027, 9, 30), by=make.staff(RoleCode.COORDINATOR, pair.organisation))
    programme = Programme.objects.get(pk=pair.module.programme_id)

    def extended(since, until):
        return [row.facts.extended for row in deserving(programme, since, until, until)]

    assert extended(date(2026, 11, 1), date(2026, 11, 30)) == []
    assert extended(date(2026, 12, 1), date(2026, 12, 31)) == [1, 1]


def test_where_one_paper_is_refused_none_is_made(client, pair):
    ended = {"state": "completed", "ended_on": date(2026, 11, 20), "end_reason": "plan_done"}
    Mentorship.objects.filter(pk=pair.pk).update(**ended)
    client.force_login(make.staff(RoleCode.COORDINATOR, pair.organisation))
    child = pair.members.get(role="mentee").participation_id
    given = {"who": [child], "papers": ["thanks_letter", "reward_order"], "dated_on": "2026-11-23"}

    refused = client.post(reverse("achievements:recognise", args=[pair.module.programme_id]), given)

    assert refused.status_code == 422
    assert PaperBatch.objects.count() == 0


def test_all_papers_leave_by_one_press(client, pair):
    ended = {"state": "completed", "ended_on": date(2026, 11, 20), "end_reason": "plan_done"}
    Mentorship.objects.filter(pk=pair.pk).update(**ended)
    client.force_login(make.staff(RoleCode.COORDINATOR, pair.organisation))
    address = reverse("achievements:recognise", args=[pair.module.programme_id])
    page = client.get(address).content.decode()
    assert page.count("Завершено пар:") == 2
    assert "одних встреч для этого мало" in page

    who = [row.participation.pk for row in deserving(pair.module.programme, *PERIOD)]
    given = {"who": who, "papers": ["thanks_letter", "certificate"], "dated_on": "2026-11-23", "deed": "", "reward": ""}
    assert client.post(address, {**given, "papers": []}).status_code == 422
    assert client.post(address, given).status_code == 303
    assert sorted(PaperBatch.objects.values_list("kind", "total")) == [("certificate", 2), ("thanks_letter", 2)]
    register = client.get(reverse("achievements:recognised"))
    assert "Пока ничего не выдано" in register.content.decode()
    table = client.get(reverse("achievements:recognised_table"))
    assert table.content[:2] == b"PK"


def test_the_letter_about_an_attestation_leaves_once_also_to_a_young_teacher():
    pair = scene.teachers()
    young = scene.of(pair, "mentee")
    assert queries.attestees_visible_to(young.user).get() == young
    actions.remind_of_attestation(
        young, counted_from=date(2024, 2, 1), years=3, passed_on=None, version=0, by=young.user
    )

    assert (actions.tell_of_attestations(), actions.tell_of_attestations()) == (1, 1)
    assert Message.objects.filter(kind="attestation_near", recipient=young, channel="page").count() == 1
    Attestation.objects.update(passed_on=date(2026, 11, 1))
    assert actions.tell_of_attestations() == 0
