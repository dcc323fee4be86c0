"""Papers that were kept before papers were made of blocks."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from nastavnik.domain.documents.citations import folded
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


@pytest.mark.django_db
def test_former_numbers_are_folded_as_new_ones_are_and_twins_stay_apart():
    organisation = make.OrganisationFactory()
    numbers = ("14-A", "14-а", "15 – ОД", "15-од", "")
    rows = [
        Document.objects.create(
            organisation=organisation, kind="appointment_order", title="Приказ", number=number,
            dated_on=scene.TODAY, year=2026, state=state,
        )
        for number, state in zip(numbers, ("issued", "issued", "discarded", "issued", "draft"), strict=True)
    ]  # fmt: skip

    import_module("nastavnik.domain.documents.migrations.0004_books_of_former_papers").fill(apps, None)

    kept = [Document.objects.get(pk=row.pk) for row in rows]
    assert [row.normal_number for row in kept] == [
        folded("14-а"), f"{folded('14-а')}#{rows[1].pk}", "15-од", "15-од", "",
    ]  # fmt: skip
    assert {row.book for row in kept} == {"orders"}
