"""Foreign keys of catalogues, roadmaps, information pages, templates and batches, on PostgreSQL. Going back, they go."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing


class Migration(migrations.Migration):

    dependencies = [
        ("operations", "0003_tenant_keys_of_meetings"),
        ("programmes", "0004_catalogues_roadmap_and_launch"),
        ("documents", "0005_number_once_in_a_book"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
