"""An institution that has named no head yet: what he does not sign can be drafted all the same."""

import pytest

from nastavnik.domain.documents import actions
from nastavnik.domain.documents.adapter import own_paper
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.rendering.papers import text_of
from nastavnik.domain.people.errors import HeadMissing
from nastavnik.domain.people.models import RoleAssignment
from tests.domain.documents import scene
from tests.domain.mentorships import scene as pairs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    here = scene.designed()
    RoleAssignment.objects.filter(user=here.head).delete()
    return here


@pytest.mark.parametrize(
    ("code", "answers"),
    [
        ("information_leaflet", {"audience": "guardian"}),
        ("talk_outline", {"audience": "guardian"}),
        ("roadmap", {}),
    ],
)
def test_what_the_head_does_not_sign_is_drafted_without_one(place, code, answers):
    document = scene.prepare(place, code, answers=answers)

    assert "Верхнекамская" not in " ".join(scene.said(document))


def test_a_roadmap_leaves_room_for_the_hand_of_a_head_who_comes_later(place):
    stamp = own_paper(scene.prepare(place, "roadmap")).stamp

    assert stamp.lines[:3] == ("УТВЕРЖДАЮ", "_" * 24, f"________ {'_' * 16}")


def test_consents_and_diaries_are_forms_of_people_and_not_of_the_head(place):
    participation = pairs.mentee(place.module)

    for code in ("participation_consent", "personal_data_consent", "publication_consent"):
        assert text_of(own_paper(scene.draft(place, code, participation)))
    assert {kind_of(code).head_signs for code in ("meeting_diary", "development_plan")} == {False}


@pytest.mark.parametrize("code", ["introduction_order", "regulation", "institution_programme"])
def test_what_the_head_signs_is_not(place, code):
    with pytest.raises(HeadMissing):
        scene.prepare(place, code, appendices=())


def test_a_paper_that_was_drafted_without_a_head_is_not_put_before_nobody(place):
    with pytest.raises(HeadMissing):
        actions.submit(scene.prepare(place, "roadmap"), by=place.coordinator)
