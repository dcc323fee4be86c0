"""A message that waited for the morning may come back. Only the words of the choice change, no table is made anew."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("conversations", "0002_two_adults")]

    operations = [
        migrations.AlterField(
            model_name="messageversion",
            name="state",
            field=models.CharField(
                choices=[
                    ("held", "ждёт куратора"),
                    ("released", "отправлено"),
                    ("refused", "не пропущено"),
                    ("returned", "не доставлено"),
                ],
                default="held",
                max_length=10,
            ),
        ),
    ]
