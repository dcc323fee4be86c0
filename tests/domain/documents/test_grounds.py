"""The register of acts: shipped ones come once, papers of a day cite what was in force on it."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.documents import actions, messages, queries
from nastavnik.domain.documents.acts import SHIPPED_ACTS
from nastavnik.domain.documents.citations import check
from nastavnik.domain.documents.enums import ActSubject
from nastavnik.domain.documents.errors import EndsBeforeItBegins, GroundExists, NothingWritten, ReplacesItself
from nastavnik.domain.documents.models import Document, LegalGround
from tests.domain.documents import scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return scene.school()


def seed(place):
    return actions.seed_legal_grounds(place.organisation, by=place.coordinator)


def cited(place, day, kind="appointment_order"):
    return queries.grounds_for(
        Document(organisation=place.organisation, kind=kind, dated_on=day, programme=place.module.programme)
    )


def test_shipped_acts_come_once_and_wait_for_a_look_at_the_original(place):
    assert len(seed(place)) == len(SHIPPED_ACTS)
    assert seed(place) == []

    rows = LegalGround.objects.all()
    assert not any(row.is_confirmed for row in rows)
    assert {row.code for row in rows if row.replaced_by} == {act.code for act in SHIPPED_ACTS if act.replaced_by}


def test_an_act_of_a_later_version_comes_to_registers_that_are_there(place):
    seed(place)
    LegalGround.objects.filter(code="concept2030").delete()

    assert [row.code for row in seed(place)] == ["concept2030"]


def test_an_act_under_the_same_words_becomes_the_shipped_one(place):
    own = actions.add_ground(place.organisation, title=SHIPPED_ACTS[0].title, is_confirmed=True, by=place.coordinator)
    seed(place)

    own.refresh_from_db()
    assert (own.code, own.number, own.is_confirmed) == ("r145", "Р-145", True)


def test_a_paper_cites_what_is_in_force_on_its_day_for_its_programmes(place):
    seed(place)

    autumn = " ".join(cited(place, date(2026, 9, 1)))
    assert "Р-145" in autumn
    assert "1264-р" in autumn
    assert "АЗ-1128/08" not in autumn  # about teachers
    assert "МР-42/02" not in autumn  # in the register for the check of citations alone
    assert "Р-145" not in " ".join(cited(place, date(2019, 12, 24)))
    assert "1264-р" not in " ".join(cited(place, date(2025, 5, 20)))
    assert "1264-р" not in " ".join(cited(place, date(2031, 1, 1)))


def test_an_act_that_died_is_flagged_with_its_successor(place):
    seed(place)
    (flag,) = check("приказ от 07.04.2014 № 276", queries.known_acts(place.organisation), date(2026, 9, 1))

    said = messages.citation(flag)
    assert said.startswith("«приказ от 07.04.2014 № 276»: этот акт не действует с 01.09.2023. Вместо него: приказ")
    assert "№ 196" in said


def test_the_text_of_a_paper_is_held_against_the_register(place):
    seed(place)
    document = Document(organisation=place.organisation, dated_on=date(2026, 9, 1))

    flags = queries.citation_flags(document, ["по ст. 358.1 ТК РФ", "закон № 152-ФЗ"])
    assert [messages.citation(flag) for flag in flags] == [
        "«ст. 358.1»: похоже на описку. В справочнике есть статья 351.8 Трудового кодекса Российской Федерации или "
        "статья 351.1 Трудового кодекса Российской Федерации."
    ]


def test_a_shipped_act_that_is_removed_leaves_papers_and_stays_in_the_register(place):
    seed(place)
    actions.remove_ground(LegalGround.objects.get(code="r145"), by=place.coordinator)

    assert LegalGround.objects.get(code="r145").is_hidden
    assert "Р-145" not in " ".join(cited(place, date(2026, 9, 1)))
    assert seed(place) == []


def test_an_own_act_goes_for_good(place):
    ground = actions.add_ground(place.organisation, title="устав школы", by=place.coordinator)
    other = actions.add_ground(place.organisation, title="старый устав", replaced_by=ground, by=place.coordinator)
    actions.remove_ground(ground, by=place.coordinator)

    other.refresh_from_db()
    assert other.replaced_by is None
    assert [row.title for row in LegalGround.objects.all()] == ["старый устав"]


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"title": "  "}, NothingWritten),
        ({"title": "устав", "in_force_from": date(2026, 2, 1), "in_force_to": date(2026, 1, 1)}, EndsBeforeItBegins),
        ({"title": "есть"}, GroundExists),
    ],
)
def test_what_cannot_be_an_act_is_refused(place, said, refusal):
    actions.add_ground(place.organisation, title="есть", by=place.coordinator)
    with pytest.raises(refusal):
        actions.add_ground(place.organisation, by=place.coordinator, **said)


def test_an_act_is_edited_once_and_does_not_replace_itself(place):
    ground = actions.add_ground(place.organisation, title="устав", by=place.coordinator)
    with pytest.raises(ReplacesItself):
        actions.edit_ground(ground, replaced_by=ground, version=ground.version, by=place.coordinator)
    version = ground.version
    actions.edit_ground(ground, subject=ActSubject.LOCAL, version=version, by=place.coordinator)
    with pytest.raises(ChangedMeanwhile):
        actions.edit_ground(ground, title="другой", version=version, by=place.coordinator)
