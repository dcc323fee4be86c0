"""How these tests ask for pages."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.people.actions import enrol_in_group
from tests import factories as make

HTMX = {"HX-Request": "true"}


def page(name, *args):
    return reverse(f"matching:{name}", args=args)


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def queries_of(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def in_class(participation, title):
    """The participant's person is in a class of this year."""
    school = participation.organisation
    group = make.StudyGroupFactory(academic_year__organisation=school, title=title, grade=int(title[:-1]))
    enrol_in_group(participation.person, study_group=group, starts_on=date(2026, 9, 1), by=None)
