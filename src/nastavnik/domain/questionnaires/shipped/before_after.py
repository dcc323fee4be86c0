"""Before and after: mentee and mentor of every format. The same codes on both sides of the time make the change."""

from collections.abc import Iterator

from nastavnik.domain.questionnaires.enums import Audience, Purpose
from nastavnik.domain.questionnaires.shipped.shape import Shipped, one_of, ten, words, yes_no
from nastavnik.domain.questionnaires.shipped.states import FORMATS, GENERAL, FormatQuestions
from nastavnik.domain.questionnaires.specs import Condition, Question, Score, Scoring, Section, Spec

SOURCE = (
    "Темы пунктов и шкала 1–10 взяты из методических материалов к целевой модели наставничества, блок «да / нет» из "
    "строк для анализа сильных и слабых сторон; результаты формы «педагог–обучающийся» из школьной программы. "
    "Формулировки наши."
)
INTRO_BEFORE = "Правильных ответов нет. Через некоторое время спросим то же самое, чтобы увидеть перемены."
INTRO_AFTER = "Правильных ответов нет. Честный ответ поможет следующим парам."
# Comfort, use, joint work, result, expectations: «удовлетворён» from seven on, a usual threshold that no act names.
SATISFIED = Scoring(
    (
        Score(
            "satisfaction",
            "Удовлетворённость",
            ("comfort", "personal_use", "work", "result", "expectations"),
            how="mean",
            thresholds=((1, "не удовлетворены"), (7, "удовлетворены")),
        ),
    )
)


def _now(asked: FormatQuestions, side: int) -> Section:
    marks = tuple(ten(f"now_{state[0]}", state[side], "совсем плохо", "отлично") for state in asked.states)
    return Section("Как сейчас", "От 1 до 10: 1 совсем плохо, 10 отлично.", marks)


def _mentee_before(asked: FormatQuestions) -> Spec:
    return Spec(
        "До начала: наставляемый",
        INTRO_BEFORE,
        (
            Section(
                "Опыт и ожидания",
                questions=(
                    yes_no("been", "Был ли у вас когда-нибудь наставник?"),
                    words("where", "Где и как это было?", shown_if=Condition("been", "is", True)),
                    ten("effect", "Насколько, по-вашему, поможет программа?"),
                    ten("comfort", "Насколько легко, думаете, будет общаться с наставником?"),
                    ten("organised", "Насколько хорошо, ждёте, всё будет устроено?"),
                    ten("personal_use", "Насколько полезны будут личные встречи?"),
                    ten("group_use", "Насколько полезны будут общие встречи?"),
                    ten("support", "Насколько вы рассчитываете на поддержку наставника?"),
                ),
            ),
            _now(asked, 1),
            Section(
                "Что важно",
                questions=(
                    ten("safety", "Насколько важно чувствовать себя в безопасности?", "не важно", "очень важно"),
                    ten("agreed", "Насколько важно сразу договориться, чего ждёте друг от друга?", "не важно", "важно"),
                    ten("change", "Насколько сильно, думаете, что-то изменится для вас?"),
                    words("expect", "Чего вы ждёте от программы и что сделаете сами?"),
                    words("value", "Что для вас в ней самое ценное?"),
                    yes_no("glad", "Рады ли вы, что участвуете?"),
                ),
            ),
        ),
    )


def _mentee_after(asked: FormatQuestions) -> Spec:
    return Spec(
        "После завершения: наставляемый",
        INTRO_AFTER,
        (
            Section(
                "Как это было",
                questions=(
                    ten("comfort", "Насколько легко было общаться с наставником?"),
                    ten("personal_use", "Насколько полезны и интересны были личные встречи?"),
                    ten("group_use", "Насколько полезны были общие встречи?", allows_not_assessed=True),
                    ten("support", "Насколько вы чувствовали поддержку?"),
                    ten("help", "Насколько помощь была полезной?"),
                    ten("plan_clear", "Насколько понятно было, что и когда делать?"),
                    ten("safety", "Насколько вам было спокойно и безопасно?", comment_below=4),
                    ten("agreed", "Понимали ли вы, чего ждёт от вас наставник?"),
                ),
            ),
            _now(asked, 1),
            Section(
                "Что вышло",
                questions=(
                    ten("work", "Довольны ли вы тем, как работали вместе?"),
                    ten("result", "Довольны ли вы результатом?"),
                    ten("expectations", "Насколько оправдались ожидания?"),
                    words("valued", "Что оказалось самым ценным?"),
                    words("lacked", "Чего не хватило и что стоит поменять?"),
                    yes_no("go_on", "Хотите ли продолжить?"),
                    yes_no("become_mentor", "Хотите ли сами стать наставником?"),
                    *_effects(asked),
                ),
            ),
        ),
    )


