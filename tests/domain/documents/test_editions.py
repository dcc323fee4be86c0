"""What was issued never changes; it gives way to a new edition that starts and issues nothing twice."""

from datetime import date

import pytest

from nastavnik.core.errors import ForbiddenTransition
from nastavnik.domain.documents import actions, adapter, queries
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import AlreadyInOrder, GoesWithOrder, NumberTaken
from nastavnik.domain.documents.models import Document, LegalGround
from nastavnik.domain.files.queries import read
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.actions import propose
from nastavnik.domain.programmes.enums import ProgrammeState
from tests.domain.documents import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.designed()


def issued(place, code="regulation_order", number="42-ОД"):
    order = actions.prepare(code, programme=place.programme, number=number, dated_on=scene.TODAY, by=place.coordinator)
    actions.submit(order, by=place.coordinator)
    return actions.approve(order, by=place.head)


def pairs_order(place, number="50-ОД"):
    pair = scene.confirmed(place)
    order = actions.prepare_order(
        place.module, mentorships=[pair], number=number, dated_on=scene.TODAY, by=place.coordinator
    )
    actions.submit(order, by=place.coordinator)
    return actions.approve(order, by=place.head)


def everything(document):
    """All that is kept of a paper and of its appendices: bytes and data."""
    papers = [Document.objects.get(pk=document.pk), *queries.appendices_of(document)]
    return [(one.context, one.title, one.sections, read(one.docx), read(one.pdf)) for one in papers]


@pytest.mark.parametrize("code", ["introduction_order", "regulation_order"])
@pytest.mark.parametrize("proposed", [False, True])
def test_approving_the_order_on_a_programme_agrees_it(place, code, proposed):
    if proposed:
        propose(place.programme, by=place.coordinator)

    order = issued(place, code)

    place.programme.refresh_from_db()
    assert place.programme.state == ProgrammeState.AGREED
    assert {one.state for one in queries.appendices_of(order)} == {DocumentState.ISSUED}


def test_a_programme_that_runs_already_goes_on_running(place):
    place.programme.state = ProgrammeState.RUNNING
    place.programme.save()

    issued(place)

    place.programme.refresh_from_db()
    assert place.programme.state == ProgrammeState.RUNNING


def test_what_is_issued_stays_the_same_whatever_becomes_of_the_rows(place):
    order = issued(place)
    before = everything(order)

    place.programme.title, place.programme.goal = "Совсем другая", "Другая цель"
    place.programme.save()
    place.module.delete()
    place.organisation.title = place.organisation.short_title = "Другая школа"
    place.organisation.head_post = "ректор"
    place.organisation.save()
    Person.objects.filter(organisation=place.organisation).update(surname="Другая")
    for act in LegalGround.objects.filter(organisation=place.organisation):
        LegalGround.objects.filter(pk=act.pk).update(title=f"другой акт {act.pk}", in_force_to=date(2020, 1, 1))
    order = Document.objects.get(pk=order.pk)
    attempts = [
        lambda: actions.edit_paper(order, number="1", dated_on=scene.TODAY, version=order.version, by=None),
        lambda: actions.refresh(order, by=None),
        lambda: actions.write_section(order, "preamble", "x", version=order.version, by=None),
        lambda: actions.restore_section(order, "preamble", version=order.version, by=None),
        lambda: actions.add_appendix(order, "regulation", by=None),
        lambda: actions.refresh(queries.appendices_of(order).first(), by=None),
        lambda: actions.correct_name(
            order, person=Person.objects.first(), case="dative", forms={"surname": "X"}, by=None
        ),
        lambda: actions.discard(order, by=None),
        lambda: actions.submit(order, by=None),
    ]
    for attempt in attempts:
        with pytest.raises(ForbiddenTransition):
            attempt()

    assert everything(order) == before


def test_a_new_edition_takes_the_place_of_the_old_one_when_it_is_issued(place):
    order = issued(place)
    old = everything(order)
    Person.objects.filter(pk=place.head.persons.get().pk).update(surname="Нижнекамская")

    edition = actions.new_edition(order, by=place.coordinator)

    assert (edition.number, edition.edition, edition.dated_on) == ("42-ОД", 2, order.dated_on)
    assert (edition.state, order.state) == (DocumentState.DRAFT, DocumentState.ISSUED)
    assert [one.replaces.appendix_to_id for one in queries.appendices_of(edition)] == [order.pk] * len(
        queries.appendices_of(order)
    )
    assert any("Нижнекамская" in line for change in adapter.changes_of(edition) for line in change.after)
    assert actions.new_edition(order, by=place.coordinator) == edition
    actions.submit(edition, by=place.coordinator)
    actions.approve(edition, by=place.head)

    order.refresh_from_db()
    assert order.state == DocumentState.REPLACED
    assert {one.state for one in queries.appendices_of(order)} == {DocumentState.REPLACED}
    assert {one.state for one in queries.appendices_of(edition)} == {DocumentState.ISSUED}
    assert everything(order) == old
    assert queries.replaced_by(order) == edition


