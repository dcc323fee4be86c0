"""The shipped catalogue of formats and role models; regions and institutions add rows of their own beside it.

Names of the five formats are those of распоряжение Минпросвещения Р-145 and were held against it; all else is taken
from practice and is marked as not confirmed.
"""

from django.db import migrations

FORMATS = (
    ("student_student", "ученик–ученик", "", True),
    ("teacher_teacher", "учитель–учитель", "педагог–педагог", True),
    ("college_school", "студент–ученик", "студент–обучающийся", True),
    ("employer_school", "работодатель–ученик", "работодатель–обучающийся", True),
    ("employer_college", "работодатель–студент", "", True),
    ("teacher_student", "учитель–ученик", "педагог–обучающийся", False),
    ("college_college", "студент–студент", "", False),
    ("leader_teacher", "руководитель–педагог", "", False),
    ("partner_teacher", "социальный партнёр–педагог", "", False),
)
ROLE_MODELS = {
    "student_student": (
        "успевающий–неуспевающий",
        "лидер–пассивный",
        "равный–равному",
        "адаптированный–неадаптированный",
    ),
    "teacher_teacher": (
        "опытный учитель–молодой специалист",
        "лидер педагогического сообщества–педагог с трудностями",
        "педагог-новатор–консервативный педагог",
        "опытный предметник–неопытный предметник",
    ),
    "college_school": (
        "успевающий–неуспевающий",
        "лидер–равнодушный",
        "равный–другому",
        "куратор–автор проекта",
    ),
    "employer_school": (
        "активный профессионал–равнодушный потребитель",
        "коллега–молодой коллега",
        "работодатель–будущий сотрудник",
    ),
    "employer_college": (
        "активный профессионал–равнодушный потребитель",
        "успешный профессионал–студент, выбирающий профессию",
        "коллега–будущий коллега",
        "работодатель–будущий сотрудник",
    ),
    "teacher_student": (
        "учитель–неуспевающий",
        "учитель–пассивный",
        "учитель–одарённый",
        "учитель–ребёнок с ОВЗ",
    ),
    "college_college": ("адаптация", "учёба", "проект"),
}


def ship(apps, schema_editor):
    formats = apps.get_model("programmes", "MentoringFormat")
    role_models = apps.get_model("programmes", "RoleModel")
    for position, (code, title, elsewhere, confirmed) in enumerate(FORMATS, start=1):
        row, _ = formats.objects.get_or_create(
            organisation=None,
            code=code,
            defaults={
                "title": title,
                "title_elsewhere": elsewhere,
                "is_confirmed": confirmed,
                "position": position,
            },
        )
        for name in ROLE_MODELS.get(code, ()):
            role_models.objects.get_or_create(organisation=None, mentoring_format=row, title=name)


def withdraw(apps, schema_editor):
    """Rows that a module uses stay: they belong to somebody's programme."""
    formats = apps.get_model("programmes", "MentoringFormat")
    role_models = apps.get_model("programmes", "RoleModel")
    modules = apps.get_model("programmes", "Module")
    used_models = modules.objects.exclude(role_model=None).values("role_model")
    shipped = formats.objects.filter(organisation=None, code__in=[row[0] for row in FORMATS])
    role_models.objects.filter(organisation=None, mentoring_format__in=shipped).exclude(pk__in=used_models).delete()
    kept = role_models.objects.values("mentoring_format")
    shipped.exclude(pk__in=modules.objects.values("mentoring_format")).exclude(pk__in=kept).delete()


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial")]

    operations = [migrations.RunPython(ship, withdraw)]
