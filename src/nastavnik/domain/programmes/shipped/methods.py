"""Методы, направления плана, принципы и понятия."""

from nastavnik.domain.programmes.enums import Catalogue, ProgrammeType
from nastavnik.domain.programmes.shipped.shape import Entry


def _method(code: str, title: str, text: str) -> Entry:
    return Entry(Catalogue.METHOD, code, title, text, is_usual=True, is_confirmed=True)


def _direction(code: str, title: str, text: str, *, pupils: bool = False) -> Entry:
    programme_type = ProgrammeType.PUPILS if pupils else ProgrammeType.TEACHERS
    return Entry(
        Catalogue.DIRECTION,
        code,
        title,
        text,
        programme_type=programme_type,
        is_usual=True,
        is_confirmed=not pupils,
    )


def _principle(code: str, title: str, text: str) -> Entry:
    return Entry(Catalogue.PRINCIPLE, code, title, text, is_usual=True, is_confirmed=True)


def _term(
    code: str, title: str, text: str, *, confirmed: bool = False, programme_type: str = "", usual: bool = True
) -> Entry:
    return Entry(
        Catalogue.TERM,
        code,
        title,
        text,
        programme_type=programme_type,
        is_usual=usual,
        is_confirmed=confirmed,
    )


METHODS = (
    _method("activity", "Организация деятельности", "Наставник находит дело, в котором наставляемый растёт сам."),
    _method("discussion", "Обсуждение и рефлексия", "Вместе говорят о сделанном: что вышло, что нет и чему научились."),
    _method("situations", "Специальные ситуации", "Наставник создаёт случай попробовать новое: задачу, роль, спор."),
    _method("environment", "Создание среды", "Место, материалы и порядок работы подбирают так, чтобы они помогали."),
    _method("diagnostics", "Диагностика и контроль", "Наблюдение, беседа и короткая анкета показывают продвижение."),
    _method("facilitation", "Мотивация и фасилитация", "Наставник поддерживает интерес и облегчает общую работу."),
    _method("counselling", "Консультирование и инструктаж", "Наставник отвечает на вопросы, объясняет и показывает."),
    _method("example", "Личный пример", "Наставник сам действует так, как учит, и открыто рассказывает о своём пути."),
)

DIRECTIONS = (
    _direction("theory", "Теоретическое", "Основы педагогики и новое в своей области знаний."),
    _direction("regulations", "Нормативное", "Законы, стандарты и локальные акты, по которым работает педагог."),
    _direction("subject", "Предметно-профессиональное", "Содержание предмета или программы, которую ведёт педагог."),
    _direction(
        "psychology", "Психолого-педагогическое", "Возрастные особенности, общение с обучающимися и их родителями."
    ),
    _direction("methodology", "Методическое", "Планирование занятия, приёмы, разбор и оценивание."),
    _direction("digital", "Цифровые технологии", "Электронные средства для занятий, учёта и связи."),
    _direction(
        "upbringing", "Внеурочная и воспитательная работа", "События, кружки, воспитание и классное руководство."
    ),
    _direction("self_choice", "Самоопределение", "Интересы, сильные стороны, планы после выпуска.", pupils=True),
    _direction("learning", "Приёмы учёбы", "Как готовиться, запоминать, распределять время.", pupils=True),
    _direction("project", "Проект", "Общая работа от замысла до защиты.", pupils=True),
    _direction("contest", "Конкурсы и олимпиады", "Подготовка, участие, разбор итогов.", pupils=True),
    _direction("communication", "Общение", "Дружба, команда, публичное выступление.", pupils=True),
)

PRINCIPLES = (
    _principle("voluntary", "Добровольность", "Наставниками и наставляемыми становятся по желанию; отказ не осуждают."),
    _principle("consent", "Взаимное согласие", "Пара складывается, когда согласны оба, и вместе решает, как работать."),
    _principle("trust", "Доверие", "Сказанное на встрече остаётся между участниками, кроме случаев угрозы человеку."),
    _principle("dialogue", "Диалог", "Спрашивают и слушают обе стороны; решения не навязывают."),
    _principle("partnership", "Партнёрство", "Роли разные, достоинство равное; за итог отвечают вместе."),
    _principle("enrichment", "Взаимообогащение", "Новому учатся и наставляемый, и наставник."),
)

TERMS = (
    _term(
        "mentoring",
        "Наставничество",
        "способ передать опыт, знания, умения и ценности в живом общении, которое строится на доверии и партнёрстве и "
        "полезно обеим сторонам",
        confirmed=True,
    ),
    _term(
        "mentor",
        "Наставник",
        "участник программы, который уже добился успеха в деле, готов делиться этим опытом и умеет это делать",
        confirmed=True,
    ),
    _term(
        "mentee",
        "Наставляемый",
        "участник программы, который с помощью наставника решает свои учебные, профессиональные или личные задачи и "
        "осваивает новое",
        confirmed=True,
    ),
    _term(
        "coordinator",
        "Куратор",
        "сотрудник учреждения или партнёра, который организует программу, подбирает и сопровождает пары и отвечает за "
        "её ход",
        confirmed=True,
    ),
    _term(
        "format",
        "Форма наставничества",
        "то, кто кого ведёт: роли участников определяются их занятием и положением",
        confirmed=True,
    ),
    _term(
        "role_model",
        "Ролевая модель",
        "уточнение формы: в каких ролях и с каким запросом встречаются двое, например равный помогает равному",
    ),
    _term(
        "traditional",
        "Традиционное наставничество",
        "модель, в которой ведёт опытный и успешный специалист: помогает лучше работать, расти в профессии, осваивать "
        "новые роли, ценности и традиции дела",
        confirmed=True,
        usual=False,
    ),
    _term(
        "peer_to_peer",
        "Наставничество «равный–равному»",
        "модель, в которой ведёт равный по возрасту или положению, но более опытный в одном деле; успехи отслеживают "
        "вдвоём",
        confirmed=True,
        usual=False,
    ),
    _term(
        "programme",
        "Программа наставничества",
        "цели, участники, этапы и мероприятия, по которым учреждение ведёт наставничество в установленный срок",
    ),
    _term(
        "meta_skill",
        "Метакомпетенция",
        "способность самому находить, чему учиться, и осваивать новые умения, опираясь на уже имеющиеся",
        confirmed=True,
    ),
    _term(
        "personal_programme",
        "Персонализированная программа",
        "документ одной пары педагогов, обычно на год с возможностью продлить: трудности, цель, мероприятия, сроки и "
        "ожидаемый итог",
        confirmed=True,
        programme_type=ProgrammeType.TEACHERS,
    ),
    _term(
        "development_plan",
        "Индивидуальный план",
        "задания пары со сроками, ожидаемым и полученным результатом",
        programme_type=ProgrammeType.PUPILS,
    ),
)
