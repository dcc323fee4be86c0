"""Of the extensions that are there the first one in each academic year is counted."""

from django.db import migrations


def count(apps, schema_editor):
    extension = apps.get_model("mentorships", "Extension")
    seen = set()
    for row in extension.objects.order_by("id").iterator():
        year = row.until.year if row.until.month >= 9 else row.until.year - 1
        if (row.mentorship_id, year) not in seen:
            seen.add((row.mentorship_id, year))
            extension.objects.filter(pk=row.pk).update(counted_year=year)


class Migration(migrations.Migration):
    dependencies = [("mentorships", "0005_extension_counted_once_a_year")]

    operations = [migrations.RunPython(count, migrations.RunPython.noop)]
