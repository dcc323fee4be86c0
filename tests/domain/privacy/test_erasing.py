"""Erasing leaves nothing that tells who somebody was, in words or in files; counts and signed papers stay."""

import itertools
import json
import re

import pytest
from django.apps import apps
from django.core.serializers import serialize

from nastavnik.core import audit
from nastavnik.domain.documents.rendering.papers import text_of
from nastavnik.domain.files.actions import store
from nastavnik.domain.mentorships.models import DiaryEntry, Goal, PlanStep
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.privacy import tombstones
from nastavnik.domain.privacy.actions import erase, replay
from nastavnik.domain.privacy.enums import ErasureReason
from nastavnik.domain.privacy.errors import AlreadyErased, ErasesThemself, StillResponsible
from nastavnik.domain.privacy.paper import paper_of
from nastavnik.domain.privacy.queries import held_about
from nastavnik.domain.programmes.actions import set_profile
from nastavnik.domain.programmes.models import Topic
from nastavnik.domain.programmes.records import ProfileValues
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _apart(settings, tmp_path, now):
    settings.DATA_DIR = tmp_path


def everything():
    """All rows of all our tables as text."""
    return "\n".join(
        serialize("json", model._default_manager.all(), ensure_ascii=False)
        for model in apps.get_models()
        if model.__module__.startswith("nastavnik.")
    )


@pytest.fixture
def pair():
    return make.active_pair()


@pytest.fixture
def child(pair):
    return pair.members.get(role="mentee").person


@pytest.fixture
def coordinator(pair):
    return make.staff("coordinator", pair.organisation)


def test_nothing_of_a_child_is_left_in_any_table(pair, child, coordinator):
    Person.objects.filter(pk=child.pk).update(surname="Канарейкина", given_name="Зимородка", phone="+7 900 канарейка")
    child.refresh_from_db()
    mentor = pair.members.get(role="mentor").person
    DiaryEntry.objects.create(
        organisation=pair.organisation, mentorship=pair, author=mentor, happened_on=pair.started_on,
        text="Зимородка Канарейкина решила задачу", is_private=False, written_at="2026-11-20T10:00Z",
    )  # fmt: skip
    goal = Goal.objects.create(organisation=pair.organisation, mentorship=pair, title="канарейка летит")
    PlanStep.objects.create(organisation=pair.organisation, goal=goal, title="канарейка", who="mentee")
    pair.module.note = "Беседа с Канарейкиной З. прошла хорошо"
    pair.module.save()
    assert len(re.findall("канарейк", everything(), re.IGNORECASE)) >= 6

    act = erase(child, reason=ErasureReason.ASKED, by=coordinator)

    left = everything().lower()
    assert "канарейк" not in left
    assert "зимородк" not in left
    assert pair.module.__class__.objects.get().note == "Беседа с [данные удалены] прошла хорошо"
    assert (act.number, act.counts["people.Person"]) == (1, {"blanked": 1})
    assert list(audit.broken_links(pair.organisation_id)) == []


def test_words_of_a_need_go_with_the_last_who_had_it(child, pair, coordinator):
    sister = make.ParticipationFactory(module=pair.module)
    for participation, needs in ((child.participations.get(), ("алгебра", "канарейки")), (sister, ("алгебра",))):
        set_profile(participation, values=ProfileValues(needs=needs), by=None)

    erase(child, reason=ErasureReason.ASKED, by=coordinator)

    assert list(Topic.objects.values_list("title", flat=True)) == ["алгебра"]


def test_the_pair_ends_and_the_mentor_is_free(pair, child, coordinator):
    erase(child, reason=ErasureReason.WITHDRAWN, by=coordinator)

    pair.refresh_from_db()
    assert (pair.state, pair.end_reason) == ("dissolved", "other")
    assert child.participations.get().state == "left"
    child.refresh_from_db()
    assert (child.full_name, child.user, str(child.erased_on)) == ("Данные удалены", None, "2026-11-23")


