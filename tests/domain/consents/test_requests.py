"""Asking by link and by code, answering, refusing; a new text beside the former one."""

from datetime import date, timedelta

import pytest

from nastavnik.core import clock
from nastavnik.domain.consents import actions, queries
from nastavnik.domain.consents.enums import ConsentKind, SigningMethod
from nastavnik.domain.consents.errors import LinkNotEnough, NotOpen, SignedByTheChild, SignerUnnamed
from nastavnik.domain.consents.models import Consent, ConsentRequest
from nastavnik.domain.consents.queries import agreed_to, is_processable
from nastavnik.domain.people.actions import add_guardian
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from tests import factories as make
from tests.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)
PROCESSING, PARTICIPATION = ConsentKind.PROCESSING, ConsentKind.PARTICIPATION
NAME = "Аистова Вера"


@pytest.fixture
def by():
    user = make.staff(RoleCode.COORDINATOR)
    user.person.organisation.consent_by_link = True
    user.person.organisation.legal_address = "г. Заозёрск, ул. Школьная, 1"
    user.person.organisation.save()
    return user


@pytest.fixture
def child(by):
    return make.PersonFactory(organisation=by.person.organisation)


def test_a_link_answers_each_consent_by_itself(by, child):
    request, secret = actions.request_consents(child, kinds=[PROCESSING, PARTICIPATION], by=by)

    found = queries.by_link(secret)
    assert (found, found.party, queries.by_link("чужая")) == (request, "guardian", None)
    actions.answer_one(found, PROCESSING, agreed=True, signer_name=NAME)
    assert is_processable(child, ON)
    assert not ConsentRequest.objects.get().answered_at
    actions.answer_one(found, PARTICIPATION, agreed=False)

    found.refresh_from_db()
    assert (found.answered_at, found.refused_at) == (clock.now(), None)
    signature = Consent.objects.get().signatures.get()
    assert (signature.party, signature.method, signature.signer_name) == ("guardian", SigningMethod.LINK, NAME)
    assert Consent.objects.get().text.number == 1
    with pytest.raises(NotOpen):
        actions.answer_one(found, PARTICIPATION, agreed=True, signer_name=NAME)


def test_who_refuses_gives_no_reason_and_nothing_is_signed(by, child):
    request, _secret = actions.request_consents(child, by=by)

    actions.refuse_request(request)

    request.refresh_from_db()
    assert request.refused_at == request.answered_at == clock.now()
    assert (Consent.objects.count(), request.refusal_reason) == (0, "")


def test_a_link_signs_nothing_where_the_organisation_takes_paper_only(by, child):
    child.organisation.consent_by_link = False
    child.organisation.save()
    request, _secret = actions.request_consents(child, by=by)

    with pytest.raises(LinkNotEnough):
        actions.answer_request(request, [PROCESSING], signer_name=NAME)
    actions.answer_one(request, PROCESSING, agreed=False)

    assert Consent.objects.count() == 0


def test_a_workers_consent_is_never_given_by_link(by):
    worker = make.PersonFactory(organisation=by.person.organisation, adult=True)
    request, _secret = actions.request_consents(worker, kinds=[ConsentKind.EMPLOYEE], by=by)

    assert request.party == "adult"
    with pytest.raises(LinkNotEnough):
        actions.answer_request(request, [ConsentKind.EMPLOYEE], signer_name=NAME)


@pytest.mark.parametrize("name", ["", "Вера", "  "])
def test_who_signs_says_their_name(by, child, name):
    request, _secret = actions.request_consents(child, by=by)

    with pytest.raises(SignerUnnamed):
        actions.answer_one(request, PROCESSING, agreed=True, signer_name=name)


def test_a_newer_request_a_new_link_and_time_close_the_former(by, child):
    former, first = actions.request_consents(child, by=by)
    request, second = actions.request_consents(child, by=by)
    assert queries.by_link(first) is None
    with pytest.raises(NotOpen):
        actions.renew_link(former, by=by)

    third = actions.renew_link(request, by=by)

    assert (queries.by_link(second), queries.by_link(third)) == (None, request)
    with clock.fixed(NOW + timedelta(days=61)), pytest.raises(NotOpen):
        actions.answer_one(queries.by_link(third), PROCESSING, agreed=True, signer_name=NAME)


def test_from_fourteen_two_are_asked_and_both_must_agree(by):
    child = make.PersonFactory(organisation=by.person.organisation, birth_date=date(2011, 5, 1))
    mother = make.PersonFactory(organisation=child.organisation, adult=True)
    add_guardian(child, guardian=mother, starts_on=date(2026, 9, 1), by=by)

    made = actions.request_for_many([child], kinds=[PROCESSING], by=by)

    assert [(request.party, request.signer) for request, _secret in made] == [("guardian", mother), ("child", child)]
    for (request, _secret), opens in zip(made, (False, True), strict=True):
        actions.answer_request(request, [PROCESSING], signer_name=NAME)
        assert is_processable(child, ON) is opens


def test_a_code_is_found_however_it_is_typed_and_in_ones_own_organisation_only(by, child):
    request, _secret = actions.request_consents(child, by=by)

    assert queries.by_code(by, request.code.lower().replace("-", " ")) == request
    assert queries.by_code(by, "нет") is None
    assert queries.by_code(make.staff(RoleCode.COORDINATOR), request.code) is None


