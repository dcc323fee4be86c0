"""Where a change of a pair leads: the focus goes with the address."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from nastavnik.web.matching import coming_back


@pytest.mark.parametrize(("kind", "place"), [("unpin", "h-pin"), ("lift_ban", "h-ban"), ("swap", "trail")])
def test_from_the_list_of_decisions_one_comes_back_to_their_kind(kind, place):
    request = RequestFactory().post("/", {"from": "decisions"})

    assert coming_back.after(request, 3, kind, "7") == reverse("matching:decisions", args=[3]) + f"#{place}"


def test_from_the_proposal_one_comes_back_to_the_row():
    request = RequestFactory().post("/", {"show": "weak"})

    assert coming_back.after(request, 3, "swap", "7") == reverse("matching:run", args=[3]) + "?show=weak&at=7#r-7"
