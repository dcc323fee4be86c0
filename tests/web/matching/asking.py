"""How these tests ask for pages."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

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
