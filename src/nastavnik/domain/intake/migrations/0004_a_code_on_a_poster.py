"""The word for the code: «плакат», as everywhere."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("intake", "0003_own_questions")]

    operations = [
        migrations.AlterField(
            model_name="intake",
            name="code",
            field=models.CharField(editable=False, max_length=20, unique=True, verbose_name="код на плакате"),
        ),
    ]
