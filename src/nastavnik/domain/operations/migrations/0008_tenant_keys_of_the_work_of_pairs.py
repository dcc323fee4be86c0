"""Foreign keys of the rooms in which pairs work, on PostgreSQL. Going back, they go."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing


class Migration(migrations.Migration):

    dependencies = [
        ("operations", "0007_tenant_keys_of_own_questions"),
        ("achievements", "0002_sharing_and_attestation"),
        ("consents", "0004_attached_scans_are_recorded"),
        ("conversations", "0002_two_adults"),
        ("intake", "0005_worked_before"),
        ("mentorships", "0004_kinds_start_change_and_end"),
        ("notifications", "0003_rhythm_and_quiet_hours"),
        ("plans", "0001_plans"),
        ("scheduling", "0001_calendar"),
        ("support", "0001_initial"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
