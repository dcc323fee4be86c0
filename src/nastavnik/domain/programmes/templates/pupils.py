"""Programmes in which children and students learn from somebody: elder ones, teachers, people of a trade."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Activity, EducationStage, Kind, ProgrammeType
from nastavnik.domain.programmes.templates.adapting import ACTIVITIES, STAGES
from nastavnik.domain.programmes.templates.composing import ROLE_PLAY, roadmap
from nastavnik.domain.programmes.templates.events import LONG_STAGES, NINE_EVENTS
from nastavnik.domain.programmes.templates.formats import part_of
from nastavnik.domain.programmes.templates.shape import ProgrammeTemplate, RowTemplate, StageTemplate, Text
from nastavnik.domain.programmes.templates.stages import SEVEN_STAGES, SEVEN_STEPS


def pupils(mentoring_format: str, title: Text, about: Text, *, rarely: bool = False) -> ProgrammeTemplate:
    """The usual programme of a format; `rarely` is a meeting a month."""
    part = part_of(mentoring_format)
    return ProgrammeTemplate(
        code=mentoring_format,
        title=title,
        about=about,
        goal=part.goal,
        type=ProgrammeType.PUPILS,
        mentoring_format=mentoring_format,
        kind=Kind.INDIVIDUAL,
        stages=SEVEN_STAGES,
        roadmap=roadmap(*part.rows, stages=SEVEN_STAGES),
        radar_period=30 if rarely else 14,
        radar_grace=14 if rarely else 7,
    )


PUPIL_PUPIL = pupils(
    "student_student",
    _("Старшие — младшим"),
    _("Старший помогает младшему с предметом, с новым классом или с общим делом. Встречи раз в две недели."),
)
TEACHER_PUPIL = pupils(
    "teacher_student",
    _("Учитель — ученику"),
    _("Учитель ведёт увлечённого ребёнка или того, кому трудно: от запроса до проекта и олимпиады."),
)
STUDENT_PUPIL = pupils(
    "college_school",
    _("Студент — ученику"),
    _("Студент колледжа или вуза помогает старшекласснику учиться, выбирать и делать общий проект."),
)
STUDENT_STUDENT = pupils(
    "college_college",
    _("Старший курс — первому"),
    _("Старшекурсник вводит первокурсника в учёбу, правила и жизнь колледжа."),
)
EMPLOYER_PUPIL = pupils(
    "employer_school",
    _("Профессионал — ученику"),
    _("Специалист предприятия показывает старшекласснику свою работу изнутри. Встречи раз в месяц."),
    rarely=True,
)
EMPLOYER_STUDENT = pupils(
    "employer_college",
    _("Профессионал — студенту"),
    _("Будущий работодатель ведёт студента колледжа к первому рабочему месту. Встречи раз в месяц."),
    rarely=True,
)
SPECIALIST_PUPIL = pupils(
    "specialist_student",
    _("Мастер — ученику"),
    _("Тренер, художник, инженер или родитель с профессией учит ребёнка своему делу."),
)
TEACHER_GUARDIAN = pupils(
    "teacher_guardian",
    _("Педагог — родителю"),
    _("Педагог помогает родителю понять, чем занят ребёнок и как его поддержать. Встречи раз в месяц."),
    rarely=True,
)

TEACHER_PUPIL_LONG = ProgrammeTemplate(
    code="teacher_student_long",
    title=_("Учитель — ученику, четырнадцать месяцев"),
    about=_("Девять событий: от сентября до показа опыта следующей осенью. Группа и встречи по одному."),
    goal=part_of("teacher_student").goal,
    type=ProgrammeType.PUPILS,
    mentoring_format="teacher_student",
    kind=Kind.BLENDED,
    stages=LONG_STAGES,
    roadmap=NINE_EVENTS,
)


def collective(code: str, title: Text, about: Text, stages: tuple[StageTemplate, ...]) -> ProgrammeTemplate:
    """Elder children of a studio lead newcomers; the teacher decides, there is no order."""
    arts, studio = ACTIVITIES[Activity.ARTS], STAGES[EducationStage.SUPPLEMENTARY]
    own: tuple[RowTemplate, ...] = (*arts.rows, *studio.rows, ROLE_PLAY)
    return ProgrammeTemplate(
        code=code,
        title=title,
        about=about,
        goal=_("Новичок быстро становится своим, старший учится отвечать за другого."),
        type=ProgrammeType.PUPILS,
        mentoring_format="student_student",
        kind=Kind.INDIVIDUAL,
        needs_order=False,
        stages=stages,
        roadmap=roadmap(*own, stages=stages, with_head=False, with_order=False),
        education_stage=EducationStage.SUPPLEMENTARY,
        activity=Activity.ARTS,
    )


COLLECTIVE = collective(
    "collective",
    _("Старшие и новички коллектива"),
    _("Танцевальный или другой творческий коллектив: старший ведёт новичка. Приказ не нужен, решает педагог."),
    SEVEN_STAGES,
)
COLLECTIVE_STEPS = collective(
    "collective_steps",
    _("Коллектив, семь шагов педагога"),
    _("То же для педагога, который ведёт всё сам: модель и сроки, рассказ, роли, обучение, встречи, две оценки."),
    SEVEN_STEPS,
)
