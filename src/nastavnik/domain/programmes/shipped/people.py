"""Кому нужен наставник, кто им бывает, требования к обоим."""

from nastavnik.domain.programmes.enums import Catalogue, ProgrammeType
from nastavnik.domain.programmes.shipped import formats
from nastavnik.domain.programmes.shipped.shape import Entry

PUPILS, TEACHERS = ProgrammeType.PUPILS, ProgrammeType.TEACHERS
WITH_ADULTS = (formats.COLLEGE_SCHOOL, *formats.EMPLOYERS, formats.SPECIALIST_STUDENT)


def _category(code: str, title: str, programme_type: str, *, confirmed: bool = False, usual: bool = True) -> Entry:
    return Entry(
        Catalogue.MENTEE_CATEGORY,
        code,
        title,
        programme_type=programme_type,
        is_usual=usual,
        is_confirmed=confirmed,
    )


def _requirement(catalogue: str, code: str, title: str, text: str, *, confirmed: bool = False) -> Entry:
    return Entry(catalogue, code, title, text, is_usual=confirmed, is_confirmed=confirmed)


def _post(code: str, title: str, for_formats: tuple[str, ...], *, confirmed: bool = False) -> Entry:
    return Entry(Catalogue.MENTOR_POST, code, title, formats=for_formats, is_usual=True, is_confirmed=confirmed)


CATEGORIES = (
    _category("keen", "увлечён делом, хочет большего", PUPILS, confirmed=True),
    _category("study_help", "просит помощи в учёбе", PUPILS, confirmed=True),
    _category("communication", "хочет увереннее общаться", PUPILS, confirmed=True),
    _category("conditions", "нужны условия, о которых сказала семья", PUPILS, confirmed=True),
    _category("choice", "выбирает, чем заняться дальше", PUPILS, confirmed=True),
    _category("newcomer", "пришёл недавно, осваивается", PUPILS),
    _category("hard_time", "нужна поддержка в трудное время", PUPILS, usual=False),
    _category("order", "учится ладить с другими", PUPILS, usual=False),
    _category("apart", "пока в стороне от общих дел", PUPILS, usual=False),
    _category("novice", "первые годы в профессии", TEACHERS, confirmed=True),
    _category("new_place", "первый год в учреждении", TEACHERS),
    _category("tired", "хочет вернуть интерес к работе", TEACHERS),
    _category("new_skills", "осваивает новую программу или цифровые средства", TEACHERS),
)

POSTS = (
    _post(
        "class_teacher", "классный руководитель", (formats.TEACHER_STUDENT, formats.TEACHER_GUARDIAN), confirmed=True
    ),
    _post("subject_teacher", "учитель-предметник", (formats.TEACHER_STUDENT, formats.TEACHER_TEACHER), confirmed=True),
    _post("methodologist", "методист", (formats.TEACHER_STUDENT, formats.TEACHER_TEACHER), confirmed=True),
    _post("social_teacher", "социальный педагог", (formats.TEACHER_STUDENT, formats.TEACHER_GUARDIAN), confirmed=True),
    _post("psychologist", "педагог-психолог", (formats.TEACHER_STUDENT, formats.TEACHER_GUARDIAN), confirmed=True),
    _post(
        "supplementary_teacher",
        "педагог дополнительного образования",
        (formats.TEACHER_STUDENT, formats.TEACHER_TEACHER, formats.TEACHER_GUARDIAN),
        confirmed=True,
    ),
    _post("deputy", "заместитель руководителя", (formats.LEADER_TEACHER, formats.TEACHER_TEACHER)),
    _post("head", "руководитель", (formats.LEADER_TEACHER,)),
    _post("older_pupil", "обучающийся старшего класса или года занятий", (formats.STUDENT_STUDENT,)),
    _post("graduate", "выпускник", (formats.STUDENT_STUDENT, formats.SPECIALIST_STUDENT)),
    _post("student", "студент", (formats.COLLEGE_SCHOOL,)),
    _post("older_student", "студент старшего курса", (formats.COLLEGE_COLLEGE,)),
    _post("employee", "сотрудник предприятия-партнёра", (*formats.EMPLOYERS, formats.PARTNER_TEACHER)),
    _post("lecturer", "преподаватель вуза или колледжа", (formats.COLLEGE_TEACHER,)),
    _post("master", "специалист, мастер своего дела", (formats.SPECIALIST_STUDENT,)),
    _post(
        "veteran",
        "ветеран труда, участник боевых действий",
        (formats.EMPLOYER_SCHOOL, formats.EMPLOYER_COLLEGE, formats.SPECIALIST_STUDENT),
        confirmed=True,
    ),
)

MENTOR_REQUIREMENTS = (
    _requirement(
        Catalogue.MENTOR_REQUIREMENT,
        "age_second",
        "Возраст не главное",
        "Наставник может быть ровесником и даже младше, если он знает дело.",
        confirmed=True,
    ),
    _requirement(Catalogue.MENTOR_REQUIREMENT, "experience", "Опыт", "Сам прошёл то, чему учит.", confirmed=True),
    _requirement(
        Catalogue.MENTOR_REQUIREMENT,
        "process",
        "Умение наставлять",
        "Знает, как строятся встречи: от знакомства и плана до итога.",
        confirmed=True,
    ),
    _requirement(
        Catalogue.MENTOR_REQUIREMENT,
        "methodology",
        "Владение методикой",
        "Прошёл обучение наставников или владеет приёмами, которые в нём изучают.",
        confirmed=True,
    ),
    _requirement(
        Catalogue.MENTOR_REQUIREMENT,
        "voluntary",
        "Добровольность",
        "Согласился сам. Если отказывается, узнают причину и устраняют её, но не заставляют.",
        confirmed=True,
    ),
    _requirement(
        Catalogue.MENTOR_REQUIREMENT,
        "two_years",
        "Стаж от двух лет",
        "Для педагогов; срок устанавливает учреждение.",
    ),
    _requirement(
        Catalogue.MENTOR_REQUIREMENT,
        "two_at_once",
        "Не больше двух наставляемых сразу",
        "Местный предел, его устанавливает учреждение.",
    ),
    Entry(
        Catalogue.MENTOR_REQUIREMENT,
        "clearance",
        "Допуск к работе с детьми",
        "Взрослый, который встречается с детьми, подтверждает отсутствие запретов по статье 351.1 Трудового кодекса.",
        formats=WITH_ADULTS,
        is_usual=True,
    ),
)

MENTEE_REQUIREMENTS = (
    _requirement(
        Catalogue.MENTEE_REQUIREMENT,
        "plan",
        "План личного развития",
        "Есть или составляется вместе с наставником на первых встречах.",
        confirmed=True,
    ),
    _requirement(Catalogue.MENTEE_REQUIREMENT, "goal", "Цель", "Может сказать, чего хочет достичь.", confirmed=True),
    _requirement(
        Catalogue.MENTEE_REQUIREMENT,
        "suits",
        "Согласен с наставником",
        "Понимает, чему у него научится, и хочет работать именно с ним.",
        confirmed=True,
    ),
    _requirement(
        Catalogue.MENTEE_REQUIREMENT,
        "ready",
        "Готовность учиться",
        "Приходит на встречи и делает то, о чём договорились.",
        confirmed=True,
    ),
)
