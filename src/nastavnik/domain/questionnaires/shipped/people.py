"""Values, ways of working and how one opens up, asked of both sides alike; what a teacher sees; the five questions."""

from nastavnik.domain.questionnaires.enums import Audience, Purpose
from nastavnik.domain.questionnaires.shipped.shape import Shipped, one_of, options, rows, several_of, ten, words
from nastavnik.domain.questionnaires.specs import Kind, Question, Scale, Score, Scoring, Section, Spec

GRACE = "Вопросы педагога перед началом наставничества в танцевальном коллективе; формулировки наши."
VALUES = (
    "честность",
    "дружба",
    "упорство",
    "юмор",
    "порядок",
    "свобода",
    "семья",
    "справедливость",
    "новое и открытия",
)
WAYS = (
    "сначала посмотреть, как делает другой",
    "пробовать самому и ошибаться",
    "разбирать по шагам, с планом",
    "обсуждать вслух",
    "читать и смотреть самому, спрашивать по делу",
    "делать что-то вместе руками",
)
OPENS = ("сразу, с первой встречи", "со временем, когда привыкну", "только в узком кругу")
SEEN = Scale(1, 5, labels=("не видно", "изредка", "иногда", "часто", "всегда"))


def _getting_on(title: str, whom: str, ways: str, *, is_familiar: bool = False) -> Spec:
    def say(you: str, thou: str) -> str:
        return thou if is_familiar else you

    return Spec(
        title,
        "Это нужно, чтобы подобрать того, с кем будет легко. Ответы увидит куратор.",
        (
            Section(
                "Что важно",
                questions=(
                    several_of(
                        "values",
                        say(
                            f"Что вам важнее всего в {whom}? Выберите до трёх.",
                            f"Что тебе важнее всего в {whom}? Выбери до трёх.",
                        ),
                        *VALUES,
                    ),
                    several_of("ways", ways, *WAYS),
                ),
            ),
            Section(
                say("Как вам легче", "Как тебе легче"),
                questions=(
                    one_of(
                        "openness",
                        say("Как вы раскрываетесь с новым человеком?", "Как ты раскрываешься с новым человеком?"),
                        *OPENS,
                    ),
                    ten(
                        "quiet",
                        say("Вам легче молчать и слушать или говорить?", "Тебе легче молчать и слушать или говорить?"),
                        "слушать",
                        "говорить",
                    ),
                    words(
                        "must_know",
                        say("Что второму важно знать о вас заранее?", "Что второму важно знать о тебе заранее?"),
                    ),
                ),
            ),
        ),
        is_familiar=is_familiar,
    )


MENTEE = _getting_on("Что мне важно: наставляемый", "наставнике", "Как тебе легче учиться новому?", is_familiar=True)
MENTOR = _getting_on("Что мне важно: наставник", "том, кому помогаете", "Как вы привыкли учить другого?")

FIVE = Spec(
    "Каким будет наставник: пять вопросов педагогу",
    "Ответьте до того, как звать наставников: от ответов зависит модель.",
    (
        Section(
            "Пять вопросов",
            questions=(
                one_of(
                    "friend",
                    "Нужен ли наставник, который будет справедливым другом и покажет человека со стороны?",
                    "да, прежде всего друг",
                    "и друг, и знаток",
                    "нет, важнее знания",
                ),
                ten("expert", "Насколько глубоко он должен знать дело?", "достаточно основ", "как эксперт"),
                one_of(
                    "shares",
                    "Захочет ли он делиться тем, как сам этого добился?",
                    "да, ему это нравится",
                    "если попросить",
                    "пока не знаю, поговорю",
                ),
                one_of(
                    "term",
                    "На какой срок его хватит как знатока?",
                    "одна-две встречи",
                    "месяц-два",
                    "полугодие",
                    "весь учебный год",
                ),
                one_of(
                    "authority",
                    "Чем он завоюет доверие?",
                    "мастерством",
                    "дружбой и вниманием",
                    "и тем и другим",
                ),
                words("then", "Кого вы видите, ответив так? Запишите двух-трёх человек."),
            ),
        ),
    ),
)

CANDIDATE = Spec(
    "Кандидат в наставники: о себе",
    "Здесь нет оценок. Ответы помогут решить, с кем и чем начать.",
    (
        Section(
            "Опыт и дело",
            questions=(
                one_of("role", "Кем вам легче быть для подопечного?", "другом", "знатоком", "и тем и другим"),
                ten("knows", "Насколько вы уверены в том, чему хотите учить?", "только начинаю", "могу научить"),
                ten("method", "Знаете ли вы, как строить встречи и давать задания?", "пока нет", "да"),
                ten("leads", "Легко ли вам вести за собой?"),
                ten("organises", "Легко ли вам договариваться, помнить сроки, доводить до конца?"),
            ),
        ),
        Section(
            "Готовность",
            questions=(
                ten("shares", "Хочется ли вам делиться тем, как вы этого добились?"),
                ten("learns", "Готовы ли вы сами учиться у того, кому помогаете?"),
                one_of("term", "На какой срок вы готовы?", "несколько встреч", "полугодие", "учебный год"),
                words("why", "Зачем вам это?"),
                words("fears", "Что смущает? Это можно решить вместе."),
            ),
        ),
    ),
)

OBSERVED = Question(
    "seen",
    Kind.MATRIX,
    "Что вы видите на занятиях и переменах?",
    rows=rows(
        "помогает другим, когда его не просят",
        "доводит начатое до конца",
        "говорит, что думает, и слушает других",
        "спокойно встречает неудачу",
        "ищет новое сам",
        "его слушают ровесники",
    ),
    scale=SEEN,
    allows_not_assessed=True,
)
OBSERVATION = Spec(
    "Наблюдение педагога",
    "Только то, что вы видели сами. Диагнозов и предположений о семье не пишите.",
    (
        Section("Что видно", questions=(OBSERVED,)),
        Section(
            "Ценности, способы, открытость",
            questions=(
                several_of("values", "Что этому человеку дорого?", *VALUES, is_required=False),
                several_of("ways", "Как он легче всего учится или учит?", *WAYS, is_required=False),
                Question(
                    "openness",
                    Kind.CHOICE,
                    "Как он раскрывается?",
                    options=options("сразу", "со временем", "в узком кругу"),
                    is_required=False,
                ),
                words("note", "Что ещё важно для подбора пары?"),
            ),
        ),
    ),
)
LEADS = Scoring((Score("leads", "Виден как наставник", ("seen",), how="mean"),))

SHIPPED = (
    Shipped("getting_on_mentee", MENTEE.title, Purpose.APPLICATION, Audience.MENTEE, MENTEE, source=GRACE),
    Shipped("getting_on_mentor", MENTOR.title, Purpose.APPLICATION, Audience.MENTOR, MENTOR, source=GRACE),
    Shipped("five_questions", FIVE.title, Purpose.OTHER, Audience.TEACHER, FIVE, source=GRACE),
    Shipped("candidate", CANDIDATE.title, Purpose.APPLICATION, Audience.MENTOR, CANDIDATE, source=GRACE),
    Shipped("observation", OBSERVATION.title, Purpose.OBSERVATION, Audience.TEACHER, OBSERVATION, LEADS, source=GRACE),
)
