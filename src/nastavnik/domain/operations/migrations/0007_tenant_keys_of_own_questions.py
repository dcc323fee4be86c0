"""Foreign keys of the own questions of intakes, on PostgreSQL. Going back, they go."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing


class Migration(migrations.Migration):

    dependencies = [
        ("operations", "0006_tenant_keys_of_mentor_cards"),
        ("intake", "0003_own_questions"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
