"""Experience that is shared, the mentor's facts without names of children, the reminder of an attestation."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.achievements import actions, queries
from nastavnik.domain.achievements.errors import NobodyShares, NotAnAuthorHere
from nastavnik.domain.achievements.models import Attestation, Sharing, later
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.privacy import actions as privacy
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
VALUES = {
    "kind": "publication", "title": "Как мы начинали", "level": "regional", "happened_on": date(2026, 11, 10),
    "place": "сборник",
}  # fmt: skip


@pytest.fixture
def pair():
    return scene.pair()


def shared(pair, **changes):
    mentor = scene.of(pair, "mentor")
    values = {**VALUES, **changes}
    return actions.share(pair.module.programme, values, authors=[mentor.pk], file=None, by=mentor.user)


@pytest.mark.parametrize(
    ("day", "years", "due"),
    [(date(2026, 9, 1), 3, date(2029, 9, 1)), (date(2028, 2, 29), 3, date(2031, 3, 1))],
)
def test_three_years_later_is_the_same_day(day, years, due):
    assert later(day, years) == due


def test_authors_are_mentors_of_the_programme(pair):
    programme = pair.module.programme
    with pytest.raises(NobodyShares):
        actions.share(programme, VALUES, authors=[], file=None, by=None)
    with pytest.raises(NotAnAuthorHere):
        actions.share(programme, VALUES, authors=[scene.of(pair, "mentee").pk], file=None, by=None)


def test_what_was_shared_in_a_period_feeds_the_report(pair):
    row, _later = shared(pair), shared(pair, happened_on=date(2026, 11, 21))

    found = queries.shared_in(pair.module.programme, date(2026, 11, 1), date(2026, 11, 10))
    assert list(found) == [row]
    assert not queries.shared_in(make.ProgrammeFactory(), date(2026, 1, 1), date(2026, 12, 31)).exists()


def test_the_mentors_page_has_facts_and_names_no_child(client, pair):
    shared(pair)
    mentor, child = scene.of(pair, "mentor"), scene.of(pair, "mentee")
    client.force_login(mentor.user)
    address = reverse("achievements:mentor", args=[mentor.pk])
    term = {"counted_from": "2023-12-01", "years": 3, "passed_on": "", "version": ""}
    client.post(reverse("achievements:attestation", args=[mentor.pk]), term)
    page = client.get(address).content.decode()

    assert "Как мы начинали" in page
    assert "Подходит срок аттестации" in page
    assert child.surname not in page
    assert Attestation.objects.get().due_on == date(2026, 12, 1)
    assert [one.person for one in queries.attestations_due(mentor.organisation, date(2026, 12, 1))] == [mentor]
    late = client.post(reverse("achievements:attestation", args=[mentor.pk]), {**term, "years": 5, "version": 7})
    assert late.status_code == 409
    client.force_login(child.user)
    assert client.get(address).status_code == 403


def test_another_institution_sees_none_of_it(pair):
    shared(pair)
    other = scene.pair()
    head = make.RoleAssignmentFactory(role=RoleCode.HEAD, organisation=other.organisation).user
    for user in (head, scene.of(other, "mentor").user):
        assert not queries.sharings_visible_to(user).exists()
        assert not queries.mentors_visible_to(user).filter(pk=scene.of(pair, "mentor").pk).exists()


def test_the_list_asks_the_same_for_one_and_for_three(client, pair):
    mentor = scene.of(pair, "mentor")
    client.force_login(mentor.user)
    address, asked = reverse("achievements:sharings"), []
    for more in (1, 2):
        for _one in range(more):
            shared(pair)
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as found:
            client.get(address)
        asked.append(len(found))

    assert Sharing.objects.count() == 3
    assert asked[0] == asked[1]


def test_with_an_author_the_file_goes_and_the_words_stay(pair):
    mentor = scene.of(pair, "mentor")
    given = ("Доклад.png", b"\x89PNG\r\n\x1a\n" + b"0" * 20)
    row = actions.share(pair.module.programme, VALUES, authors=[mentor.pk], file=given, by=mentor.user)

    privacy.erase(mentor, reason="asked", by=None)

    row.refresh_from_db()
    assert (row.title, row.file, StoredFile.objects.filter(title="Доклад.png").exists()) == (
        VALUES["title"],
        None,
        False,
    )
