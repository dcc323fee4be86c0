"""Papers that were kept before papers were made of blocks."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.papers import from_plain, render, text_of
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.documents.samples import SAMPLES

FORMER = json.loads((Path(__file__).parent / "former_papers.json").read_text(encoding="utf-8"))
MIGRATION = import_module("nastavnik.domain.documents.migrations.0006_papers_as_blocks")


@pytest.mark.parametrize("code", FORMER)
def test_a_former_paper_says_the_same_as_blocks(code):
    paper = from_plain(MIGRATION.KINDS[code](FORMER[code]))

    assert text_of(paper) == text_of(kind_of(code).build(SAMPLES[code]))
    assert render(paper, "pdf").startswith(b"%PDF")


@pytest.mark.django_db
def test_rows_are_carried_over_once_and_keep_what_stands_beside_the_paper():
    organisation = make.OrganisationFactory()
    document = Document.objects.create(
        organisation=organisation,
        kind="certificate",
        title="Сертификат",
        dated_on=scene.TODAY,
        year=2026,
        context={"paper": FORMER["certificate"], "check": {"role": "mentor"}},
    )

    MIGRATION.convert(apps, None)
    first = Document.objects.get(pk=document.pk).context
    MIGRATION.convert(apps, None)

    assert first["check"] == {"role": "mentor"}
    assert from_plain(first["paper"]).heading == "СЕРТИФИКАТ"
    assert Document.objects.get(pk=document.pk).context == first
