"""Оцениваемые результаты: what is measured, and by which instrument."""

from nastavnik.domain.programmes.enums import Activity, Catalogue, ProgrammeType
from nastavnik.domain.programmes.shipped import formats
from nastavnik.domain.programmes.shipped.shape import Entry

ASKED = "анкета до и после"


def _outcomes(
    for_formats: tuple[str, ...],
    *rows: tuple[str, str, str],
    confirmed: bool = False,
    programme_type: str = "",
) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            Catalogue.OUTCOME,
            code,
            title,
            details={"instrument": instrument},
            programme_type=programme_type,
            formats=for_formats,
            is_usual=True,
            is_confirmed=confirmed,
        )
        for code, title, instrument in rows
    )


def _while(activity: str, code: str, title: str, instrument: str, programme_type: str = ProgrammeType.PUPILS) -> Entry:
    return Entry(
        Catalogue.OUTCOME,
        code,
        title,
        details={"instrument": instrument},
        programme_type=programme_type,
        activities=(activity,),
        is_usual=True,
    )


OUTCOMES = (
    *_outcomes(
        (formats.TEACHER_STUDENT,),
        (
            "marks",
            "Успеваемость наставляемого и душевное состояние обоих стали лучше",
            "средний балл по предметам, тест",
        ),
        ("interest", "Учиться интереснее, польза видна, стресса и апатии меньше", "тест, анкета, опрос"),
        ("contests", "Наставляемый участвует в конкурсах и олимпиадах", "дипломы, грамоты, сертификаты"),
        ("project", "Общий проект пары успешно представлен", "итоги защиты проекта"),
        ("soft_skills", "Гибкие навыки обоих развиты лучше", "тест, анкета, наблюдение"),
        ("hobby", "Увлечение стало серьёзнее, больше участия во внеурочных делах", "анкета, опрос"),
        (
            "horizon",
            "Наставляемый вышел за пределы учебных занятий и видит свои перспективы",
            "участие в проектах и встречах",
        ),
        ("wants_to_mentor", "Наставляемый сам хочет стать наставником", "опрос"),
        confirmed=True,
    ),
    *_outcomes(
        (formats.STUDENT_STUDENT,),
        ("pair_kept", "Пара сохранилась до конца срока", "состояние пары"),
        ("work_done", "Намеченное выполнено", "отметки в плане пары"),
        ("growth", "Каждый вырос лично", "анкета до и после, наблюдение педагога"),
        confirmed=True,
    ),
    *_outcomes(
        (formats.STUDENT_STUDENT,),
        ("study_and_mood", "Успеваемость и настроение лучше, чем на входе", "средний балл, анкета до и после"),
        ("clubs", "Больше занимаются в кружках и секциях", "журнал посещений"),
        ("projects", "Есть завершённые проекты", "число проектов"),
    ),
    *_outcomes(
        (formats.TEACHER_TEACHER,),
        ("certified", "Через три года наставляемый работает и прошёл аттестацию", "сведения о кадрах, аттестация"),
        confirmed=True,
    ),
    *_outcomes(
        (formats.TEACHER_TEACHER,),
        ("satisfied", "Наставляемый доволен работой", ASKED),
        ("remained", "Доля молодых и новых педагогов, которые остались", "сведения о кадрах"),
        ("class_results", "Учебные результаты групп наставляемого растут", "качество знаний на входе и выходе"),
        ("conflicts", "Конфликтов с коллегами и родителями меньше", "записи администрации"),
        ("publications", "Есть свои статьи, разработки, выступления", "список работ"),
    ),
    *_outcomes(
        (formats.COLLEGE_SCHOOL,),
        ("route_made", "Составлен образовательный маршрут", "маршрут, беседа"),
        ("study", "Успеваемость выше, чем на входе", "средний балл"),
        ("project_shown", "Общий проект защищён", "итоги защиты"),
        ("sure_choice", "Уверенность в выборе выросла", ASKED),
    ),
    *_outcomes(
        (formats.EMPLOYER_SCHOOL,),
        ("career_tests", "Доля прошедших профориентационные пробы и тесты", "отметки о прохождении"),
        ("company_projects", "Число проектов для предприятия", "список проектов"),
        ("trade_interest", "Интерес к профессии вырос", ASKED),
    ),
    *_outcomes(
        (formats.EMPLOYER_COLLEGE,),
        ("skills_shown", "Практические умения подтверждены", "отзыв предприятия, пробная работа"),
        ("wants_to_work", "Доля тех, кто хочет работать по профессии", ASKED),
        ("hired", "Доля трудоустроенных", "сведения о трудоустройстве"),
    ),
    *_outcomes(
        (formats.COLLEGE_COLLEGE,),
        ("kept_studying", "Доля первокурсников, которые продолжают учиться", "приказы о движении студентов"),
        ("no_debts", "Аттестация пройдена без задолженностей", "ведомость"),
        ("at_home", "Первокурсник чувствует себя в группе своим", ASKED),
    ),
    *_outcomes(
        (formats.LEADER_TEACHER,),
        ("duties_taken", "Новые обязанности исполняются самостоятельно", "отзыв руководителя"),
        ("ideas_applied", "Предложения педагога внедрены", "число внедрённых предложений"),
    ),
    *_outcomes(
        (formats.PARTNER_TEACHER, formats.COLLEGE_TEACHER),
        ("programme_renewed", "Программа занятий обновлена", "изменённые темы программы"),
        ("new_ways", "Новые приёмы применяются", "посещение занятий"),
        ("shown_to_staff", "Опыт показан коллегам", "выступление, публикация"),
    ),
    *_outcomes(
        (formats.TEACHER_GUARDIAN,),
        ("parents_satisfied", "Родители понимают и поддерживают занятия ребёнка", ASKED),
        ("parents_present", "Семьи участвуют в событиях", "списки участников"),
    ),
    *_outcomes(
        (formats.SPECIALIST_STUDENT,),
        ("piece_made", "Собственная работа завершена", "работа, отзыв специалиста"),
        ("skill_level", "Умений больше, чем на входе", "просмотр до и после"),
        ("contests_of_craft", "Участвует в конкурсах и выставках", "дипломы, сертификаты"),
    ),
    *_outcomes(
        (),
        ("need_met", "Запрос, с которым пришёл наставляемый, решён", ASKED),
        ("met_regularly", "Встречи шли по плану", "дневник встреч"),
        ("would_go_on", "Участники довольны и готовы продолжать", "анкета в конце"),
        programme_type=ProgrammeType.PUPILS,
    ),
    *_outcomes(
        (),
        ("difficulty_gone", "Затруднение, с которого начинали, снято", "беседа, самооценка до и после"),
        ("programme_done", "Мероприятия персонализированной программы выполнены", "отметки в плане"),
        ("stays_here", "Наставляемый остаётся работать", "сведения о кадрах"),
        programme_type=ProgrammeType.TEACHERS,
    ),
    _while(Activity.ARTS, "performed", "Общий номер или работа показаны зрителям", "выступление, выставка"),
    _while(Activity.TECHNICAL, "it_works", "Технический проект доведён до действующего образца", "показ образца"),
    _while(Activity.SPORT, "sport_results", "Спортивные результаты выросли", "нормативы, протоколы соревнований"),
    _while(Activity.STUDY, "gap_closed", "Пробел по предмету закрыт", "проверочная работа до и после"),
    _while(Activity.VOCATION, "trade_sample", "Пробная работа по профессии выполнена", "работа, отзыв специалиста"),
    _while(Activity.COMMUNITY, "good_deed", "Полезное дело задумано и проведено", "рассказ участников, снимки"),
    _while(
        Activity.TEACHING,
        "open_lesson",
        "Открытое занятие проведено и разобрано",
        "лист посещения занятия",
        ProgrammeType.TEACHERS,
    ),
)
