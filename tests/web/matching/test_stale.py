"""A proposal overtaken by another one stands as a page, whatever was suggested meanwhile."""

import pytest

from nastavnik.domain.matching import actions
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.matching.scene import TODAY, mentee, mentor, solved
from tests.web.matching.asking import page, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.mark.parametrize("places", [1, 2])
def test_a_suggestion_of_somebody_still_free_beside_an_overtaken_proposal(client, module, places):
    for _number in range(2):
        mentee(module)
    helper = mentor(module, values={"places": places})
    published, overtaken = solved(module), solved(module)
    actions.publish(published, on=TODAY, by=None)
    free = mentee(module)
    by = make.staff(RoleCode.TEACHER, module.organisation)
    actions.suggest(module, mentee=free, mentor=helper, way=Way.TEACHER_PROPOSAL, by=by)

    assert "Данные изменились" in text(client, page("run", overtaken.pk))
    assert client.get(page("candidates", overtaken.pk, free.pk)).status_code == 200


def test_a_proposal_whose_data_have_no_proof_says_so(client, module):
    mentee(module), mentor(module)
    run = solved(module)
    run.certificate = {"levels": [], "changed_by_hand": True}
    run.save(update_fields=["certificate"])

    content = text(client, page("run", run.pk))

    assert "Доказательства для этих данных нет" in content
    assert "Слева то, что доказано" not in content