def _mentor_before(asked: FormatQuestions) -> Spec:
    return Spec(
        "До начала: наставник",
        INTRO_BEFORE,
        (
            Section(
                "Опыт и ожидания",
                questions=(
                    yes_no("been", "Были ли вы уже наставником?"),
                    words("where", "Где и с кем?", shown_if=Condition("been", "is", True)),
                    ten("effect", "Насколько, по-вашему, поможет программа?"),
                    ten("comfort", "Насколько легко, думаете, будет общаться с подопечным?"),
                    ten("organise", "Насколько вы сумеете устроить всё, что задумано?"),
                    ten("personal_use", "Насколько сумеете проводить личные встречи?"),
                    ten("group_use", "Насколько сумеете проводить общие встречи?", allows_not_assessed=True),
                    ten("support", "Сколько поддержки вы готовы давать?"),
                    ten("engaged", "Насколько включённым вы ждёте подопечного?"),
                    one_of(
                        "how_often",
                        "Как часто, думаете, будете что-то делать вместе?",
                        "очень часто",
                        "часто",
                        "редко",
                        "раз или два",
                        "никогда",
                    ),
                ),
            ),
            _now(asked, 2),
            Section(
                "Что важно",
                questions=(
                    ten("safety", "Насколько важно, чтобы подопечный чувствовал себя в безопасности?", "нет", "очень"),
                    ten("agreed", "Насколько важно записать, чего он ждёт?", "не важно", "очень важно"),
                    ten("satisfied", "Насколько вы рассчитываете быть довольны?"),
                    words("expect", "Чего вы ждёте и от себя, и от программы?"),
                    words("value", "Что для вас в ней самое ценное?"),
                    yes_no("glad", "Рады ли вы, что участвуете?"),
                ),
            ),
        ),
    )


def _mentor_after(asked: FormatQuestions) -> Spec:
    return Spec(
        "После завершения: наставник",
        INTRO_AFTER,
        (
            Section(
                "Как это было",
                questions=(
                    ten("comfort", "Насколько легко было общаться с подопечным?"),
                    ten("leader", "Насколько пригодилось ваше умение вести за собой?"),
                    ten("personal_use", "Насколько полезны были личные встречи?"),
                    ten("group_use", "Насколько полезны были общие встречи?", allows_not_assessed=True),
                    ten("planned", "Удалось ли спланировать работу?"),
                    ten("done", "Удалось ли выполнить план?"),
                    ten("engaged", "Насколько был включён подопечный?"),
                    ten("trained", "Хватило ли обучения наставников, понятно ли оно было?", allows_not_assessed=True),
                ),
            ),
            _now(asked, 2),
            Section(
                "Что вышло",
                questions=(
                    ten("work", "Довольны ли вы тем, как работали вместе?"),
                    ten("result", "Довольны ли вы результатом?"),
                    ten("expectations", "Насколько оправдались ожидания?"),
                    words("valued", "Что оказалось самым ценным?"),
                    words("lacked", "Чего не хватило и что стоит поменять?"),
                    yes_no("liked_role", "Понравилось ли быть наставником?"),
                    yes_no("go_on", "Готовы ли вы продолжить?"),
                ),
            ),
        ),
    )


def _effects(asked: FormatQuestions) -> tuple[Question, ...]:
    return tuple(yes_no(f"effect_{code}", text) for code, text in asked.effects)


def _of_format(asked: FormatQuestions) -> Iterator[Shipped]:
    formats = (asked.format,) if asked.format else ()
    for stem, spec, purpose, audience in (
        ("mentee_before", _mentee_before(asked), Purpose.BEFORE, Audience.MENTEE),
        ("mentee_after", _mentee_after(asked), Purpose.AFTER, Audience.MENTEE),
        ("mentor_before", _mentor_before(asked), Purpose.BEFORE, Audience.MENTOR),
        ("mentor_after", _mentor_after(asked), Purpose.AFTER, Audience.MENTOR),
    ):
        yield Shipped(
            code=f"{stem}_{asked.format}" if asked.format else stem,
            title=f"{spec.title}, {asked.title}",
            purpose=purpose,
            audience=audience,
            spec=spec,
            scoring=SATISFIED if purpose == Purpose.AFTER else Scoring(),
            formats=formats,
            source=SOURCE,
        )


SHIPPED = tuple(one for asked in (GENERAL, *FORMATS) for one in _of_format(asked))
