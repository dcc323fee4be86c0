"""Цели: one a format, and one a type of programme for an institution's own formats."""

from nastavnik.domain.programmes.enums import Catalogue, ProgrammeType
from nastavnik.domain.programmes.shipped import formats
from nastavnik.domain.programmes.shipped.shape import Entry


def _aim(code: str, title: str, *for_formats: str, confirmed: bool = False) -> Entry:
    return Entry(Catalogue.AIM, code, title, formats=for_formats, is_usual=True, is_confirmed=confirmed)


AIMS = (
    _aim(
        "peer_support",
        "Разносторонняя поддержка обучающегося, которому нужна помощь в учёбе, общении или на новом месте, со стороны "
        "сверстника или старшего товарища.",
        formats.STUDENT_STUDENT,
        confirmed=True,
    ),
    _aim(
        "teacher_stays",
        "Закрепление молодого или нового педагога в профессии и коллективе, рост его мастерства и благоприятная среда "
        "для работы.",
        formats.TEACHER_TEACHER,
        confirmed=True,
    ),
    _aim(
        "choice_with_student",
        "Поддержка старшеклассника в учёбе и самоопределении: вместе со студентом он строит свой маршрут и делает "
        "общий проект.",
        formats.COLLEGE_SCHOOL,
        confirmed=True,
    ),
    _aim(
        "trade_seen",
        "Осознанный выбор профессии: обучающийся видит её изнутри, пробует себя в деле и понимает, чему учиться "
        "дальше.",
        formats.EMPLOYER_SCHOOL,
    ),
    _aim(
        "first_job",
        "Переход студента от учёбы к работе: практические умения, знание производства и ясные планы после выпуска.",
        formats.EMPLOYER_COLLEGE,
    ),
    _aim(
        "potential_opened",
        "Раскрытие способностей обучающегося через доверительную работу с педагогом, его самоопределение и выбор "
        "будущей профессии.",
        formats.TEACHER_STUDENT,
        confirmed=True,
    ),
    _aim(
        "first_year",
        "Уверенный первый год в колледже: младший студент осваивается, успевает в учёбе и включается в общее дело.",
        formats.COLLEGE_COLLEGE,
    ),
    _aim(
        "teacher_grows",
        "Профессиональный рост педагога: новые задачи и ответственность при поддержке руководителя.",
        formats.LEADER_TEACHER,
    ),
    _aim(
        "practice_comes",
        "Обновление того, чему и как учит педагог, за счёт опыта и возможностей партнёра учреждения.",
        formats.PARTNER_TEACHER,
    ),
    _aim(
        "theory_to_class",
        "Поддержка молодого педагога в первые годы работы: знания, полученные при подготовке, становятся умением "
        "вести занятие.",
        formats.COLLEGE_TEACHER,
    ),
    _aim(
        "family_partner",
        "Согласие семьи и педагога: родитель понимает, что происходит с ребёнком, и знает, чем поддержать его дома.",
        formats.TEACHER_GUARDIAN,
    ),
    _aim(
        "craft",
        "Рост обучающегося в выбранном деле рядом со специалистом: от интереса к умению и собственной работе.",
        formats.SPECIALIST_STUDENT,
    ),
    Entry(
        Catalogue.AIM,
        "pupils",
        "Каждый обучающийся, которому нужна поддержка, получает её от более опытного человека и продвигается в учёбе, "
        "общении или выборе дела.",
        programme_type=ProgrammeType.PUPILS,
        is_usual=True,
    ),
    Entry(
        Catalogue.AIM,
        "teachers",
        "Каждый педагог, которому нужна поддержка, получает её от более опытного коллеги, растёт в профессии и "
        "остаётся в ней.",
        programme_type=ProgrammeType.TEACHERS,
        is_usual=True,
    ),
)
