"""Whatever is posted at the pages of an application is answered with a page: a sentence, never a crash."""

import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nastavnik.domain.intake.pages import EXTRAS, PAGES
from nastavnik.web.shell.application_fields import FIELDS, Around, WeekField
from nastavnik.web.shell.application_form import ApplicationForm
from tests import factories as make
from tests.effort import examples

NASTY = st.sampled_from(
    ["", " ", "0", "-1", "²", "9" * 400, "\0", "\U0001f98a", "‮", "=1+1", "<b>", "2014-02-31",
     "0001-01-01", "31.12.9999",
     "1-540-780", "1-540", "8-0-99999", "yes", "mentor", "mentee", "self", "guardian", "in_person", "а" * 5000, "a@b",
     "мама@почта.рф", "+7 900", "8 900 123-45-67", "1,2;3", "разобраться с предметом",
     "comfort,worried,what", "wish", "None", "null", "[]", "{}"]
)  # fmt: skip
VALUES = st.lists(NASTY | st.text(max_size=60), max_size=4)
NAMES = sorted(FIELDS)
OWN = ("seen", "comfort", "comfort__comment", "worried", "what", "wish")
POSTED = st.dictionaries(st.sampled_from([*NAMES, "later", "back", "at", "code", "reason", *OWN]), VALUES, max_size=8)
OFFERED = ("разобраться с предметом", "не бояться выступать")


def form_of(page, posted, said, setting):
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    for name, values in posted.items():
        data.setlist(name, values)
    around = Around(offered=OFFERED, said=OFFERED, groups=None, roles=setting.roles)
    return ApplicationForm(data, pages=(page,), said=said, setting=setting, around=around)


@settings(max_examples=examples(1500), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PAGES), POSTED, st.sampled_from(["mentee", "mentor", ""]), st.none() | st.integers(0, 99))
def test_a_form_of_any_page_says_what_is_wrong_or_gives_clean_answers(page, posted, role, age):
    from nastavnik.domain.intake.pages import Said, Setting

    form = form_of(page, posted, Said(role=role, age=age, needs=2), Setting(extras=frozenset(EXTRAS)))

    if form.is_valid():
        assert set(form.answers) <= set(FIELDS)
        json.dumps(form.answers, default=str)
    else:
        assert all(str(error).strip() for errors in form.errors.values() for error in errors)


@settings(max_examples=examples(500), deadline=None)
@given(st.lists(st.sampled_from([choice for choice, _title in WeekField().choices]), unique=True))
def test_ticked_hours_come_back_as_they_were_ticked(ticked):
    field = WeekField(required=False)

    kept = field.clean(ticked)

    assert sorted(field.prepare_value(kept) or []) == sorted(ticked)
    assert all(1 <= day <= 7 and start < end for day, start, end in kept or [])


@pytest.fixture
def begun(now):
    cache.clear()
    intake = make.IntakeFactory(extra_pages=list(EXTRAS))
    asked = make.questionnaire(intake.organisation, purpose="application")
    intake.mentee_questions = intake.mentor_questions = asked
    intake.save()
    phone = Client(raise_request_exception=True)
    phone.post(reverse("public:apply", args=[intake.token]))
    phone.post(reverse("public:apply_page", args=[intake.token, "role"]), {"role": "mentee"})
    return intake, phone


@pytest.mark.django_db
@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [*(page.code for page in PAGES), "more-1", "more-2", "more-9", "more-²", "check", "sent", "code", "nowhere"]
    ),
    POSTED,
)
def test_every_page_of_the_journey_answers_whatever_is_posted(begun, code, posted):
    intake, phone = begun

    answer = phone.post(reverse("public:apply_page", args=[intake.token, code]), posted)

    assert answer.status_code in (200, 302, 303, 404, 405, 409, 410, 422)
    if answer.status_code == 422:
        assert "error" in answer.content.decode()
    if answer.status_code == 303:
        assert phone.get(answer["Location"]).status_code in (200, 302, 303, 404)


@pytest.mark.django_db
@settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NASTY | st.text(max_size=250))
def test_no_code_that_somebody_types_breaks_the_page(begun, typed):
    cache.clear()

    answers = [
        begun[1].post(reverse(name), {"code": typed}) for name in ("public:apply_by_code", "public:apply_continue")
    ]

    assert {answer.status_code for answer in answers} == {422}
