"""Whom a child may call from outside the institution."""

from django.db import migrations, models

from nastavnik.domain.organisations.enums import USUAL_HELP


class Migration(migrations.Migration):

    dependencies = [("organisations", "0004_video_services")]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="help_contacts",
            field=models.TextField(default=USUAL_HELP, verbose_name="куда ещё обратиться ребёнку"),
        ),
    ]
