"""`nastavnik radar` prints what the pages say, in the form that programs read."""

import json
from argparse import Namespace
from datetime import date

import pytest

from nastavnik.cli import radar
from nastavnik.domain.mentorships import actions
from nastavnik.domain.organisations.models import Holiday
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def told(capsys, as_of, as_json=True):
    assert radar.show(Namespace(as_of=as_of, json=as_json)) == 0
    words = capsys.readouterr().out
    return json.loads(words)["pairs"] if as_json else words


def test_each_pair_has_exactly_the_promised_fields(capsys):
    pair = make.active_pair()
    make.MeetingFactory(mentorship=pair, happens_on=date(2026, 10, 20))
    make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, 20))
    actions.pause(pair, on=date(2026, 11, 1), until=date(2026, 11, 5), by=None)
    Holiday.objects.create(
        organisation=pair.organisation, title="каникулы", starts_on=date(2026, 10, 30), ends_on=date(2026, 11, 2)
    )
    asked = make.active_pair(pair.module, kind=Kind.VIRTUAL)

    assert told(capsys, date(2026, 11, 16)) == [
        {
            "id": pair.pk, "programme": pair.module.programme_id, "period_days": 14, "grace_days": 7,
            "started_on": "2026-10-01", "last_meeting_on": "2026-10-20", "days_not_counted": 7,
            "watched_by": "meetings", "status": "late",
        },
        {
            "id": asked.pk, "programme": pair.module.programme_id, "period_days": 14, "grace_days": 7,
            "started_on": "2026-10-01", "last_meeting_on": None, "days_not_counted": 4,
            "watched_by": "requests", "status": None,
        },
    ]  # fmt: skip


def test_without_json_it_counts_and_without_a_day_it_is_today(capsys):
    make.active_pair()
    make.active_pair(started_on=date(2026, 11, 24))

    words = told(capsys, None, as_json=False)

    assert words.startswith("На 23.11.2026 в работе пар и групп: 1. В срок 0, опаздывают 0, молчат 1")
