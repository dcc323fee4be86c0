"""Certificates for completed work and their public check."""

from datetime import date

import pytest

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.documents import actions, queries
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import NotCompleted, ReasonMissing
from nastavnik.domain.documents.models import Document
from nastavnik.domain.files.queries import read
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason
from nastavnik.domain.notifications.models import Message
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.school()


@pytest.fixture
def pair(place):
    child = people.mentee(place.module, surname="Воронова", given_name="Полина", patronymic="Романовна")
    return scene.completed(place, mentee=child)


def issue(place, pair, role="mentee", **more):
    return actions.issue_certificate(scene.member(pair, role), dated_on=scene.TODAY, by=place.coordinator, **more)


def test_each_member_of_a_completed_pair_has_one_certificate_numbered_in_a_row(place, pair):
    papers = [issue(place, pair, role) for role in ("mentor", "mentee", "mentor")]

    assert [paper.number for paper in papers] == ["1-Н", "2-Н", "1-Н"]
    assert {paper.state for paper in papers} == {DocumentState.ISSUED}
    assert read(papers[0].pdf).startswith(b"%PDF")
    assert read(papers[0].docx).startswith(b"PK")
    assert Document.objects.count() == 2
    said = scene.said(papers[1])
    assert "Вороновой Полине Романовне" in said
    assert "1\u00a0встреча, 1\u00a0час" in " ".join(said)
    assert Message.objects.filter(kind="certificate_issued").count() == 2


def test_numbers_go_on_after_a_revoked_paper_and_begin_anew_with_the_year(place, pair):
    actions.revoke(issue(place, pair), note="опечатка", by=place.coordinator)

    assert issue(place, pair).number == "2-Н"
    member = scene.member(pair, "mentor")
    later = actions.issue_certificate(member, dated_on=date(2027, 1, 12), by=place.coordinator)
    assert later.number == "1-Н"


def test_a_pair_at_work_or_dissolved_has_no_certificate(place):
    working = mentorships.start(scene.confirmed(place), on=people.PROPOSED, by=None)
    with pytest.raises(NotCompleted):
        issue(place, working)

    mentorships.dissolve(working, on=scene.TODAY, reason=EndReason.DID_NOT_FIT, by=None)
    with pytest.raises(NotCompleted):
        issue(place, working)


def test_without_consent_there_is_no_paper_about_a_child(place, pair):
    child = scene.member(pair, "mentee").person
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)

    with pytest.raises(ConsentMissing):
        issue(place, pair)

    assert queries.without_consent(queries.awaiting_certificate(place.coordinator), scene.TODAY) == {child.pk}


def test_who_waits_for_a_certificate_is_asked(place, pair):
    make.active_pair(place.module)
    assert {m.role for m in queries.awaiting_certificate(place.coordinator)} == {"mentor", "mentee"}

    issue(place, pair)

    assert [m.role for m in queries.awaiting_certificate(place.coordinator)] == ["mentor"]
    assert not queries.awaiting_certificate(place.head).exists()
    assert not queries.awaiting_certificate(scene.school().coordinator).exists()


def test_many_are_issued_together_or_not_at_all(place, pair):
    other = mentorships.start(scene.confirmed(place), on=people.PROPOSED, by=None)
    members = [scene.member(pair, "mentor"), scene.member(other, "mentor")]

    with pytest.raises(NotCompleted):
        actions.issue_certificates(members, dated_on=scene.TODAY, by=place.coordinator)

    assert not Document.objects.exists()


def test_the_square_code_leads_to_the_page_of_the_host(place, pair, settings):
    settings.PUBLIC_URL = ""
    document = issue(place, pair, base="https://school17.example.org")

    said = " ".join(scene.said(document))
    assert "school17.example.org/check" in said
    assert document.check_code in said
    assert len(document.check_code) == 19


def test_the_check_tells_of_a_minor_the_given_name_and_one_letter(place, pair):
    document = issue(place, pair)

    seen = queries.by_check_code(document.check_code.replace("-", " ").lower())

    assert (seen.name, seen.is_short, seen.number) == ("Полина\u00a0В.", True, "1-Н")
    assert (seen.starts_on, seen.ends_on) == (people.PROPOSED, scene.TODAY)
    assert "Воронова" not in str(seen.facts)
    assert "Романовна" not in str(seen.facts)


def test_the_check_tells_an_adults_full_name(place, pair):
    document = issue(place, pair, "mentor")

    assert queries.by_check_code(document.check_code).name == scene.member(pair, "mentor").person.full_name


def test_a_paper_of_a_child_keeps_the_short_name_when_the_child_is_grown(place, pair):
    document = issue(place, pair)
    type(document.person).objects.filter(pk=document.person_id).update(birth_date=date(1990, 1, 1))

    assert queries.by_check_code(document.check_code).name == "Полина\u00a0В."


def test_after_a_withdrawal_the_check_names_nobody(place, pair):
    document = issue(place, pair)
    withdraw_consent(document.person.consents.get(), on=scene.TODAY, by=None)

    seen = queries.by_check_code(document.check_code)

    assert (seen.name, seen.is_revoked) == ("", False)


def test_a_revoked_paper_tells_that_and_nothing_of_the_person(place, pair):
    document = issue(place, pair)
    with pytest.raises(ReasonMissing):
        actions.revoke(document, note="", by=place.coordinator)
    actions.revoke(document, note="опечатка", by=place.coordinator)

    seen = queries.by_check_code(document.check_code)

    assert (seen.is_revoked, seen.name, seen.facts) == (True, "", None)


@pytest.mark.parametrize("typed", ["", "7КМ4", "7КМ4-Х2РЕ-9АВГ-5ТУФ", "%00", "'; --"])
def test_an_unknown_code_is_nothing(typed):
    assert queries.by_check_code(typed) is None
