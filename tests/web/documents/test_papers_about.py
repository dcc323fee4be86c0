"""Papers about somebody: a participant, a pair, a partner; who reads them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.documents import actions
from nastavnik.domain.documents.kinds import KINDS
from nastavnik.domain.documents.models import Document
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.organisations.models import Partner
from nastavnik.domain.people.models import RoleAssignment
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place(client):
    here = scene.school(head_post="директор")
    here.programme = here.module.programme
    client.force_login(here.coordinator)
    return here


def address(place, code):
    return f"/documents/new/{place.programme.pk}/{code}/"


def text(answer):
    return answer.content.decode()


def test_a_consent_is_printed_for_a_participant_before_there_is_one(client, place):
    child = people.mentee(place.module, surname="Воронова", given_name="Яна")
    withdraw_consent(child.person.consents.get(), on=scene.TODAY, by=None)
    page = text(client.get(f"{address(place, 'participation_consent')}?subject={child.pk}"))

    answer = client.post(address(place, "participation_consent"), {"subject": child.pk, "dated_on": "2026-11-23"})

    paper = Document.objects.get()
    assert "Воронова Яна" in page
    assert (answer.status_code, answer.url) == (303, f"/documents/{paper.pk}/")
    assert (paper.participation, paper.person, paper.programme) == (child, child.person, place.programme)


def test_a_paper_about_a_pair_needs_the_consent_of_its_child(client, place):
    pair = mentorships.start(scene.confirmed(place), on=people.PROPOSED, by=None)
    child = scene.member(pair, "mentee").person
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)

    answer = client.post(address(place, "meeting_diary"), {"subject": pair.pk, "number": "", "dated_on": "2026-11-23"})

    assert answer.status_code == 422
    assert child.list_name in text(answer)
    assert not Document.objects.exists()


def test_a_pair_of_another_school_cannot_be_slipped_in(client, place):
    foreign = mentorships.start(scene.confirmed(scene.school()), on=people.PROPOSED, by=None)
    mentorships.start(scene.confirmed(place), on=people.PROPOSED, by=None)

    answer = client.post(address(place, "meeting_diary"), {"subject": foreign.pk, "dated_on": "2026-11-23"})

    assert answer.status_code == 422
    assert not Document.objects.exists()


def test_with_nobody_to_write_about_the_page_says_what_comes_first(client, place):
    assert "Пока не о ком готовить" in text(client.get(address(place, "meeting_diary")))
    assert "Добавить партнёра" in text(client.get(address(place, "partner_agreement")))


def test_an_agreement_is_found_by_the_name_of_the_partner(client, place):
    partner = Partner.objects.create(organisation=place.organisation, title="Приборостроительный завод")
    sent = {"subject": partner.pk, "number": "1", "dated_on": "2026-11-23", "ask_work": "Показывают производство."}
    sent |= {"ask_valid_from": "2026-12-01", "ask_valid_until": "2026-11-30"}

    assert client.post(address(place, "partner_agreement"), sent).status_code == 303

    paper = Document.objects.get()
    assert (paper.partner, paper.valid_from.isoformat(), paper.valid_until.isoformat()) == (
        partner, "2026-12-01", "2026-11-30"
    )  # fmt: skip
    assert "раньше, чем начинается: 01.12.2026" in text(client.get(f"/documents/{paper.pk}/"))
    assert "1\u00a0документ" in text(client.post("/documents/", {"search": "1", "q": "прибор"}, follow=True))


def issued(place, code, pair):
    paper = actions.prepare(code, mentorship=pair, dated_on=scene.TODAY, number="7", by=place.coordinator)
    kind = next(kind for kind in KINDS if kind.code == code)
    if not kind.needs_approval:
        return actions.issue(paper, by=place.coordinator)
    actions.submit(paper, by=place.coordinator)
    return actions.approve(paper, by=place.head)


def test_the_pair_reads_its_own_plan_and_nobody_elses(client, place):
    pair, other = (mentorships.start(scene.confirmed(place), on=people.PROPOSED, by=None) for _n in range(2))
    paper = issued(place, "development_plan", pair)

    for row, expected in ((pair, 200), (other, 404)):
        client.force_login(scene.member(row, "mentor").person.user)
        assert client.get(f"/documents/{paper.pk}/").status_code == expected


def test_the_head_reads_plans_while_the_consent_holds_and_no_diaries(client, place):
    pair = mentorships.start(scene.confirmed(place), on=people.PROPOSED, by=None)
    plan, diary = issued(place, "development_plan", pair), issued(place, "meeting_diary", pair)
    assert RoleAssignment.objects.filter(user=place.head).exists()
    client.force_login(place.head)

    def seen():
        return [client.get(f"/documents/{paper.pk}/").status_code for paper in (plan, diary)]

    assert seen() == [200, 404]
    withdraw_consent(scene.member(pair, "mentee").person.consents.get(), on=scene.TODAY, by=None)
    assert seen() == [404, 404]


@pytest.mark.parametrize("code", ["meeting_diary", "participation_consent"])
def test_choosing_costs_the_same_for_one_and_three(client, place, code):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(place, code)).status_code == 200
        return len(captured)

    mentorships.start(scene.confirmed(place), on=people.PROPOSED, by=None)
    one = cost()
    for _n in range(2):
        mentorships.start(scene.confirmed(place), on=people.PROPOSED, by=None)

    assert cost() == one <= 12
