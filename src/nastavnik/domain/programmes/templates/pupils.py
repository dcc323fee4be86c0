"""Programmes in which children learn from somebody: older pupils, teachers, students, people of a trade."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Kind, ProgrammeType
from nastavnik.domain.programmes.templates.shape import ProgrammeTemplate, RowTemplate
from nastavnik.domain.programmes.templates.stages import COORDINATOR, PAIRS, SEVEN_STAGES, roadmap

PUPIL_PUPIL = ProgrammeTemplate(
    code="student_student",
    title=_("Старшие — младшим"),
    about=_("Старший помогает младшему с предметом, с новым классом или с общим делом. Встречи раз в две недели."),
    goal=_("Каждый, кто просит помощи, находит старшего товарища, с которым видит свои успехи."),
    type=ProgrammeType.PUPILS,
    mentoring_format="student_student",
    kind=Kind.INDIVIDUAL,
    stages=SEVEN_STAGES,
    roadmap=roadmap(
        RowTemplate(
            "mentee_pool", 14, 28, _("Узнать у детей и родителей, в чём нужна помощь"), COORDINATOR, _("запросы")
        ),
        RowTemplate(
            "selection_training",
            35,
            55,
            _("Обучить наставников в играх и ролях"),
            COORDINATOR,
            _("отметки об обучении"),
        ),
        RowTemplate("running", 60, 255, _("Встречаться и вести дневник"), PAIRS, _("дневник встреч")),
        RowTemplate(
            "running", 140, 155, _("Собрать наставников: что помогает, что мешает"), COORDINATOR, _("заметки куратора")
        ),
    ),
)

TEACHER_PUPIL = ProgrammeTemplate(
    code="teacher_student",
    title=_("Учитель — ученику"),
    about=_("Учитель ведёт увлечённого ребёнка или того, кому трудно: от запроса до проекта и олимпиады."),
    goal=_("Ребёнок раскрывает то, что умеет, выбирает свой путь и доводит до конца одно своё дело."),
    type=ProgrammeType.PUPILS,
    mentoring_format="teacher_student",
    kind=Kind.INDIVIDUAL,
    stages=SEVEN_STAGES,
    roadmap=roadmap(
        RowTemplate(
            "mentee_pool",
            14,
            30,
            _("Провести общую встречу: запросы детей и предложения учителей"),
            COORDINATOR,
            _("перечень запросов"),
        ),
        RowTemplate(
            "mentee_pool",
            30,
            55,
            _("Провести входную оценку, с которой сравним в конце"),
            COORDINATOR,
            _("результаты на входе"),
        ),
        RowTemplate("running", 60, 240, _("Беседы, тренинги и занятия по плану пары"), PAIRS, _("дневник встреч")),
        RowTemplate(
            "running", 60, 255, _("Готовиться к конкурсам и олимпиадам, участвовать"), PAIRS, _("дипломы, проекты")
        ),
        RowTemplate("closing", 250, 270, _("Показать опыт коллегам"), PAIRS, _("выступление, публикация")),
    ),
)

STUDENT_PUPIL = ProgrammeTemplate(
    code="college_school",
    title=_("Студент — ученику"),
    about=_("Студент колледжа или вуза помогает старшекласснику учиться, выбирать и делать общий проект."),
    goal=_("Старшеклассник понимает, куда пойдёт после школы, и видит перед собой живой пример."),
    type=ProgrammeType.PUPILS,
    mentoring_format="college_school",
    kind=Kind.INDIVIDUAL,
    stages=SEVEN_STAGES,
    roadmap=roadmap(
        RowTemplate(
            "preparation", 7, 20, _("Подписать соглашение с колледжем или вузом"), COORDINATOR, _("соглашение")
        ),
        RowTemplate(
            "selection_training",
            35,
            55,
            _("Познакомить студентов со школой и её правилами"),
            COORDINATOR,
            _("отметки об обучении"),
        ),
        RowTemplate("running", 60, 255, _("Вести общий проект"), PAIRS, _("проект")),
    ),
)

EMPLOYER_PUPIL = ProgrammeTemplate(
    code="employer_school",
    title=_("Профессионал — ученику"),
    about=_("Специалист предприятия показывает старшекласснику свою работу изнутри. Встречи раз в месяц."),
    goal=_("Ученик пробует профессию в деле и осознанно решает, подходит ли она ему."),
    type=ProgrammeType.PUPILS,
    mentoring_format="employer_school",
    kind=Kind.INDIVIDUAL,
    radar_period=30,
    radar_grace=14,
    stages=SEVEN_STAGES,
    roadmap=roadmap(
        RowTemplate("preparation", 7, 20, _("Подписать соглашение с предприятием"), COORDINATOR, _("соглашение")),
        RowTemplate(
            "mentor_pool", 21, 45, _("Проверить допуск взрослых к работе с детьми"), COORDINATOR, _("отметки о допуске")
        ),
        RowTemplate("running", 75, 120, _("Побывать на предприятии"), PAIRS, _("заметки о посещении")),
        RowTemplate("running", 120, 240, _("Выполнить учебную задачу предприятия"), PAIRS, _("решённая задача")),
    ),
)

EMPLOYER_STUDENT = ProgrammeTemplate(
    code="employer_college",
    title=_("Профессионал — студенту"),
    about=_("Будущий работодатель ведёт студента колледжа к первому рабочему месту. Встречи раз в месяц."),
    goal=_("Студент осваивает работу на деле и знает, где его ждут после выпуска."),
    type=ProgrammeType.PUPILS,
    mentoring_format="employer_college",
    kind=Kind.INDIVIDUAL,
    radar_period=30,
    radar_grace=14,
    stages=SEVEN_STAGES,
    roadmap=roadmap(
        RowTemplate("preparation", 7, 20, _("Подписать соглашение с предприятием"), COORDINATOR, _("соглашение")),
        RowTemplate(
            "mentor_pool", 21, 45, _("Проверить допуск взрослых к работе с детьми"), COORDINATOR, _("отметки о допуске")
        ),
        RowTemplate("running", 75, 240, _("Работать над задачей предприятия"), PAIRS, _("отчёт о практике")),
    ),
)

COLLECTIVE = ProgrammeTemplate(
    code="collective",
    title=_("Старшие и новички коллектива"),
    about=_("Танцевальный или другой творческий коллектив: старший ведёт новичка. Приказ не нужен, решает педагог."),
    goal=_("Новичок быстро становится своим, старший учится отвечать за другого."),
    type=ProgrammeType.PUPILS,
    mentoring_format="student_student",
    kind=Kind.INDIVIDUAL,
    needs_order=False,
    stages=SEVEN_STAGES,
    roadmap=roadmap(
        RowTemplate(
            "selection_training",
            35,
            50,
            _("Показать старшим, как объяснять и поддерживать"),
            COORDINATOR,
            _("отметки об обучении"),
        ),
        RowTemplate("running", 60, 240, _("Готовить общий номер"), PAIRS, _("номер на итоговом концерте")),
        with_head=False,
    ),
)
