"""Before and after: mentee and mentor of every format. The same codes on both sides of the time make the change."""

from collections.abc import Iterator

from nastavnik.domain.questionnaires.enums import Audience, Purpose
from nastavnik.domain.questionnaires.shipped.before_after_mentor import mentor_after, mentor_before
from nastavnik.domain.questionnaires.shipped.before_after_parts import INTRO_AFTER, INTRO_BEFORE, now, voice
from nastavnik.domain.questionnaires.shipped.shape import Shipped, ten, words, yes_no
from nastavnik.domain.questionnaires.shipped.states import ADULTS, FORMATS, GENERAL, FormatQuestions
from nastavnik.domain.questionnaires.specs import Condition, Question, Score, Scoring, Section, Spec

SOURCE = (
    "Темы пунктов и шкала 1–10 взяты из методических материалов к целевой модели наставничества, блок «да / нет» из "
    "строк для анализа сильных и слабых сторон; результаты формы «педагог–обучающийся» из школьной программы. "
    "Формулировки наши."
)
# Comfort, use, joint work, result, expectations: «удовлетворён» from seven on, a usual threshold that no act names.
SATISFIED = Score(
    "satisfaction",
    "Удовлетворённость",
    ("comfort", "personal_use", "work", "result", "expectations"),
    how="mean",
    thresholds=((1, "не удовлетворены"), (7, "удовлетворены")),
)


def _mentee_before(asked: FormatQuestions) -> Spec:
    say = voice(asked, "mentee")
    return Spec(
        "До начала: наставляемый",
        INTRO_BEFORE,
        (
            Section(
                "Опыт и ожидания",
                questions=(
                    yes_no(
                        "been", say("Был ли у вас когда-нибудь наставник?", "Был ли у тебя когда-нибудь наставник?")
                    ),
                    words("where", "Где и как это было?", shown_if=Condition("been", "is", True)),
                    ten(
                        "effect",
                        say("Насколько, по-вашему, поможет программа?", "Насколько, по-твоему, поможет программа?"),
                    ),
                    ten(
                        "comfort",
                        say(
                            "Насколько легко, думаете, будет общаться с наставником?",
                            "Насколько легко, думаешь, будет общаться с наставником?",
                        ),
                    ),
                    ten(
                        "organised",
                        say(
                            "Насколько хорошо, ждёте, всё будет устроено?",
                            "Насколько хорошо, ждёшь, всё будет устроено?",
                        ),
                    ),
                    ten("personal_use", "Насколько полезны будут личные встречи?"),
                    ten("group_use", "Насколько полезны будут общие встречи?"),
                    ten(
                        "support",
                        say(
                            "Насколько вы рассчитываете на поддержку наставника?",
                            "Насколько ты рассчитываешь на поддержку наставника?",
                        ),
                    ),
                ),
            ),
            now(asked, 1),
            Section(
                "Что важно",
                questions=(
                    ten("safety", "Насколько важно чувствовать себя в безопасности?", "не важно", "очень важно"),
                    ten(
                        "agreed",
                        say(
                            "Насколько важно сразу договориться, чего ждёте друг от друга?",
                            "Насколько важно сразу договориться, чего вы ждёте друг от друга?",
                        ),
                        "не важно",
                        "важно",
                    ),
                    ten(
                        "change",
                        say(
                            "Насколько сильно, думаете, что-то изменится для вас?",
                            "Насколько сильно, думаешь, что-то изменится для тебя?",
                        ),
                    ),
                    words(
                        "expect",
                        say(
                            "Чего вы ждёте от программы и что сделаете сами?",
                            "Чего ты ждёшь от программы и что сделаешь сам или сама?",
                        ),
                    ),
                    words("value", say("Что для вас в ней самое ценное?", "Что для тебя в ней самое ценное?")),
                    yes_no("glad", say("Рады ли вы, что участвуете?", "Нравится ли тебе, что ты участвуешь?")),
                ),
            ),
        ),
        is_familiar="mentee" in asked.pupils,
    )


def _mentee_after(asked: FormatQuestions) -> Spec:
    say = voice(asked, "mentee")
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
                    ten("support", say("Насколько вы чувствовали поддержку?", "Насколько чувствовалась поддержка?")),
                    ten("help", "Насколько помощь была полезной?"),
                    ten("plan_clear", "Насколько понятно было, что и когда делать?"),
                    ten(
                        "safety",
                        say("Насколько вам было спокойно и безопасно?", "Насколько тебе было спокойно и безопасно?"),
                        comment_below=4,
                    ),
                    ten(
                        "agreed",
                        say(
                            "Понимали ли вы, чего ждёт от вас наставник?",
                            "Было ли тебе понятно, чего ждёт от тебя наставник?",
                        ),
                    ),
                ),
            ),
            now(asked, 1),
            Section(
                "Что вышло",
                questions=(
                    ten(
                        "work",
                        say("Довольны ли вы тем, как работали вместе?", "Нравится ли тебе, как вы работали вместе?"),
                    ),
                    ten("result", say("Довольны ли вы результатом?", "Нравится ли тебе результат?")),
                    ten("expectations", "Насколько оправдались ожидания?"),
                    words("valued", "Что оказалось самым ценным?"),
                    words("lacked", "Чего не хватило и что стоит поменять?"),
                    yes_no("go_on", say("Хотите ли продолжить?", "Хочешь ли продолжить?")),
                    yes_no("become_mentor", say("Хотите ли сами стать наставником?", "Хочешь ли стать наставником?")),
                    *_effects(asked),
                ),
            ),
        ),
        is_familiar="mentee" in asked.pupils,
    )


def _effects(asked: FormatQuestions) -> tuple[Question, ...]:
    return tuple(yes_no(f"effect_{code}", text) for code, text in asked.effects)


def _of_format(asked: FormatQuestions) -> Iterator[Shipped]:
    formats = (asked.format,) if asked.format else ()
    state = Score("now", "Как сейчас", tuple(f"now_{code}" for code, *_texts in asked.states), how="mean")
    for stem, spec, purpose, audience in (
        ("mentee_before", _mentee_before(asked), Purpose.BEFORE, Audience.MENTEE),
        ("mentee_after", _mentee_after(asked), Purpose.AFTER, Audience.MENTEE),
        ("mentor_before", mentor_before(asked), Purpose.BEFORE, Audience.MENTOR),
        ("mentor_after", mentor_after(asked), Purpose.AFTER, Audience.MENTOR),
    ):
        if audience == Audience.MENTOR and asked is ADULTS:
            continue  # any mentor who is no pupil is asked the same
        yield Shipped(
            code=f"{stem}_{asked.ending}" if asked.ending else stem,
            title=f"{spec.title}, {asked.title}",
            purpose=purpose,
            audience=audience,
            spec=spec,
            scoring=Scoring((SATISFIED, state) if purpose == Purpose.AFTER else (state,)),
            formats=formats,
            source=SOURCE,
        )


SHIPPED = tuple(one for asked in (GENERAL, ADULTS, *FORMATS) for one in _of_format(asked))