def test_files_go_with_their_rows(pair, child, coordinator, django_capture_on_commit_callbacks, settings):
    consent = child.consents.get()
    consent.scan = store(
        pair.organisation, title="скан Канарейкиной", content=b"canary", content_type="application/pdf", by=None
    )
    consent.save()
    assert [path.read_bytes() for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == [b"canary"]

    with django_capture_on_commit_callbacks(execute=True):
        erase(child, reason=ErasureReason.ASKED, by=coordinator)

    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


def test_a_guardian_of_nobody_else_goes_too_and_one_of_two_stays(child, coordinator, pair):
    sister = make.PersonFactory(organisation=pair.organisation)
    mother, father = (make.PersonFactory(organisation=pair.organisation, adult=True) for _ in range(2))
    for guardian, ward in ((mother, child), (mother, sister), (father, child)):
        Guardianship.objects.create(
            organisation=pair.organisation, guardian=guardian, child=ward, starts_on=pair.started_on
        )

    erase(child, reason=ErasureReason.ASKED, by=coordinator)

    mother.refresh_from_db()
    father.refresh_from_db()
    assert (mother.erased_on, str(father.erased_on)) == (None, "2026-11-23")


def test_who_works_here_or_erases_themself_or_is_gone_is_refused(pair, child, coordinator):
    head = make.PersonFactory(organisation=pair.organisation, adult=True, user=make.staff("head", pair.organisation))
    with pytest.raises(StillResponsible):
        erase(head, reason=ErasureReason.ASKED, by=coordinator)
    with pytest.raises(ErasesThemself):
        erase(child, reason=ErasureReason.ASKED, by=child.user)
    erase(child, reason=ErasureReason.ASKED, by=coordinator)
    with pytest.raises(AlreadyErased):
        erase(child, reason=ErasureReason.ASKED, by=coordinator)


def test_what_a_copy_brings_back_is_erased_again_once(pair, child, coordinator):
    before = {field.attname: getattr(child, field.attname) for field in Person._meta.concrete_fields}
    erase(child, reason=ErasureReason.ASKED, by=coordinator)
    Person.objects.filter(pk=child.pk).update(**before)  # what putting back an older copy does to the row

    assert (replay(), replay()) == (1, 0)

    child.refresh_from_db()
    assert child.full_name == "Данные удалены"
    assert [act.is_replayed for act in child.erasure_acts.order_by("id")] == [False, True]


def test_somebody_new_under_the_same_number_is_left_alone(pair, child, coordinator):
    before = {field.attname: getattr(child, field.attname) for field in Person._meta.concrete_fields}
    erase(child, reason=ErasureReason.ASKED, by=coordinator)
    later = before | {"created_at": before["created_at"].replace(year=2027)}
    Person.objects.filter(pk=child.pk).update(**later)

    assert replay() == 0


def test_the_memory_of_erasures_tells_nothing_of_anybody(pair, child, coordinator, tmp_path):
    erase(child, reason=ErasureReason.ASKED, by=coordinator)

    line = json.loads((tmp_path / tombstones.NAME).read_text())
    assert set(line) == {"row", "reason", "on"}
    assert re.fullmatch("[0-9a-f]{64}", line["row"])


def test_the_act_says_what_the_order_of_the_supervisor_asks_and_no_name(pair, child, coordinator):
    names = child.full_name
    act = erase(child, reason=ErasureReason.PURPOSE_MET, by=coordinator)

    said = "\n".join(text_of(paper_of(act)))
    assert f"запись № {child.pk}" in said
    for needed in ("Оператор", "Причина", "цель достигнута", "имя, дата рождения, пол", "Выгрузка из журнала"):
        assert needed in said
    assert not any(part in said for part in names.split())


def test_nothing_but_rows_without_a_name_is_held_afterwards(pair, child, coordinator):
    erase(child, reason=ErasureReason.ASKED, by=coordinator)

    told = {one.table.model: one.rows for one in held_about(child)}
    words = set(itertools.chain.from_iterable(told["people.Person"]))
    assert words == {"Данные удалены", ""}
