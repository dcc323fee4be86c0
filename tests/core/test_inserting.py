"""Many rows at once hold what `bulk_create` would have written."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from nastavnik.core.inserting import insert_all, insert_lines
from nastavnik.core.models import Job, JobState
from nastavnik.domain.programmes.models import ParticipationProfile
from tests import factories as make

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 11, 23, 6, 40, 12, 345678, tzinfo=UTC)


def jobs(number: int) -> list[Job]:
    """Text, signs of SQL, JSON of every shape, an enumeration, moments, NULL and not NULL."""
    payloads = ({"имя": "Ёж's %s", "n": [1, 2.5, None]}, [], "строка", 7, None, {"да": True})
    return [
        Job(
            name=f"name {place} %s '?'",
            payload=payloads[place % len(payloads)] if place % len(payloads) != 4 else {},
            organisation_id=place or None,
            key=f"{number} {place}" if place % 2 else None,
            state=JobState.FAILED if place % 3 else "done",
            attempts=place % 7,
            leased_until=MOMENT if place % 5 else None,
        )
        for place in range(number)
    ]


def written() -> list[dict[str, object]]:
    return [{name: value for name, value in row.items() if name != "id"} for row in Job.objects.order_by("id").values()]


def test_every_column_is_what_bulk_create_writes(now):
    Job.objects.bulk_create(jobs(301))
    expected = written()
    Job.objects.all().delete()

    insert_all(jobs(301))

    assert written() == expected


def test_keys_come_back_in_the_order_of_the_rows():
    rows = insert_all(jobs(301))

    assert dict(Job.objects.values_list("pk", "name")) == {row.pk: row.name for row in rows}
    assert [row.pk for row in rows] == sorted(row.pk for row in rows)
    rows[7].name = "changed"
    rows[7].save()
    assert Job.objects.count() == 301


def test_days_lists_and_relations_are_written():
    participation = make.ParticipationFactory()
    ParticipationProfile.objects.all().delete()
    organisation = participation.organisation
    hours = [[1, 900, 1020]]

    insert_all([ParticipationProfile(organisation=organisation, participation=participation, free_time=hours)])
    person = insert_all([make.PersonFactory.build(organisation=organisation, birth_date=date(2012, 2, 29))])[0]

    assert ParticipationProfile.objects.get(participation=participation).free_time == hours
    person.refresh_from_db()
    assert (person.birth_date, person.organisation) == (date(2012, 2, 29), organisation)


def test_lines_without_objects_are_what_bulk_create_writes(now):
    plain = [Job(name=f"n{place}", payload={"place": place}, organisation_id=4) for place in range(301)]
    Job.objects.bulk_create(plain)
    expected = written()
    Job.objects.all().delete()

    lines = [(f"n{place}", {"place": place}) for place in range(301)]
    assert insert_lines(Job, ("name", "payload"), lines, organisation_id=4) == 301

    assert written() == expected


def test_a_column_that_is_not_there_is_told():
    with pytest.raises(ValueError, match="organisation"):
        insert_lines(Job, ("name",), [("a",)], organisation=4)
    assert insert_lines(Job, ("name",), []) == 0


def test_a_row_that_breaks_a_constraint_takes_all_with_it():
    twice = [Job(name="a", key="same"), Job(name="b", key="same")]

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_all([Job(name="first"), *twice])

    assert not Job.objects.exists()


def test_only_new_rows_of_one_table_are_taken():
    there = Job.objects.create(name="there")

    with pytest.raises(ValueError, match="only new rows"):
        insert_all([there])
    with pytest.raises(ValueError, match="only new rows"):
        insert_all([Job(name="one"), make.PersonFactory.build()])


def test_none_need_no_query():
    with CaptureQueriesContext(connection) as queries:
        assert insert_all([]) == []

    assert [query["sql"] for query in queries if "INSERT" in query["sql"]] == []
