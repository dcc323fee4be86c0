import django.db.models.deletion
import nastavnik.core.clock
from django.conf import settings
from django.db import migrations, models
from nastavnik.core.migrating import CreateTogether


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0001_initial'),
        ('organisations', '0004_video_services'),
        ('programmes', '0010_modules_keep_a_diary'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTogether([
            migrations.CreateModel(
                name='ApprovedSite',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('created_at', models.DateTimeField(default=nastavnik.core.clock.now, editable=False)),
                    ('host', models.CharField(max_length=255, verbose_name='сайт')),
                    ('approved_at', models.DateTimeField(verbose_name='когда разрешён')),
                    ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ],
                options={
                    'ordering': ('host', 'id'),
                    'constraints': [
                        models.UniqueConstraint(fields=('organisation', 'id'), name='library_approvedsite_tenant'),
                        models.UniqueConstraint(fields=('organisation', 'host'), name='library_site_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Theme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('created_at', models.DateTimeField(default=nastavnik.core.clock.now, editable=False)),
                    ('code', models.CharField(max_length=40)),
                    ('title', models.CharField(max_length=200, verbose_name='тема')),
                    ('note', models.TextField(blank=True, verbose_name='в чём она')),
                    ('is_hidden', models.BooleanField(default=False, verbose_name='не показывать')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                    ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programmes.programme', verbose_name='программа')),
                ],
                options={
                    'ordering': ('title', 'id'),
                    'constraints': [
                        models.UniqueConstraint(fields=('organisation', 'id'), name='library_theme_tenant'),
                        models.UniqueConstraint(fields=('organisation', 'code'), name='library_theme_once'),
                    ],
                },
            ),
        ]),
        migrations.AddField(
            model_name='memo',
            name='max_age',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='по какой возраст'),
        ),
        migrations.AddField(
            model_name='memo',
            name='min_age',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='с какого возраста'),
        ),
        migrations.AddField(
            model_name='memo',
            name='situations',
            field=models.JSONField(blank=True, default=list, verbose_name='в каких случаях'),
        ),
        migrations.AddField(
            model_name='memo',
            name='tags',
            field=models.JSONField(blank=True, default=list, verbose_name='метки'),
        ),
        migrations.AddField(
            model_name='memo',
            name='url',
            field=models.CharField(blank=True, max_length=500, verbose_name='ссылка'),
        ),
        migrations.AlterField(
            model_name='memo',
            name='topic',
            field=models.CharField(blank=True, choices=[('beginning', 'с чего начать'), ('meetings', 'встречи'), ('methods', 'приёмы наставника'), ('mistakes', 'ошибки'), ('hard', 'когда трудно'), ('time', 'как распределить время'), ('closing', 'итоги'), ('rules', 'правила и безопасность')], max_length=20, verbose_name='о чём'),
        ),
        migrations.AddConstraint(
            model_name='memo',
            constraint=models.CheckConstraint(condition=models.Q(('min_age__isnull', True), ('max_age__isnull', True), ('min_age__lte', models.F('max_age')), _connector='OR'), name='library_ages_ordered'),
        ),
    ]
