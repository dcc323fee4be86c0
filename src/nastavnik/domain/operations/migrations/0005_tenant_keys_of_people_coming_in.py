"""Foreign keys of applications, questionnaires, consents, events, surveys, registers, requests, on PostgreSQL. Going
back, they go."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing


class Migration(migrations.Migration):

    dependencies = [
        ("operations", "0004_tenant_keys_of_papers_and_roadmaps"),
        ("consents", "0002_texts_requests_and_scans"),
        ("events", "0001_initial"),
        ("exchange", "0003_mappings_refusals_and_undoing"),
        ("intake", "0002_admission"),
        ("library", "0001_initial"),
        ("monitoring", "0001_surveys"),
        ("notifications", "0002_withheld_letters"),
        ("people", "0003_promotions"),
        ("privacy", "0001_initial"),
        ("programmes", "0008_what_registers_ask"),
        ("questionnaires", "0001_initial"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
