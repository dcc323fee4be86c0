"""One more reason of a decision: a mentor who worked before."""

from django.db import migrations, models

REASONS = [
    ("all_there", "всё нужное есть"),
    ("worked_before", "наставник не первый год"),
    ("waits_paper", "не хватает бумаги или согласия"),
    ("waits_training", "сначала обучение"),
    ("waits_talk", "нужен ещё один разговор"),
    ("own_wish", "собственное решение"),
    ("no_clearance", "нет допуска к работе с детьми"),
    ("not_this", "эта программа не подходит"),
    ("other", "другое"),
]


class Migration(migrations.Migration):
    dependencies = [("intake", "0004_a_code_on_a_poster")]

    operations = [
        migrations.AlterField(
            model_name="admissiondecision",
            name="reason",
            field=models.CharField(choices=REASONS, max_length=20, verbose_name="причина"),
        ),
    ]
