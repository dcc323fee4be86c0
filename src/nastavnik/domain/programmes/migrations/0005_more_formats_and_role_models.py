"""Formats of supplementary education and of teachers that the first catalogue lacked, and the role models of practice:
«традиционное» and «равный–равному». What stands there already, by its code or title, is left as it is.
"""

from django.db import migrations

FORMATS = (
    ("college_teacher", "педагог вуза или колледжа–молодой педагог", False),
    ("teacher_guardian", "педагог–родитель", True),
    ("specialist_student", "специалист–обучающийся", True),
)
ROLE_MODELS = (
    ("teacher_teacher", "традиционное", True),
    ("teacher_teacher", "равный–равному", True),
    ("teacher_student", "преподаватель–талантливый обучающийся", True),
    ("college_college", "равный–равному", True),
    ("leader_teacher", "руководитель–педагог-студент", True),
    ("leader_teacher", "традиционное", True),
    ("partner_teacher", "традиционное", True),
    ("college_teacher", "традиционное", True),
    ("teacher_guardian", "равный–равному", True),
    ("specialist_student", "традиционное", True),
    ("specialist_student", "равный–равному", True),
)


def ship(apps, schema_editor):
    formats = apps.get_model("programmes", "MentoringFormat")
    role_models = apps.get_model("programmes", "RoleModel")
    for position, (code, title, confirmed) in enumerate(FORMATS, start=10):
        values = {"title": title, "is_confirmed": confirmed, "position": position}
        formats.objects.get_or_create(organisation=None, code=code, defaults=values)
    for code, title, confirmed in ROLE_MODELS:
        row = formats.objects.filter(organisation=None, code=code).first()
        if row:
            values = {"is_confirmed": confirmed}
            role_models.objects.get_or_create(organisation=None, mentoring_format=row, title=title, defaults=values)


def withdraw(apps, schema_editor):
    """Rows that a module uses stay: they belong to somebody's programme."""
    formats = apps.get_model("programmes", "MentoringFormat")
    role_models = apps.get_model("programmes", "RoleModel")
    modules = apps.get_model("programmes", "Module")
    used_models = modules.objects.exclude(role_model=None).values("role_model")
    for code, title, _confirmed in ROLE_MODELS:
        rows = role_models.objects.filter(organisation=None, mentoring_format__code=code, title=title)
        rows.exclude(pk__in=used_models).delete()
    added = formats.objects.filter(organisation=None, code__in=[row[0] for row in FORMATS])
    kept = role_models.objects.values("mentoring_format")
    added.exclude(pk__in=modules.objects.values("mentoring_format")).exclude(pk__in=kept).delete()


class Migration(migrations.Migration):
    dependencies = [("programmes", "0004_catalogues_roadmap_and_launch")]

    operations = [migrations.RunPython(ship, withdraw)]
