"""Foreign keys of observations, acquaintances, group meetings and suggestions, on PostgreSQL. Going back, they go."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing


class Migration(migrations.Migration):

    dependencies = [
        ("operations", "0002_tenant_keys_of_decisions"),
        ("programmes", "0003_profiles_and_observations"),
        ("mentorships", "0002_way_and_acquaintance"),
        ("matching", "0003_group_meetings_and_suggestions"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
