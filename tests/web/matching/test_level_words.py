"""The goals are called what they count: the weakest pair leaves some out, the total of a second matching adds some."""

import pytest

from nastavnik.core import jobs
from nastavnik.domain.matching import actions
from tests.domain.matching.scene import TODAY, mentee, mentor, solved
from tests.web.matching.asking import page, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
KEPT = "с учётом сохранённых пар"
WORST = "амая слабая пара (кроме закреплённых и взаимных)"


def pages(client, run, child, spare):
    """The proposal, a price and a comparison."""
    price = page("price", run.pk, child.pk) + f"?kind=swap&mentor={spare.pk}"
    return [text(client, page("run", run.pk)), text(client, price), text(client, page("compare", run.pk))]


def test_goals_of_a_first_and_of_a_second_matching(client, module):
    child, first, second = mentee(module), mentor(module), mentor(module)
    run = solved(module)
    spare = second if run.proposals.get().mentor == first else first
    told = pages(client, run, child, spare)
    assert all(WORST in one for one in told)
    assert not any(KEPT in one for one in told)
    actions.publish(run, on=TODAY, by=None)

    again = actions.run(module, as_of=TODAY, by=None, rematch=True)
    jobs.run_due()

    _studio, price, comparison = pages(client, again, child, spare)
    assert KEPT in price
    assert KEPT in comparison
    again.refresh_from_db()
    swap = {"kind": "swap", "mentor": spare.pk, "version": again.version}
    assert client.post(page("price", again.pk, child.pk), swap).status_code == 303
    assert KEPT in text(client, page("run", again.pk))
    assert KEPT in text(client, page("decisions", again.pk))
