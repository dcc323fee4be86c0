"""Satisfaction at the end and on the way, the parents, the mentor's check of himself, the eight outcomes."""

from nastavnik.domain.questionnaires.enums import Audience, Purpose
from nastavnik.domain.questionnaires.shipped.shape import Shipped, one_of, rows, several_of, ten, words, yes_no
from nastavnik.domain.questionnaires.specs import Condition, Kind, Question, Scale, Score, Scoring, Section, Spec

MODEL = "Темы из методических материалов к целевой модели наставничества; формулировки наши."
MODULE = "Восемь результатов школьной программы «учитель–ученик»; формулировки наши."
GRACE = "Требования и ошибки из опыта танцевального коллектива «ученик–ученик»; формулировки наши."


def _satisfied(*codes: str) -> Scoring:
    thresholds = ((1, "не удовлетворены"), (7, "удовлетворены"))
    return Scoring((Score("satisfaction", "Удовлетворённость", codes, "mean", thresholds),))


PULSE = Spec(
    "Как дела в паре?",
    "Три вопроса, полминуты. Имён нет: куратор увидит только общее.",
    (
        Section(
            "Сейчас",
            questions=(
                ten("comfort", "Насколько легко друг с другом?", comment_below=4),
                ten("use", "Насколько встречи полезны?"),
                yes_no("talk", "Нужно ли поговорить с куратором?"),
                words("about", "О чём? Можно и просто подойти.", shown_if=Condition("talk", "is", True)),
            ),
        ),
    ),
)

PARTICIPANTS = Spec(
    "Как прошла программа?",
    "Без имён. Можно писать как есть.",
    (
        Section(
            "Пять оценок",
            questions=(
                ten("comfort", "Было легко общаться"),
                ten("use", "Встречи были полезны"),
                ten("work", "Работали вместе хорошо"),
                ten("result", "Результат радует"),
                ten("expectations", "Ожидания оправдались"),
            ),
        ),
        Section(
            "Своими словами",
            questions=(
                words("best", "Что было лучше всего?"),
                words("change", "Что поменять в следующий раз?"),
                yes_no("recommend", "Стоит ли советовать другу?"),
            ),
        ),
    ),
)

GUARDIANS = Spec(
    "Родителям: что изменилось?",
    "Без имён. Пять минут.",
    (
        Section(
            "Ребёнок",
            questions=(
                ten("wants", "Насколько охотно ребёнок ходил на встречи?"),
                ten("mood", "Каким было настроение после них?", "плохим", "отличным"),
                ten("study", "Стало ли лучше с тем, ради чего начинали?", allows_not_assessed=True),
                ten("safe", "Насколько вам было спокойно за ребёнка?", comment_below=6),
            ),
        ),
        Section(
            "Школа и вы",
            questions=(
                ten("told", "Хватало ли вам сведений о программе?"),
                several_of(
                    "how_told",
                    "Откуда вы узнавали новости?",
                    "от ребёнка",
                    "от классного руководителя",
                    "от куратора",
                    "со страницы программы",
                    "ниоткуда",
                ),
                yes_no("again", "Хотите ли, чтобы ребёнок участвовал дальше?"),
                words("words", "Что вы хотели бы сказать?"),
            ),
        ),
    ),
)

CHECKED = (
    ("experience", "У меня есть опыт в том, чему я учу"),
    ("process", "Я знаю, из каких шагов складывается работа наставника"),
    ("method", "Я владею хотя бы двумя способами объяснить одно и то же"),
    ("who_does", "После каждой встречи ясно, кто что делает"),
    ("not_instead", "Я не делаю за подопечного его работу"),
    ("no_cheap_praise", "Я хвалю за то, что далось с трудом"),
    ("learns", "Я тоже чему-то учусь у подопечного"),
)
SELF = Spec(
    "Проверьте себя: наставник",
    "Отмечаете только вы, куратор видит лишь то, что проверка пройдена.",
    (
        Section(
            "Требования и ошибки",
            questions=tuple(
                Question(code, Kind.SCALE, text, scale=Scale(0, 2, labels=("пока нет", "отчасти", "да")))
                for code, text in CHECKED
            ),
        ),
    ),
)
SELF_SCORE = Scoring(
    (
        Score(
            "ready",
            "Готовность",
            tuple(code for code, _text in CHECKED),
            thresholds=((0, "есть чему учиться"), (8, "можно начинать"), (12, "уверенно")),
        ),
    )
)

OUTCOMES = Spec(
    "Что изменилось: восемь результатов",
    "Форма «педагог–обучающийся». Отметьте, насколько виден каждый результат, и чем это подтверждается.",
    (
        Section(
            "Учёба и состояние",
            questions=(
                ten("r1", "Успеваемость лучше, на душе спокойнее", allows_not_assessed=True),
                words("r1_proof", "Чем подтверждается? Средний балл, тест."),
                ten("r2", "Учиться интереснее, стресса и апатии меньше", allows_not_assessed=True),
                ten("r5", "Гибкие навыки развиты лучше", allows_not_assessed=True),
            ),
        ),
        Section(
            "Дела",
            questions=(
                Question(
                    "facts",
                    Kind.MATRIX,
                    "Что было на самом деле?",
                    rows=rows(
                        "участие в конкурсах и олимпиадах",
                        "совместный проект защищён",
                        "увлечение стало серьёзнее, больше внеурочных дел",
                        "социальные проекты, круглые столы, встречи",
                    ),
                    scale=Scale(0, 2, labels=("не было", "начато", "есть результат")),
                ),
                words("proof", "Дипломы, итоги защиты, названия дел"),
            ),
        ),
        Section("Дальше", questions=(yes_no("r8", "Наставляемый хочет сам стать наставником"),)),
    ),
)

PARTNERS = Spec(
    "Партнёрам программы",
    "Коротко: стоит ли продолжать вместе.",
    (
        Section(
            "Сотрудничество",
            questions=(
                ten("clear", "Было ли понятно, что от вас нужно?"),
                ten("people", "Насколько подготовлены ребята, с которыми вы работали?"),
                ten("worth", "Стоило ли это вашего времени?"),
                one_of("next", "Готовы ли вы продолжить?", "да, в том же объёме", "да, но меньше", "пока нет"),
                words("wish", "Что изменить?"),
            ),
        ),
    ),
)

SHIPPED = (
    Shipped("pulse", PULSE.title, Purpose.DURING, Audience.ANYBODY, PULSE, is_anonymous=True, source=MODEL),
    Shipped(
        "satisfaction",
        PARTICIPANTS.title,
        Purpose.SATISFACTION,
        Audience.ANYBODY,
        PARTICIPANTS,
        _satisfied("comfort", "use", "work", "result", "expectations"),
        is_anonymous=True,
        source=MODEL,
    ),
    Shipped(
        "guardians",
        GUARDIANS.title,
        Purpose.SATISFACTION,
        Audience.GUARDIAN,
        GUARDIANS,
        _satisfied("wants", "mood", "safe", "told"),
        is_anonymous=True,
        source="Наблюдения школ: родителей спрашивают в конце; формулировки наши.",
    ),
    Shipped("mentor_self_check", SELF.title, Purpose.SELF_CHECK, Audience.MENTOR, SELF, SELF_SCORE, source=GRACE),
    Shipped(
        "eight_outcomes",
        OUTCOMES.title,
        Purpose.AFTER,
        Audience.TEACHER,
        OUTCOMES,
        formats=("teacher_student",),
        source=MODULE,
    ),
    Shipped("partners", PARTNERS.title, Purpose.SATISFACTION, Audience.ANYBODY, PARTNERS, source=MODEL),
)