def test_words_by_hand_and_answers_go_over_into_the_new_edition(place):
    own = actions.prepare("regulation", programme=place.programme, dated_on=scene.TODAY, by=place.coordinator)
    code = next(section.code for section in adapter.kept_paper(own).sections if section.is_editable)
    actions.write_section(own, code, "Наши слова.", version=own.version, by=None)
    order = issued(place)

    edition = actions.new_edition(order, by=place.coordinator)

    kept = queries.appendices_of(edition).get(kind="regulation")
    assert kept.sections == {code: "Наши слова."}
    assert adapter.changes_of(edition) == ()


def test_the_number_of_an_edition_is_its_own_alone(place):
    order = issued(place)
    edition = actions.new_edition(order, by=place.coordinator)

    with pytest.raises(NumberTaken):
        actions.prepare("coordinator_order", programme=place.programme, number="42-ОД", dated_on=scene.TODAY, by=None)
    edited = actions.edit_paper(
        edition, number="60-ОД", dated_on=date(2026, 11, 24), version=edition.version, by=place.coordinator
    )

    assert (edited.number, edited.year) == ("60-ОД", 2026)


def test_a_new_edition_of_an_order_on_pairs_starts_nothing_again(place):
    order = pairs_order(place)
    pair = order.mentorships.get()
    started = pair.state_changes.filter(action="start").count()

    edition = actions.new_edition(order, by=place.coordinator)
    actions.submit(edition, by=place.coordinator)
    actions.approve(edition, by=place.head)

    pair.refresh_from_db()
    assert (pair.state, pair.started_on) == (MentorshipState.ACTIVE, scene.TODAY)
    assert pair.state_changes.filter(action="start").count() == started == 1
    assert Document.objects.get(pk=order.pk).state == DocumentState.REPLACED
    with pytest.raises((AlreadyInOrder, actions.order.NotAgreed)):
        actions.prepare_order(place.module, mentorships=[pair], number="9", dated_on=scene.TODAY, by=None)


def test_a_new_edition_of_a_certificate_is_no_second_certificate(place):
    member = scene.member(scene.completed(place), "mentor")
    first = actions.issue_certificate(member, dated_on=scene.TODAY, by=place.coordinator, base="http://school.test/")
    told = Message.objects.filter(kind="certificate_issued").count()

    edition = actions.new_edition(first, by=place.coordinator)
    actions.issue(edition, by=place.coordinator)

    assert (edition.number, edition.edition) == (first.number, 2)
    assert edition.check_code != first.check_code
    assert Document.objects.get(pk=first.pk).state == DocumentState.REPLACED
    assert actions.issue_certificate(member, dated_on=scene.TODAY, by=place.coordinator) == edition
    assert Message.objects.filter(kind="certificate_issued").count() == told
    old = queries.by_check_code(first.check_code)
    assert (old.is_revoked, old.is_replaced) == (True, True)
    found = queries.by_check_code(edition.check_code)
    assert (found.is_revoked, found.name) == (False, member.person.full_name.__str__())


def test_a_discarded_edition_leaves_the_old_one_and_another_may_be_begun(place):
    order = issued(place)
    edition = actions.new_edition(order, by=place.coordinator)

    actions.discard(edition, by=place.coordinator)
    again = actions.new_edition(order, by=place.coordinator)

    assert again.pk != edition.pk
    assert again.edition == 2
    assert Document.objects.get(pk=order.pk).state == DocumentState.ISSUED


def test_an_edition_of_what_was_revoked_meanwhile_replaces_nothing(place):
    order = issued(place)
    edition = actions.new_edition(order, by=place.coordinator)
    actions.revoke(order, note="ошибка", by=place.head)

    actions.submit(edition, by=place.coordinator)
    actions.approve(edition, by=place.head)

    assert Document.objects.get(pk=order.pk).state == DocumentState.REVOKED
    with pytest.raises(ForbiddenTransition):
        actions.new_edition(order, by=place.coordinator)


def test_an_appendix_is_renewed_and_revoked_with_its_order(place):
    order = issued(place)
    appendix = queries.appendices_of(order).first()
    for attempt in (
        lambda: actions.new_edition(appendix, by=None),
        lambda: actions.revoke(appendix, note="x", by=None),
    ):
        with pytest.raises(GoesWithOrder):
            attempt()

    actions.revoke(order, note="ошибка", by=place.head)

    assert {one.state for one in queries.appendices_of(order)} == {DocumentState.REVOKED}


def test_sent_back_with_its_appendices_and_its_words(place):
    order = actions.prepare(
        "regulation_order", programme=place.programme, number="7", dated_on=scene.TODAY, by=place.coordinator
    )
    actions.submit(order, by=place.coordinator)

    actions.send_back(order, note="исправьте срок", by=place.head)

    assert order.state == DocumentState.DRAFT
    assert {one.state for one in queries.appendices_of(order)} == {DocumentState.DRAFT}
    assert queries.last_note(order).note == "исправьте срок"
    place.programme.refresh_from_db()
    assert place.programme.state == ProgrammeState.PREPARING
