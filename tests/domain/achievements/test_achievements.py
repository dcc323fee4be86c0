"""Who may enter and confirm; what a portfolio holds; the defence and its sheets."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.achievements import actions, queries, rules
from nastavnik.domain.achievements.errors import CriteriaInUse, DayAhead, NotDefendedYet, NotOfThisPair, OutOfScale
from nastavnik.domain.achievements.models import Achievement, JuryMark
from nastavnik.domain.files.errors import FileUnknown
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
VALUES = {
    "kind": "contest", "title": "Конкурс чтецов", "level": "municipal", "result": "призёр",
    "happened_on": date(2026, 11, 10),
}  # fmt: skip


@pytest.fixture
def pair():
    return scene.pair()


def entered(pair, by="mentee", **changes):
    child = scene.of(pair, "mentee")
    values = {**VALUES, **changes}
    return actions.enter(pair, person_id=child.pk, values=values, file=None, by=scene.of(pair, by).user)


def test_nobody_confirms_the_own_and_what_is_confirmed_stands(pair):
    row = entered(pair)
    child, mentor = scene.of(pair, "mentee"), scene.of(pair, "mentor")

    assert not rules.can_decide(child.user, row)
    assert rules.can_decide(mentor.user, row)
    assert queries.portfolio_of(child, child.user).confirmed == []
    actions.confirm(row, by=mentor.user)
    assert queries.portfolio_of(child, child.user).confirmed == [row]
    assert not rules.can_edit(child.user, row)
    assert row.state_changes.get().by == mentor.user


def test_what_was_sent_back_waits_again_when_it_is_corrected(pair):
    row = entered(pair)
    actions.ask_again(row, note="Какого числа был конкурс?", by=scene.of(pair, "mentor").user)
    now = Achievement.objects.get()
    actions.edit(now, VALUES, file=None, version=now.version, by=scene.of(pair, "mentee").user)

    assert Achievement.objects.get().state == "entered"
    with pytest.raises(ChangedMeanwhile):
        actions.edit(Achievement.objects.get(), VALUES, file=None, version=1, by=None)


def test_neither_strangers_nor_days_to_come_nor_unknown_files(pair):
    stranger = make.PersonFactory(organisation=pair.organisation)
    with pytest.raises(NotOfThisPair):
        actions.enter(pair, person_id=stranger.pk, values=VALUES, file=None, by=None)
    with pytest.raises(DayAhead):
        entered(pair, happened_on=date(2026, 11, 24))
    child = scene.of(pair, "mentee")
    with pytest.raises(FileUnknown):
        actions.enter(pair, person_id=child.pk, values=VALUES, file=("a.exe", b"MZ..."), by=None)
    assert not Achievement.objects.exists()


def test_another_pair_sees_nothing_of_it(pair):
    row, other = entered(pair), scene.pair()

    for role in ("mentor", "mentee"):
        stranger = scene.of(other, role).user
        assert not queries.visible_to(stranger).exists()
        assert not queries.mentees_visible_to(stranger).filter(pk=row.person_id).exists()


def test_a_defence_is_marked_sheet_by_sheet(pair):
    project = actions.begin_project(pair, {"title": "Клумба", "aim": "", "result": ""}, by=None)
    terms = {"place": "актовый зал", "criteria": ["Польза", "Рассказ", "Польза", " "], "most": 5, "by": None}
    ahead = actions.name_defence(project, held_on=date(2026, 12, 1), version=0, **terms)
    with pytest.raises(NotDefendedYet):
        actions.mark_sheet(ahead, sheet=None, points=[1, 2], by=None)
    defence = actions.name_defence(project, held_on=date(2026, 11, 20), version=1, **terms)

    assert defence.criteria == ["Польза", "Рассказ"]
    assert actions.mark_sheet(defence, sheet=None, points=[5, 3], by=None) == 1
    assert actions.mark_sheet(defence, sheet=None, points=[4, 4], by=None) == 2
    assert actions.mark_sheet(defence, sheet=1, points=[2, 2], version=1, by=None) == 1  # corrected, not added
    with pytest.raises(ChangedMeanwhile) as late:
        actions.mark_sheet(defence, sheet=1, points=[5, 5], version=1, by=None)
    assert late.value.subject.points == (2, 2)
    with pytest.raises(OutOfScale):
        actions.mark_sheet(defence, sheet=None, points=[6, 0], by=None)
    with pytest.raises(CriteriaInUse):
        actions.name_defence(project, held_on=date(2026, 11, 20), version=2, **{**terms, "most": 10})
    found = queries.outcome_of(queries.projects_visible_to(scene.of(pair, "mentor").user).get())
    assert (found.total, found.sheets, JuryMark.objects.count()) == (12, 2, 4)


def test_the_pages_from_a_tap_to_the_portfolio(client, pair):
    child, mentor = scene.of(pair, "mentee"), scene.of(pair, "mentor")
    client.force_login(child.user)
    given = {**VALUES, "person": child.pk, "happened_on": "2026-11-10"}
    assert client.post(reverse("achievements:enter", args=[pair.pk]), {**given, "title": ""}).status_code == 422
    assert client.post(reverse("achievements:enter", args=[pair.pk]), given).status_code == 303
    row = Achievement.objects.get()
    portfolio = reverse("achievements:portfolio", args=[child.pk])
    assert "Ждёт подтверждения" in client.get(portfolio).content.decode()
    assert client.post(reverse("achievements:decide", args=[row.pk])).status_code == 403

    client.force_login(mentor.user)
    client.post(reverse("achievements:decide", args=[row.pk]), {"act": "confirm"})
    shown = client.get(portfolio).content.decode()
    assert "Конкурс чтецов" in shown
    assert "Ждёт подтверждения" not in shown
    assert "Конкурс чтецов" in client.get(reverse("mentorships:pair", args=[pair.pk])).content.decode()
