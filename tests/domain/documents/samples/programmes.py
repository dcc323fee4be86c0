"""Two invented programmes of real length: one for pupils with two modules, one for teachers."""

from datetime import date

from nastavnik.domain.documents.kinds.frame import Frame, Order
from nastavnik.domain.documents.kinds.programme_text import Event, ModuleText, ProgrammeText, StageText
from nastavnik.domain.programmes.enums import Catalogue, ProgrammeType
from nastavnik.domain.programmes.shipped.shape import Entry
from tests.domain.documents.rendering.samples import COORDINATOR, HEAD, SCHOOL

ACTS = (
    "распоряжение Министерства просвещения Российской Федерации от 25.12.2019 № Р-145",
    "устав организации",
)
FRAME = Frame(SCHOOL, HEAD, number="42-ОД", day=date(2026, 8, 28), grounds=ACTS, coordinator=COORDINATOR)
APPENDIX = Frame(
    SCHOOL,
    HEAD,
    day=date(2026, 8, 28),
    grounds=ACTS,
    coordinator=COORDINATOR,
    approved_by=Order("42-ОД", date(2026, 8, 28), 1),
)


def entry(catalogue: str, code: str, title: str, text: str = "", **details: object) -> Entry:
    return Entry(catalogue, code, title, text, details)


