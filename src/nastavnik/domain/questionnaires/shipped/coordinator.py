"""The coordinator's own look at the programme: nine signs, each 0, 1 or 2, and three levels."""

from nastavnik.domain.questionnaires.enums import Audience, Purpose
from nastavnik.domain.questionnaires.shipped.shape import Shipped
from nastavnik.domain.questionnaires.specs import Kind, Question, Scale, Score, Scoring, Section, Spec

FULLY = Scale(0, 2, labels=("не видно", "отчасти", "в полной мере"))

SIGNS = (
    ("aims", "То, что делается, отвечает целям и задачам программы"),
    ("principles", "Соблюдаются принципы, на которых программа построена"),
    ("methods", "Подходы и приёмы работы современны и уместны"),
    ("climate", "Участникам спокойно: их слушают, не торопят и не высмеивают"),
    ("mentors_logic", "Наставник действует последовательно и понимает, что происходит с его подопечным"),
    ("people_satisfied", "Участники довольны тем, как идёт работа"),
    ("partners_satisfied", "Партнёры довольны сотрудничеством"),
    ("mentees_active", "Наставляемые деятельны и увлечены"),
    ("applied", "Узнанное применяют: в учёбе, в делах, в жизни школы и города"),
)

QUESTIONS = tuple(
    Question(code, Kind.SCALE, text, scale=FULLY, allows_not_assessed=True, comment_below=1) for code, text in SIGNS
)

SHIPPED = (
    Shipped(
        code="coordinator_nine",
        title="Как идёт программа: взгляд куратора",
        purpose=Purpose.QUALITY,
        audience=Audience.COORDINATOR,
        spec=Spec(
            title="Как идёт программа: взгляд куратора",
            intro="Девять признаков. Отметьте, насколько каждый виден у вас сейчас. Где виден слабо, напишите почему: "
            "пригодится для плана.",
            sections=(
                Section("Замысел и устройство", questions=QUESTIONS[:3]),
                Section("Люди и отношения", questions=QUESTIONS[3:8]),
                Section("Что из этого выходит", questions=QUESTIONS[8:]),
            ),
        ),
        scoring=Scoring(
            (
                Score(
                    code="total",
                    title="Всего",
                    questions=tuple(code for code, _text in SIGNS),
                    thresholds=((0, "недопустимый уровень"), (9, "допустимый уровень"), (15, "оптимальный уровень")),
                ),
            )
        ),
        source="Темы девяти показателей и границы уровней 15–18, 9–14, 0–8 взяты из методических материалов к целевой "
        "модели наставничества обучающихся; формулировки наши.",
    ),
)
