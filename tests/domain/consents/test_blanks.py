"""A consent by link names its operator: what is not written down is signed with a pen only."""

import pytest

from nastavnik.domain.consents import actions, queries
from nastavnik.domain.consents.enums import ConsentKind
from nastavnik.domain.consents.errors import LinkNotEnough, TextHasBlank
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.organisations.actions import edit_organisation
from nastavnik.domain.organisations.errors import RequisitesMissing
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PROCESSING, PUBLICATION = ConsentKind.PROCESSING, ConsentKind.PUBLICATION
ADDRESS = "г. Заозёрск, ул. Школьная, 1"


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def organisation(by):
    """It took answers by link before anybody looked at its address."""
    organisation = by.person.organisation
    organisation.consent_by_link = True
    organisation.save()
    return organisation


def write_down(organisation, by, **fields):
    organisation.refresh_from_db()
    return edit_organisation(organisation, fields, version=organisation.version, by=by)


@pytest.mark.parametrize(
    ("filled", "named"), [({}, "ИНН, юридический адрес"), ({"inn": "7700000000"}, "юридический адрес")]
)
def test_answers_by_link_are_not_switched_on_while_the_operator_is_not_named(by, filled, named):
    with pytest.raises(RequisitesMissing) as refused:
        write_down(by.person.organisation, by, consent_by_link=True, **filled)

    assert refused.value.params == {"fields": named}
    write_down(by.person.organisation, by, consent_by_link=True, inn="7700000000", legal_address=ADDRESS)
    with pytest.raises(RequisitesMissing):
        write_down(by.person.organisation, by, legal_address=" ")


def test_words_with_a_blank_are_signed_by_no_link(by, organisation):
    child = make.PersonFactory(organisation=organisation)
    request, _secret = actions.request_consents(child, kinds=[PROCESSING], by=by)

    assert not queries.can_be_signed_by_link(request, request.asked.get())
    with pytest.raises(LinkNotEnough):
        actions.answer_request(request, [PROCESSING], signer_name="Аистова Вера")

    assert Consent.objects.count() == 0


def test_what_is_written_down_later_stands_in_the_next_version(by, organisation):
    first = actions.text_in_use(organisation, PUBLICATION)
    with pytest.raises(RequisitesMissing) as refused:
        actions.require_no_blanks(organisation, [PUBLICATION])
    assert refused.value.params == {"fields": "юридический адрес, где публикуете"}

    organisation = write_down(
        organisation, by, inn="7700000000", legal_address=ADDRESS, publication_places="school.example"
    )
    actions.require_no_blanks(organisation, [PUBLICATION])
    second = actions.text_in_use(organisation, PUBLICATION)

    first.refresh_from_db()
    assert (first.has_blank, second.has_blank, second.number) == (True, False, 2)
    assert (first.retired_on, actions.text_in_use(organisation, PUBLICATION)) == (second.published_on, second)


def test_a_draft_with_a_blank_is_not_published(by, organisation):
    with pytest.raises(TextHasBlank):
        actions.publish_draft(actions.draft_text(organisation, PROCESSING, by=by), by=by)
