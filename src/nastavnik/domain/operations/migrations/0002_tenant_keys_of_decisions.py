"""Foreign keys of the tables that came with decisions about pairs, on PostgreSQL. Going back, they go with them."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing


class Migration(migrations.Migration):

    dependencies = [
        ("operations", "0001_tenant_keys"),
        ("matching", "0002_decisions"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
