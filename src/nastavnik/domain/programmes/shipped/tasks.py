"""Задачи: a few for each format; where the activity or the stage is known, one more is added."""

from nastavnik.domain.programmes.enums import Activity, Catalogue, EducationStage, ProgrammeType
from nastavnik.domain.programmes.shipped import formats
from nastavnik.domain.programmes.shipped.shape import Entry


def _tasks(for_formats: tuple[str, ...], *titles: tuple[str, str], confirmed: bool = False) -> tuple[Entry, ...]:
    return tuple(
        Entry(Catalogue.TASK, code, title, formats=for_formats, is_usual=True, is_confirmed=confirmed)
        for code, title in titles
    )


def _general(programme_type: str, *titles: tuple[str, str]) -> tuple[Entry, ...]:
    return tuple(
        Entry(Catalogue.TASK, code, title, programme_type=programme_type, is_usual=True) for code, title in titles
    )


def _while(activity: str, code: str, title: str, programme_type: str = ProgrammeType.PUPILS) -> Entry:
    return Entry(Catalogue.TASK, code, title, programme_type=programme_type, activities=(activity,), is_usual=True)


TASKS = (
    *_tasks(
        (formats.STUDENT_STUDENT,),
        ("leadership", "дать старшим проявить лидерство в деле, за которое они отвечают"),
        ("results_of_both", "поднять учебные и творческие результаты обоих: и наставника, и наставляемого"),
        (
            "community",
            "сделать общение в коллективе доброжелательным и сложить сообщество, в которое возвращаются выпускники",
        ),
        confirmed=True,
    ),
    *_tasks(
        (formats.STUDENT_STUDENT,),
        ("newcomer", "помочь новичку быстрее освоиться среди сверстников"),
    ),
    *_tasks(
        (formats.TEACHER_TEACHER,),
        ("self_analysis", "приучить молодого педагога разбирать, что получилось на занятии и почему"),
        ("lesson_design", "увлечь молодого педагога методикой: как строить занятие, чтобы оно давало результат"),
        ("good_practice", "научить брать лучшее из опыта коллег и приспосабливать к своим группам"),
        ("love_of_work", "поддержать интерес к работе с детьми, чтобы педагог захотел остаться в учреждении"),
        ("faster_growth", "сократить путь от первых занятий до уверенного мастерства"),
        ("staff_community", "собрать педагогов в сообщество, где принято помогать друг другу"),
        confirmed=True,
    ),
    *_tasks(
        (formats.TEACHER_STUDENT,),
        ("motivation", "вернуть или усилить желание учиться и помочь улучшить результаты"),
        ("talent", "раскрыть личные, творческие и профессиональные способности каждого"),
        ("soft_skills", "развить гибкие навыки, умение выступать и вести за собой"),
        ("meta_skills", "научить самостоятельно осваивать новое, то есть развить метакомпетенции"),
        ("partnership", "выстроить между педагогами и обучающимися отношения доверия и партнёрства"),
        confirmed=True,
    ),
    *_tasks(
        (formats.COLLEGE_SCHOOL,),
        ("route", "помочь старшекласснику составить план учёбы и поступления"),
        ("study_ways", "передать приёмы, которые помогают учиться самостоятельно"),
        ("joint_project", "довести до результата общий проект студента и старшеклассника"),
        ("campus", "познакомить с жизнью колледжа или вуза до поступления"),
    ),
    *_tasks(
        (formats.EMPLOYER_SCHOOL,),
        ("workplace", "показать профессию на рабочем месте"),
        ("trial", "дать попробовать себя в посильной задаче предприятия"),
        ("own_choice", "помочь соотнести свои интересы с требованиями профессии"),
        ("work_manners", "познакомить с правилами и культурой труда"),
    ),
    *_tasks(
        (formats.EMPLOYER_COLLEGE,),
        ("real_task", "научить выполнять настоящие производственные задачи"),
        ("tools", "освоить оборудование и технологии предприятия"),
        ("team_entry", "ввести студента в трудовой коллектив"),
        ("job_plan", "составить план трудоустройства и профессионального роста"),
    ),
    *_tasks(
        (formats.COLLEGE_COLLEGE,),
        ("first_months", "помочь первокурснику освоиться в колледже и в группе"),
        ("session", "научить планировать время и готовиться к зачётам"),
        ("trade_interest", "поддержать интерес к выбранной профессии"),
        ("student_project", "подготовить общий проект или выступить на конкурсе мастерства"),
    ),
    *_tasks(
        (formats.LEADER_TEACHER,),
        ("new_role", "подготовить педагога к новой роли или задаче"),
        ("strengths", "найти применение его сильным сторонам"),
        ("whole_view", "показать, как устроено управление учреждением"),
        ("reserve", "вырастить кадровый резерв"),
    ),
    *_tasks(
        (formats.PARTNER_TEACHER,),
        ("new_content", "обновить содержание занятий по опыту партнёра"),
        ("training", "дать педагогу поработать с оборудованием и технологиями партнёра"),
        ("common_event", "подготовить общий проект или событие для обучающихся"),
    ),
    *_tasks(
        (formats.COLLEGE_TEACHER,),
        ("first_difficulties", "разобрать трудности первых месяцев и найти приёмы"),
        ("methods_applied", "перенести изученные методики в свои группы"),
        ("own_research", "поддержать исследование или разработку молодого педагога"),
    ),
    *_tasks(
        (formats.TEACHER_GUARDIAN,),
        ("informed", "рассказать родителям, чем живёт объединение и как растёт ребёнок"),
        ("support_at_home", "подсказать, чем помочь ребёнку дома"),
        ("common_rules", "договориться об общих правилах семьи и педагога"),
        ("joint_events", "привлечь семьи к общим событиям"),
    ),
    *_tasks(
        (formats.SPECIALIST_STUDENT,),
        ("craft_ways", "передать приёмы мастерства, которых нет в программе объединения"),
        ("own_work", "помочь создать собственную работу и показать её"),
        ("next_step", "познакомить с тем, где продолжать учиться этому делу"),
    ),
    *_general(
        ProgrammeType.PUPILS,
        ("needs_known", "узнать, в чём каждому нужна помощь, и найти подходящего наставника"),
        ("study", "поддержать в учёбе и в выбранном деле"),
        ("confidence", "помочь поверить в себя и найти своё место в коллективе"),
        ("helping_culture", "приучить помогать друг другу"),
    ),
    *_general(
        ProgrammeType.TEACHERS,
        ("difficulties", "выявить трудности педагога и наметить, как их преодолеть"),
        ("skills", "развить умения, которых не хватает на занятиях"),
        ("team", "включить педагога в жизнь коллектива"),
        ("exchange", "наладить постоянный обмен опытом"),
    ),
    _while(Activity.ARTS, "stage_number", "подготовить общий номер и показать его зрителям"),
    _while(Activity.TECHNICAL, "prototype", "довести технический проект до работающего образца"),
    _while(Activity.SPORT, "training_plan", "выстроить тренировки и режим, подготовиться к соревнованиям"),
    _while(Activity.STUDY, "subject_gap", "закрыть пробелы по предмету или пойти дальше программы"),
    _while(Activity.VOCATION, "trade_sample", "выполнить пробную работу по профессии"),
    _while(Activity.COMMUNITY, "good_deed", "задумать и провести вместе полезное дело"),
    _while(
        Activity.TEACHING,
        "open_lesson",
        "подготовить и показать коллегам открытое занятие",
        ProgrammeType.TEACHERS,
    ),
    Entry(
        Catalogue.TASK,
        "young_learners",
        "подавать задания через игру и короткими шагами, как удобно младшим детям",
        programme_type=ProgrammeType.PUPILS,
        stages=(EducationStage.PRIMARY,),
        is_usual=True,
    ),
    Entry(
        Catalogue.TASK,
        "exams_ahead",
        "помочь распределить силы в год выпускных экзаменов",
        programme_type=ProgrammeType.PUPILS,
        stages=(EducationStage.SECONDARY,),
        is_usual=True,
    ),
)
