"""Whom would you like to work with: asked right after the general meeting, before impressions fade."""

from nastavnik.domain.questionnaires.enums import Audience, Purpose
from nastavnik.domain.questionnaires.shipped.shape import Shipped, several_of, ten, words
from nastavnik.domain.questionnaires.specs import Condition, Kind, Question, Section, Spec

SOURCE = "Выбор сразу после общей встречи: методические материалы к целевой модели; формулировки наши."
NAMES = "Можно назвать до трёх человек, начиная с самого желанного. Имя и фамилия, как на бейдже."

MENTEE = Spec(
    title="После встречи: с кем хочу работать",
    intro="Ответы увидит только куратор программы. Другим ребятам и наставникам он их не покажет.",
    sections=(
        Section(
            "Кто запомнился",
            questions=(
                Question(
                    "first", Kind.TEXT, "С кем из наставников тебе хотелось бы работать больше всего?", hint=NAMES
                ),
                Question("second", Kind.TEXT, "Кто второй?", is_required=False),
                Question("third", Kind.TEXT, "Кто третий?", is_required=False),
                words("why", "Почему именно они?", hint="Что сказали, что умеют, чем понравились."),
            ),
        ),
        Section(
            "Твоя цель",
            questions=(
                Question("helps", Kind.TEXT, "Кто из наставников, по-твоему, лучше поможет с твоей целью?"),
                ten("sure", "Насколько твой выбор твёрдый?", "наугад", "точно знаю"),
                words(
                    "more",
                    "Чего не хватило, чтобы решить?",
                    shown_if=Condition("sure", "at_most", 5),
                    hint="Куратор поможет это узнать.",
                ),
                Question(
                    "nobody",
                    Kind.TEXT,
                    "С кем работать не хотелось бы?",
                    is_required=False,
                    hint="Это не обидит никого.",
                ),
            ),
        ),
    ),
    is_familiar=True,
)

MENTOR = Spec(
    title="После встречи: кому смогу помочь",
    intro="Ответы увидит только куратор программы.",
    sections=(
        Section(
            "Кто запомнился",
            questions=(
                Question("first", Kind.TEXT, "С кем вы хотели бы работать больше всего?", hint=NAMES),
                Question("second", Kind.TEXT, "Кто второй?", is_required=False),
                Question("third", Kind.TEXT, "Кто третий?", is_required=False),
                Question("helps", Kind.TEXT, "Кому вы точно сможете помочь?", is_required=False),
                several_of(
                    "with_what",
                    "С чем вы готовы помогать?",
                    "учёба и предметы",
                    "выбор профессии",
                    "проект или конкурс",
                    "дела класса и школы",
                    "уверенность и общение",
                    "первые шаги в должности",
                ),
                words("why", "Что подсказало вам этот выбор?"),
            ),
        ),
    ),
)

SHIPPED = (
    Shipped("choice_mentee", MENTEE.title, Purpose.CHOICE, Audience.MENTEE, MENTEE, source=SOURCE),
    Shipped("choice_mentor", MENTOR.title, Purpose.CHOICE, Audience.MENTOR, MENTOR, source=SOURCE),
)
