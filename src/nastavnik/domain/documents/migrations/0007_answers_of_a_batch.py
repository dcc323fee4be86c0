from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("documents", "0006_papers_as_blocks")]

    operations = [
        migrations.AddField(
            model_name="paperbatch",
            name="answers",
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name="paperbatch",
            name="kind",
            field=models.CharField(blank=True, max_length=40, verbose_name="вид"),
        ),
    ]
