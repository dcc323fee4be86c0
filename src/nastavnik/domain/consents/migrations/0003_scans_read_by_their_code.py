"""A sheet belongs to its child by its square code; recording what is signed on it is a step of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("consents", "0002_texts_requests_and_scans")]

    operations = [
        migrations.AddField(
            model_name='scannedpaper',
            name='finding',
            field=models.CharField(choices=[('reading', 'читаем'), ('found', 'узнан по коду'), ('no_code', 'кода не видно'), ('foreign', 'чужой код'), ('unknown', 'код неизвестен'), ('twice', 'скан уже есть'), ('several', 'коды разных листов'), ('broken', 'файл не открылся'), ('locked', 'закрыт паролем'), ('too_heavy', 'слишком велик'), ('too_many', 'слишком много страниц'), ('not_read', 'такие снимки не читаем')], default='no_code', max_length=10, verbose_name='что прочитано'),
        ),
        migrations.AddField(
            model_name='scannedpaper',
            name='kind',
            field=models.CharField(blank=True, choices=[('processing', 'на обработку персональных данных'), ('participation', 'на участие в программе'), ('publication', 'на публикацию'), ('diagnostics', 'на психологическую диагностику'), ('employee', 'работника на наставничество')], max_length=20, verbose_name='какое согласие на листе'),
        ),
        migrations.AddField(
            model_name='scannedpaper',
            name='pages',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='страниц'),
        ),
        migrations.AddField(
            model_name='scannedpaper',
            name='recorded_at',
            field=models.DateTimeField(null=True, verbose_name='подписи записаны'),
        ),
        migrations.AddConstraint(
            model_name='scannedpaper',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_at__isnull', True), ('request__isnull', False), _connector='OR'), name='consents_recorded_scan_has_its_child'),
        ),
    ]
