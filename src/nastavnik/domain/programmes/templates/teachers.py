"""Programmes in which teachers learn from teachers."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Kind, ProgrammeType
from nastavnik.domain.programmes.templates.shape import ProgrammeTemplate, RowTemplate
from nastavnik.domain.programmes.templates.stages import COORDINATOR, PAIRS, SEVEN_STAGES, roadmap

TEACHER_TEACHER = ProgrammeTemplate(
    code="teacher_teacher",
    title=_("Учитель — учителю"),
    about=_("Опытный учитель год ведёт молодого или нового коллегу по его личной программе."),
    goal=_("Новый учитель уверенно ведёт уроки, остаётся в профессии и растёт в ней."),
    type=ProgrammeType.TEACHERS,
    mentoring_format="teacher_teacher",
    kind=Kind.INDIVIDUAL,
    radar_period=30,
    radar_grace=10,
    stages=SEVEN_STAGES,
    roadmap=roadmap(
        RowTemplate(
            "mentee_pool",
            14,
            30,
            _("Узнать, что вызывает трудности у молодых и новых учителей"),
            COORDINATOR,
            _("запросы"),
        ),
        RowTemplate("running", 55, 75, _("Составить личную программу каждой пары"), PAIRS, _("личные программы")),
        RowTemplate("running", 60, 255, _("Посещать уроки друг друга и обсуждать их"), PAIRS, _("дневник встреч")),
        RowTemplate(
            "running", 140, 155, _("Сверить промежуточные результаты с планом"), COORDINATOR, _("правки в планах")
        ),
    ),
)
