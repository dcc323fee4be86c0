"""Foreign keys of public cards of mentors, on PostgreSQL. Going back, they go."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing


class Migration(migrations.Migration):

    dependencies = [
        ("operations", "0005_tenant_keys_of_people_coming_in"),
        ("programmes", "0009_mentor_cards"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
