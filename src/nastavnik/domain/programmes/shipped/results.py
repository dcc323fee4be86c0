"""Ожидаемые результаты и социальный эффект."""

from nastavnik.domain.programmes.enums import Catalogue, ProgrammeType
from nastavnik.domain.programmes.shipped import formats
from nastavnik.domain.programmes.shipped.shape import Entry


def _results(
    for_formats: tuple[str, ...], *titles: tuple[str, str], confirmed: bool = False, programme_type: str = ""
) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            Catalogue.EXPECTED_RESULT,
            code,
            title,
            programme_type=programme_type,
            formats=for_formats,
            is_usual=True,
            is_confirmed=confirmed,
        )
        for code, title in titles
    )


def _effect(code: str, title: str, text: str, programme_type: str, *, confirmed: bool = False) -> Entry:
    return Entry(
        Catalogue.SOCIAL_EFFECT,
        code,
        title,
        text,
        programme_type=programme_type,
        is_usual=True,
        is_confirmed=confirmed,
    )


RESULTS = (
    *_results(
        (formats.STUDENT_STUDENT,),
        ("more_skill", "наставляемый знает и умеет больше, чем на входе"),
        ("closeness", "пара подружилась, и коллектив стал сплочённее"),
        confirmed=True,
    ),
    *_results(
        (formats.STUDENT_STUDENT,),
        ("older_responsible", "старший научился объяснять и отвечать за другого"),
        ("newcomer_at_home", "новичок чувствует себя в коллективе своим"),
    ),
    *_results(
        (formats.TEACHER_TEACHER,),
        ("stays", "молодой педагог остаётся в профессии и через три года проходит аттестацию"),
        ("difficulties_gone", "затруднения, с которых начинали, сняты или заметно меньше"),
        ("experience_richer", "оба обогатили свой профессиональный опыт"),
        confirmed=True,
    ),
    *_results(
        (formats.TEACHER_TEACHER,),
        ("classes_better", "в группах наставляемого выросли учебные результаты"),
    ),
    *_results(
        (formats.TEACHER_STUDENT,),
        ("aware", "подростки осознаннее относятся к учёбе, саморазвитию и выбору профессии"),
        ("flexible", "заметно развиты гибкие навыки"),
        ("achievements", "выше учебные, творческие и другие достижения"),
        confirmed=True,
    ),
    *_results(
        (formats.COLLEGE_SCHOOL,),
        ("decided", "старшеклассник знает, куда и зачем идёт учиться"),
        ("project_done", "общий проект завершён и показан"),
        ("learns_alone", "наставляемый увереннее учится самостоятельно"),
    ),
    *_results(
        (formats.EMPLOYER_SCHOOL,),
        ("trade_known", "обучающийся может рассказать о профессии по своему опыту"),
        ("trade_tried", "выполнена хотя бы одна задача предприятия"),
        ("trade_plan", "составлен план, чему учиться дальше"),
    ),
    *_results(
        (formats.EMPLOYER_COLLEGE,),
        ("practice_sure", "студент самостоятельно выполняет рабочие задачи по профилю"),
        ("employer_ready", "предприятие знает студента и готово его принять"),
        ("career_plan", "есть план трудоустройства"),
    ),
    *_results(
        (formats.COLLEGE_COLLEGE,),
        ("settled", "первокурсник освоился и не думает бросить учёбу"),
        ("session_passed", "промежуточная аттестация пройдена без долгов"),
        ("joint_work", "общий проект или выступление состоялись"),
    ),
    *_results(
        (formats.LEADER_TEACHER,),
        ("role_taken", "педагог уверенно справляется с новой ролью"),
        ("initiative", "его предложение внедрено в учреждении"),
        ("reserve_ready", "кадровый резерв пополнен"),
    ),
    *_results(
        (formats.PARTNER_TEACHER,),
        ("content_renewed", "в программу педагога вошли новые темы и приёмы"),
        ("equipment_mastered", "педагог сам работает с новыми средствами"),
        ("event_held", "общее событие с партнёром проведено"),
    ),
    *_results(
        (formats.COLLEGE_TEACHER,),
        ("first_year_done", "первые годы работы пройдены, желание уйти не возникло"),
        ("methods_used", "изученные методики применяются на занятиях"),
        ("development", "подготовлена своя разработка или статья"),
    ),
    *_results(
        (formats.TEACHER_GUARDIAN,),
        ("family_informed", "родители знают, чем занят ребёнок и как он растёт"),
        ("family_takes_part", "семьи участвуют в общих событиях"),
        ("quieter", "спорные вопросы решаются разговором"),
    ),
    *_results(
        (formats.SPECIALIST_STUDENT,),
        ("own_piece", "сделана собственная работа"),
        ("shown", "работа показана на конкурсе, концерте или выставке"),
        ("goes_on", "обучающийся продолжает заниматься этим делом"),
    ),
    *_results(
        (),
        ("pupil_forward", "обучающиеся продвинулись в том, с чем пришли"),
        ("pupil_confident", "участники увереннее в себе и в общении"),
        ("pupil_active", "больше участвуют в делах коллектива"),
        programme_type=ProgrammeType.PUPILS,
    ),
    *_results(
        (),
        ("teacher_forward", "педагоги преодолели затруднения, с которыми пришли"),
        ("teacher_stays", "участники остаются работать в учреждении"),
        ("teacher_shares", "удачные приёмы описаны и доступны всем"),
        programme_type=ProgrammeType.TEACHERS,
    ),
)

EFFECTS = (
    _effect(
        "for_mentor",
        "Для наставника",
        "понятные правила работы, обмен опытом с другими наставниками и рост собственного мастерства",
        ProgrammeType.PUPILS,
        confirmed=True,
    ),
    _effect(
        "for_pupils",
        "Для обучающихся",
        "более прочные знания и новые достижения",
        ProgrammeType.PUPILS,
        confirmed=True,
    ),
    _effect(
        "for_families",
        "Для семей и окружения",
        "доброжелательная обстановка: старшие заботятся о младших, родители знают, к кому обратиться",
        ProgrammeType.PUPILS,
    ),
    _effect(
        "for_teacher_mentor",
        "Для наставника",
        "признание опыта, обновление методики и участие в развитии учреждения",
        ProgrammeType.TEACHERS,
    ),
    _effect(
        "for_young_teacher",
        "Для молодого и нового педагога",
        "поддержка в начале пути, меньше напряжения и ясная перспектива роста",
        ProgrammeType.TEACHERS,
    ),
    _effect(
        "for_institution",
        "Для учреждения",
        "устойчивый коллектив и меньше смен педагогов, от которых страдают дети",
        ProgrammeType.TEACHERS,
    ),
)