def test_a_new_text_is_signed_beside_the_former_until_all_have_signed(by):
    child = make.PersonFactory(organisation=by.person.organisation, birth_date=date(2011, 5, 1))
    for request, _secret in actions.request_for_many([child], kinds=[PROCESSING], by=by):
        actions.answer_request(request, [PROCESSING], signer_name=NAME)
    actions.publish_draft(actions.draft_text(child.organisation, PROCESSING, by=by), by=by)

    (guardian, _s), (own, _t) = actions.request_for_many([child], kinds=[PROCESSING], by=by)
    actions.answer_request(guardian, [PROCESSING], signer_name=NAME)
    assert is_processable(child, ON)
    actions.answer_request(own, [PROCESSING], signer_name=NAME)

    assert is_processable(child, ON)
    rows = Consent.objects.order_by("id").values_list("text__number", "withdrawn_on")
    assert list(rows) == [(1, ON), (2, None)]


def test_withdrawing_ends_every_consent_of_the_kind_and_what_is_asked(by, child):
    first, _secret = actions.request_consents(child, kinds=[PROCESSING], until=date(2026, 12, 31), by=by)
    actions.answer_request(first, [PROCESSING], signer_name=NAME)
    again, _secret = actions.request_consents(child, kinds=[PROCESSING], until=date(2027, 8, 31), by=by)
    actions.answer_request(again, [PROCESSING], signer_name=NAME)
    waiting, _secret = actions.request_consents(child, kinds=[PROCESSING], by=by)
    old, new = Consent.objects.order_by("id")
    assert (old.withdrawn_on, new.starts_on) == (date(2027, 1, 1), date(2027, 1, 1))
    assert is_processable(child, date(2027, 8, 31))

    actions.withdraw_consent(old, on=ON, by=by)

    assert [is_processable(child, day) for day in (ON, date(2026, 12, 31), date(2027, 2, 1))] == [False] * 3
    waiting.refresh_from_db()
    assert waiting.called_off_at


def test_other_kinds_open_no_gate_and_an_adult_agrees_for_themself(by, child):
    grown = make.PersonFactory(organisation=by.person.organisation, adult=True)
    for person in (child, grown):
        request, _secret = actions.request_consents(person, kinds=[PARTICIPATION], by=by)
        actions.answer_request(request, [PARTICIPATION], signer_name=NAME)

    assert not is_processable(child, ON)
    assert set(Person.objects.filter(agreed_to(PARTICIPATION, ON))) == {child, grown}
    assert not Person.objects.filter(queries.publishable(ON)).exists()


def test_a_draft_may_come_before_the_first_text_and_takes_the_next_number(by):
    organisation = by.person.organisation
    draft = actions.draft_text(organisation, PROCESSING, by=by)
    assert (draft.number, actions.draft_text(organisation, PROCESSING, by=by)) == (1, draft)

    used = actions.text_in_use(organisation, PROCESSING)
    actions.publish_draft(draft, by=by)

    assert (used.number, draft.number, actions.text_in_use(organisation, PROCESSING)) == (2, 3, draft)


@pytest.fixture
def ward(by):
    """A child whose card names one parent."""
    child = make.PersonFactory(
        organisation=by.person.organisation, surname="Ветлугин", given_name="Тимофей", patronymic="Олегович"
    )
    mother = make.PersonFactory(
        organisation=child.organisation, adult=True, surname="Ветлугина", given_name="Мария", patronymic="Павловна"
    )
    add_guardian(child, guardian=mother, starts_on=date(2026, 9, 1), by=by)
    return child


@pytest.mark.parametrize("name", ["Ветлугин Тимофей Олегович", "тимофей  ВЕТЛУГИН", "Олегович Тимофей Ветлугин"])
def test_a_child_signs_for_no_parent(by, ward, name):
    request, _secret = actions.request_consents(ward, kinds=[PROCESSING], by=by)

    with pytest.raises(SignedByTheChild):
        actions.answer_one(request, PROCESSING, agreed=True, signer_name=name)

    assert Consent.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "differs"),
    [("Ветлугина Мария Павловна", False), ("мария ветлугина", False), ("Пупкина Анна Ивановна", True)],
)
def test_a_signature_of_another_name_is_kept_and_marked(by, ward, name, differs):
    request, _secret = actions.request_consents(ward, kinds=[PROCESSING], by=by)

    actions.answer_one(request, PROCESSING, agreed=True, signer_name=name)

    signature = Consent.objects.get().signatures.get()
    assert (signature.signer_name, signature.differs, signature.signer.given_name) == (name, differs, "Мария")


def test_of_two_parents_the_one_who_signed_is_written_down_and_a_third_is_marked(by, ward):
    father = make.PersonFactory(
        organisation=ward.organisation, adult=True, surname="Ветлугин", given_name="Тимофей", patronymic="Ильич"
    )
    add_guardian(ward, guardian=father, starts_on=date(2026, 9, 1), by=by)
    request, _secret = actions.request_consents(ward, kinds=[PROCESSING, PARTICIPATION], by=by)

    actions.answer_one(request, PROCESSING, agreed=True, signer_name="Ветлугин Тимофей Ильич")
    actions.answer_one(request, PARTICIPATION, agreed=True, signer_name="Пупкина Анна")

    signed = [consent.signatures.get() for consent in Consent.objects.order_by("id")]
    assert [(one.signer, one.differs) for one in signed] == [(father, False), (None, True)]