COMMON = {
    Catalogue.TERM: (
        entry(Catalogue.TERM, "mentoring", "наставничество", "передача опыта в общении, основанном на доверии"),
        entry(Catalogue.TERM, "mentor", "наставник", "участник с опытом, готовый им делиться"),
        entry(Catalogue.TERM, "mentee", "наставляемый", "участник, который с помощью наставника решает свои задачи"),
    ),
    Catalogue.PRINCIPLE: (
        entry(Catalogue.PRINCIPLE, "free_will", "добровольность", "никто не участвует против воли"),
        entry(Catalogue.PRINCIPLE, "dialogue", "открытый диалог"),
    ),
    Catalogue.TASK: (
        entry(Catalogue.TASK, "study", "Повысить интерес к учёбе"),
        entry(Catalogue.TASK, "leader", "Помочь раскрыть лидерские качества"),
    ),
    Catalogue.EXPECTED_RESULT: (
        entry(Catalogue.EXPECTED_RESULT, "motivation", "Выросли интерес к учёбе и осознанность выбора"),
        entry(Catalogue.EXPECTED_RESULT, "friends", "Сложились дружные пары"),
    ),
    Catalogue.MENTOR_RIGHT: (
        entry(Catalogue.MENTOR_RIGHT, "help", "Получать помощь куратора и психолога"),
        entry(Catalogue.MENTOR_RIGHT, "leave", "Просить куратора о замене"),
    ),
    Catalogue.MENTOR_DUTY: (
        entry(Catalogue.MENTOR_DUTY, "plan", "Составить с наставляемым план"),
        entry(Catalogue.MENTOR_DUTY, "secret", "Не разглашать то, что доверил наставляемый"),
    ),
    Catalogue.MENTEE_RIGHT: (entry(Catalogue.MENTEE_RIGHT, "plan", "Участвовать в составлении плана"),),
    Catalogue.MENTEE_DUTY: (entry(Catalogue.MENTEE_DUTY, "come", "Приходить на встречи вовремя"),),
    Catalogue.OPPORTUNITY: (
        entry(Catalogue.OPPORTUNITY, "friend", "Появится старший товарищ, которого можно спросить о трудном"),
        entry(Catalogue.OPPORTUNITY, "project", "Получится довести до конца своё дело: проект, номер, работу"),
    ),
}
OUTCOMES = (
    entry(Catalogue.OUTCOME, "marks", "Успеваемость стала выше", instrument="средний балл, тест"),
    entry(Catalogue.OUTCOME, "project", "Совместный проект защищён", instrument="итоги защиты"),
    entry(Catalogue.OUTCOME, "wants_to_mentor", "Наставляемый сам хочет стать наставником", instrument="опрос"),
)
TEACHER_PUPIL = ModuleText(
    key="1",
    title="Учитель – ученик",
    form="учитель–ученик",
    role_model="учитель–одарённый ученик",
    kind="Индивидуальное",
    kind_definition="Наставник ведёт одного человека: план и темп исходят из его запроса.",
    note="На уроке у педагога мало времени на каждого. Вне урока он становится наставником.",
    aim="Раскрыть способности каждого наставляемого",
    entries={
        **COMMON,
        Catalogue.KIND: (entry(Catalogue.KIND, "group", "Групповое", "Один наставник работает с группой."),),
        Catalogue.METHOD: (
            entry(Catalogue.METHOD, "talk", "Обсуждение и рефлексия", "осмысление того, что сделано"),
            entry(Catalogue.METHOD, "example", "Личный пример"),
        ),
        Catalogue.MENTOR_PORTRAIT: (
            entry(
                Catalogue.MENTOR_PORTRAIT,
                "teacher",
                "Опытный педагог",
                "учится сам и помогает другим",
                signs=["владеет методикой", "умеет слушать"],
            ),
        ),
        Catalogue.MENTOR_POST: (
            entry(Catalogue.MENTOR_POST, "class_teacher", "Классный руководитель"),
            entry(Catalogue.MENTOR_POST, "psychologist", "Педагог-психолог"),
        ),
        Catalogue.MENTEE_PORTRAIT: (
            entry(
                Catalogue.MENTEE_PORTRAIT,
                "gifted",
                "Увлечённый ученик",
                signs=["хочет большего, чем даёт урок", "не уверен в себе"],
            ),
        ),
        Catalogue.OUTCOME: OUTCOMES,
        Catalogue.SOCIAL_EFFECT: (
            entry(Catalogue.SOCIAL_EFFECT, "mentor", "Обмен опытом с коллегами", role="mentor"),
            entry(Catalogue.SOCIAL_EFFECT, "mentee", "Прочные знания", role="mentee"),
        ),
    },
    watched="meetings",
    radar_period=14,
)
PUPIL_PUPIL = ModuleText(
    key="2",
    title="Старшие – младшим",
    form="ученик–ученик",
    kind="Групповое",
    kind_definition="Один наставник работает с несколькими.",
    aim="Помочь младшим освоиться",
    watched="meetings",
    radar_period=21,
)
STAGES = (
    StageText("preparation", "Подготовка условий", date(2026, 9, 1), date(2026, 9, 21)),
    StageText("mentee_pool", "База наставляемых", date(2026, 9, 15), date(2026, 10, 16)),
    StageText("selection_training", "Отбор и обучение", date(2026, 10, 6), date(2026, 10, 26)),
    StageText("matching", "Пары и группы", date(2026, 10, 16), date(2026, 10, 31)),
    StageText("running", "Работа пар", date(2026, 10, 26), date(2027, 5, 14)),
    StageText("closing", "Завершение", date(2027, 4, 29), date(2027, 5, 29)),
)
EVENTS = (
    Event("Запуск модуля", "Рассказать детям и родителям", "Список желающих, согласия", "сентябрь 2026"),
    Event("Беседы и занятия", "Поддержать интерес", "Дневники встреч", "октябрь 2026 – апрель 2027"),
    Event("Итоговая встреча", "Показать сделанное", "Проекты, благодарности", "28.05.2027"),
)
PUPILS = ProgrammeText(
    title="Вместе к успеху",
    type=ProgrammeType.PUPILS,
    year="2026/2027",
    starts_on=date(2026, 9, 1),
    ends_on=date(2027, 5, 29),
    goal="Каждый, кто просит помощи, находит наставника и видит свои успехи.",
    note="Программа продолжает опыт прошлого года.\nВ ней два модуля.",
    modules=(TEACHER_PUPIL, PUPIL_PUPIL),
    stages=STAGES,
    events=EVENTS,
    entries=TEACHER_PUPIL.entries,
    mentor_limit=3,
    council_on=date(2026, 8, 27),
    council_protocol="1",
)
TEACHERS = ProgrammeText(
    title="Учитель – учителю",
    type=ProgrammeType.TEACHERS,
    year="2026/2027",
    starts_on=date(2026, 9, 1),
    ends_on=date(2027, 5, 29),
    modules=(
        ModuleText(
            key="3",
            title="Первые годы в школе",
            form="учитель–учитель",
            role_model="опытный учитель–молодой специалист",
            kind="Индивидуальное",
            kind_definition="Наставник ведёт одного человека.",
            aim="Помочь молодому учителю закрепиться в профессии",
            entries=COMMON,
            watched="meetings",
            radar_period=30,
        ),
    ),
    stages=STAGES,
    events=EVENTS,
    entries=COMMON,
)
# What a new institution has on its first day: no words at all.
BARE = ProgrammeText(title="Проба", type=ProgrammeType.PUPILS, starts_on=date(2026, 9, 1))
