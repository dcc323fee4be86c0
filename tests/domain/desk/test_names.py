"""Who is named as a pair in the queue."""

from datetime import date

import pytest

from nastavnik.domain.desk.queries.support import names
from nastavnik.domain.mentorships.models import Mentorship
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_mentor_who_left_is_not_named_as_of_the_pair(now):
    pair = make.active_pair()
    child = pair.members.get(role="mentee").person
    pair.members.filter(role="mentor").update(ends_on=date(2026, 11, 22), has_left=True)

    row = Mentorship.objects.prefetch_related("members__person").get(pk=pair.pk)

    assert names(row) == child.list_name
