"""A child of the invented school is erased: of the words about the child nothing is left, and what was signed stays."""

import io
import re
import shutil
import zipfile
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.conf import settings
from django.core.serializers import serialize
from django.db import connection
from django.db.models import JSONField
from django.test import Client
from django.urls import reverse

from nastavnik.domain.documents.models import Document
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import place
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import demo_users
from nastavnik.domain.privacy.actions import erase
from nastavnik.domain.privacy.declared import FILE, IMPERSONAL, TABLES, Each
from nastavnik.domain.privacy.declared.papers import SIGNED
from nastavnik.domain.privacy.enums import ErasureReason, Fate
from nastavnik.domain.privacy.queries import rows_about

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CANARY = "канарейка"
WORDS = {"CharField", "TextField", "EmailField"}


@pytest.fixture(autouse=True)
def _apart(_quick_and_apart, settings, folder, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = shutil.copytree(folder, tmp_path / "copied")


def is_words(model, name):
    field = model._meta.get_field(name)
    return field.get_internal_type() in WORDS and not field.choices and not field.unique


@contextmanager
def words_may_change():
    """The database lets nobody change what was said; here it is made to, so that the canary stands there too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'conversations_words_kept'")
        [[rule]] = cursor.fetchall()
        cursor.execute("DROP TRIGGER conversations_words_kept")
        yield
        cursor.execute(rule)


def put_into(model, rows, names):
    """The canary in every field of words of these rows; returns into how many fields."""
    wordy = [name for name in names if is_words(model, name)]
    for row in rows:
        changes = {name: f"{CANARY} {row.pk}"[: model._meta.get_field(name).max_length] for name in wordy}
        for name in names:
            if isinstance(model._meta.get_field(name), JSONField) and isinstance(getattr(row, name), dict):
                changes[name] = {**getattr(row, name), "said": CANARY}
        if changes:
            rows.filter(pk=row.pk).update(**changes)
    return len(wordy) * len(rows)


def everything():
    """All rows of all our tables, as text; signed papers are listed by the act and left out."""
    for model in apps.get_models():
        if model.__module__.startswith("nastavnik."):
            rows = model._default_manager.all()
            yield (
                model._meta.label,
                serialize("json", rows.exclude(state__in=SIGNED) if model is Document else rows, ensure_ascii=False),
            )


def frozen():
    """Signed papers: what they were made of and their bytes."""
    return {
        paper.pk: (paper.context, [place(file).read_bytes() for file in (paper.docx, paper.pdf) if file])
        for paper in Document.objects.filter(state__in=SIGNED).select_related("docx", "pdf")
    }


def child_of_the_story():
    """The one of whom most tables tell, in a pair at work."""
    children = Person.objects.filter(memberships__mentorship__state="active", memberships__role="mentee").distinct()
    told_of = {child: sum(rows_about(table, child).exists() for table in TABLES) for child in children[:12]}
    return max(told_of, key=lambda one: (told_of[one], -one.pk))


def fill_others_words(organisation, named):
    """The name in one row of every table in which others write."""
    for declared in IMPERSONAL:
        model = apps.get_model(declared.model)
        names = [name for name in declared.words if is_words(model, name)]
        if names:
            first = model._default_manager.order_by("pk")
            if "organisation" in {field.name for field in model._meta.get_fields()}:
                first = first.filter(organisation=organisation)
            first.filter(pk__in=list(first.values_list("pk", flat=True)[:1])).update(
                **{name: named[: model._meta.get_field(name).max_length] for name in names}
            )


def fill(child):
    filled = 0
    for table in TABLES:
        if table.fate != Fate.KEPT and table.model != "people.Person":
            model = apps.get_model(table.model)
            plain = [
                name
                for name, after in (*((one, "") for one in table.gone), *table.blanked.items())
                if after is not FILE and not isinstance(after, Each)
            ]
            ids = list(rows_about(table, child).values_list("pk", flat=True))
            filled += put_into(model, model._default_manager.filter(pk__in=ids), plain)
    fill_others_words(child.organisation, f"Беседа: {child.full_name} рада, {child.list_name}")
    return filled


def opened(name):
    """Every page of the menu of these three, and the tables that leave the house."""
    by_role = {one.role: one.user for one in demo_users() if one.organisation and one.organisation.kind == "school"}
    for role in ("coordinator", "head", "mentor"):
        browser = Client()
        browser.force_login(by_role[role], backend="django.contrib.auth.backends.ModelBackend")
        for link in browser.get("/").context["frame"].menu:
            yield role, link.url, browser.get(link.url, follow=True)
        if role == "coordinator":
            for path, said in leaving(name):
                yield role, path, browser.post(path, said, follow=True)


def leaving(name):
    """Tables that leave the house, and lists searched for the child's first name."""
    for register in ("mentee", "mentor"):
        for form in ("xlsx", "csv"):
            yield reverse("registers:export"), {"register": register, "format": form}
    yield reverse("registers:index"), {"text": name}
    yield reverse("people:index"), {"text": name}


def test_of_an_erased_child_nothing_is_left_but_what_was_signed(told, django_capture_on_commit_callbacks, caplog):
    child = child_of_the_story()
    given, surname = child.given_name, child.surname
    names = [CANARY, re.escape(surname), re.escape(given) + r" [А-Я]\w+(?:вич|вна|ична)"]
    found = re.compile("|".join(names), re.IGNORECASE)
    with words_may_change():
        assert fill(child) > 40
    before = frozen()
    assert sum(len(found.findall(text)) for _label, text in everything()) > 60

    with django_capture_on_commit_callbacks(execute=True):
        act = erase(child, reason=ErasureReason.ASKED, by=None)

    assert {label: found.findall(text)[:3] for label, text in everything() if found.search(text)} == {}
    assert frozen() == before
    assert {one["id"] for one in act.kept_papers} <= before.keys()
    assert found.search(caplog.text) is None
    assert files_without_rows() == []
    pages = list(opened(given))
    assert [(role, path, page.status_code) for role, path, page in pages if page.status_code != 200] == []
    assert [(role, path) for role, path, page in pages if found.search(body(page))] == []


def body(page):
    content = b"".join(page.streaming_content) if page.streaming else page.content
    if content.startswith(b"PK"):  # a workbook
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"".join(book.read(name) for name in book.namelist())
    return content.decode("utf-8", "ignore")


def files_without_rows():
    known = {place(file) for file in StoredFile.objects.all()}
    return [file for file in settings.MEDIA_ROOT.rglob("*") if file.is_file() and file not in known]
