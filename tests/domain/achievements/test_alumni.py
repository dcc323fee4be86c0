"""Who took part: shown with a consent in force and after somebody has read the words, gone with the consent."""

from datetime import date

import pytest

from nastavnik.domain.achievements import actions, queries
from nastavnik.domain.achievements.errors import NotAgreedToPublish, NotEndedYet
from nastavnik.domain.achievements.models import Alumnus
from nastavnik.domain.achievements.queries.alumni import Shown, published
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.privacy.actions import erase
from nastavnik.domain.privacy.enums import ErasureReason
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def agrees(person):
    given = make.ConsentFactory(person=person, kind=ConsentKind.PUBLICATION)
    for party in (SigningParty.ADULT, SigningParty.GUARDIAN, SigningParty.CHILD):
        make.ConsentSignatureFactory(consent=given, party=party)


@pytest.fixture
def ended():
    pair = scene.pair()
    state = {"state": "completed", "ended_on": date(2026, 11, 20), "end_reason": "plan_done"}
    Mentorship.objects.filter(pk=pair.pk).update(**state)
    names = {"mentor": ("Белова", "Ирина", "Львовна"), "mentee": ("Воронов", "Яков", "")}
    for role, (surname, given_name, patronymic) in names.items():
        Person.objects.filter(pk=scene.of(pair, role).pk).update(
            surname=surname, given_name=given_name, patronymic=patronymic, normal_name=surname.lower()
        )
    pair.refresh_from_db()
    return pair


def line(pair, role, words=""):
    member = pair.members.get(role=role)
    return actions.remember(member, words=words, by=member.person.user)


def test_a_working_pair_has_no_alumni_yet():
    pair = scene.pair()
    with pytest.raises(NotEndedYet):
        line(pair, "mentee")


def test_everybody_shown_agreed_and_children_have_no_surname(ended):
    for role in ("mentor", "mentee"):
        agrees(scene.of(ended, role))
        actions.show_alumnus(line(ended, role, "Спасибо, Ирина Львовна!" if role == "mentee" else ""), by=None)

    assert published(ended.organisation) == [
        Shown("Белова Ирина Львовна", "наставник", 2026, ""),
        Shown("Яков\N{NO-BREAK SPACE}В.", "наставляемый", 2026, "Спасибо, Ирина Львовна!"),
    ]
    assert published(make.OrganisationFactory()) == []


def test_nobody_is_shown_or_named_without_consent(ended):
    row = line(ended, "mentee", "Спасибо Ирине Львовне!")
    with pytest.raises(NotAgreedToPublish) as refusal:
        actions.show_alumnus(row, by=None)
    assert "Белова" in refusal.value.params["names"]
    assert "Воронов" in refusal.value.params["names"]

    for role in ("mentor", "mentee"):
        agrees(scene.of(ended, role))
    actions.show_alumnus(row, by=None)
    Consent.objects.filter(person=scene.of(ended, "mentor"), kind="publication").update(withdrawn_on="2026-11-23")
    assert [one.words for one in published(ended.organisation)] == [""]
    Consent.objects.filter(person=scene.of(ended, "mentee"), kind="publication").update(withdrawn_on="2026-11-23")
    assert published(ended.organisation) == []


def test_words_that_named_somebody_do_not_come_back_when_that_one_is_erased(ended, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    mentor = scene.of(ended, "mentor")
    for person in (mentor, scene.of(ended, "mentee")):
        agrees(person)
    actions.show_alumnus(line(ended, "mentee", "Спасибо, Ирина Львовна!"), by=None)

    erase(mentor, reason=ErasureReason.values[0], by=None)

    assert [one.words for one in published(ended.organisation)] == [""]


def test_other_words_wait_again_and_can_be_taken_back(ended):
    mentee = scene.of(ended, "mentee")
    agrees(mentee)
    row = actions.show_alumnus(line(ended, "mentee", "Спасибо!"), by=None)
    row = actions.say_thanks(row, words="Спасибо всем!", version=row.version, by=mentee.user)
    assert (row.state, published(ended.organisation)) == ("written", [])

    actions.take_back(row, by=mentee.user)
    assert Alumnus.objects.get().words == ""
    assert line(ended, "mentee").pk != row.pk


def test_who_could_be_shown_has_agreed_and_is_asked_once(ended):
    staff = make.staff(RoleCode.COORDINATOR, ended.organisation)
    assert not queries.could_be_shown(staff, ended.organisation).exists()

    agrees(scene.of(ended, "mentor"))
    assert [one.role for one in queries.could_be_shown(staff, ended.organisation)] == ["mentor"]
    line(ended, "mentor")
    assert not queries.could_be_shown(staff, ended.organisation).exists()
