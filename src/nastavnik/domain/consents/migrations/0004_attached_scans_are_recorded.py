"""Until now a scan had its child when what it says was recorded; going back changes nothing."""

from django.db import migrations, models


def recorded(apps, schema_editor):
    scans = apps.get_model("consents", "ScannedPaper").objects.filter(request__isnull=False)
    scans.update(recorded_at=models.F("created_at"), finding="found")


class Migration(migrations.Migration):

    dependencies = [("consents", "0003_scans_read_by_their_code")]

    operations = [migrations.RunPython(recorded, migrations.RunPython.noop, elidable=True)]
