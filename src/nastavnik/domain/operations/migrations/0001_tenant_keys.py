"""Foreign keys that stay inside the organisation, on PostgreSQL."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing, remove


class Migration(migrations.Migration):

    dependencies = [
        ("organisations", "0001_initial"),
        ("people", "0001_initial"),
        ("files", "0001_initial"),
        ("notifications", "0001_initial"),
        ("consents", "0001_initial"),
        ("programmes", "0001_initial"),
        ("mentorships", "0001_initial"),
        ("matching", "0001_initial"),
        ("exchange", "0001_initial"),
        ("documents", "0001_initial"),
    ]

    operations = [migrations.RunPython(add_missing, remove, elidable=False)]
