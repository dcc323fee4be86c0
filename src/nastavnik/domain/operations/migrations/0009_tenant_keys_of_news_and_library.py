"""Foreign keys of news, the library, the community and another mentor's offer, on PostgreSQL. Going back, they go."""

from django.db import migrations

from nastavnik.domain.operations.tenancy import add_missing


class Migration(migrations.Migration):

    dependencies = [
        ("operations", "0008_tenant_keys_of_the_work_of_pairs"),
        ("achievements", "0003_alumni_and_stories"),
        ("events", "0002_festive_events"),
        ("library", "0002_materials_themes_sites"),
        ("mentorships", "0007_offers_of_another_mentor"),
        ("organisations", "0005_help_contacts"),
        ("plans", "0002_corrections_that_write_themselves"),
        ("programmes", "0012_former_radar_settings"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
