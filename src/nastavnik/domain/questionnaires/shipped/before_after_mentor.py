"""The mentor before and after, of every format."""

from nastavnik.domain.questionnaires.shipped.before_after_parts import INTRO_AFTER, INTRO_BEFORE, now, voice
from nastavnik.domain.questionnaires.shipped.shape import one_of, ten, words, yes_no
from nastavnik.domain.questionnaires.shipped.states import FormatQuestions
from nastavnik.domain.questionnaires.specs import Condition, Section, Spec


def mentor_before(asked: FormatQuestions) -> Spec:
    say = voice(asked, "mentor")
    return Spec(
        "До начала: наставник",
        INTRO_BEFORE,
        (
            Section(
                "Опыт и ожидания",
                questions=(
                    yes_no("been", say("Были ли вы уже наставником?", "Приходилось ли тебе быть наставником?")),
                    words("where", "Где и с кем?", shown_if=Condition("been", "is", True)),
                    ten(
                        "effect",
                        say("Насколько, по-вашему, поможет программа?", "Насколько, по-твоему, поможет программа?"),
                    ),
                    ten(
                        "comfort",
                        say(
                            "Насколько легко, думаете, будет общаться с подопечным?",
                            "Насколько легко, думаешь, будет общаться с подопечным?",
                        ),
                    ),
                    ten(
                        "organise",
                        say(
                            "Насколько вы сумеете устроить всё, что задумано?",
                            "Насколько ты сумеешь устроить всё, что задумано?",
                        ),
                    ),
                    ten(
                        "personal_use",
                        say(
                            "Насколько сумеете проводить личные встречи?", "Насколько сумеешь проводить личные встречи?"
                        ),
                    ),
                    ten(
                        "group_use",
                        say("Насколько сумеете проводить общие встречи?", "Насколько сумеешь проводить общие встречи?"),
                        allows_not_assessed=True,
                    ),
                    ten("support", say("Сколько поддержки вы готовы давать?", "Сколько поддержки ты можешь давать?")),
                    ten(
                        "engaged",
                        say("Насколько включённым вы ждёте подопечного?", "Насколько включённым ты ждёшь подопечного?"),
                    ),
                    one_of(
                        "how_often",
                        say(
                            "Как часто, думаете, будете что-то делать вместе?",
                            "Как часто, думаешь, вы будете что-то делать вместе?",
                        ),
                        "очень часто",
                        "часто",
                        "редко",
                        "раз или два",
                        "никогда",
                    ),
                ),
            ),
            now(asked, 2),
            Section(
                "Что важно",
                questions=(
                    ten("safety", "Насколько важно, чтобы подопечный чувствовал себя в безопасности?", "нет", "очень"),
                    ten("agreed", "Насколько важно записать, чего он ждёт?", "не важно", "очень важно"),
                    ten(
                        "satisfied",
                        say(
                            "Насколько вы рассчитываете быть довольны?", "Насколько ты рассчитываешь, что будет хорошо?"
                        ),
                    ),
                    words(
                        "expect",
                        say("Чего вы ждёте и от себя, и от программы?", "Чего ты ждёшь и от себя, и от программы?"),
                    ),
                    words("value", say("Что для вас в ней самое ценное?", "Что для тебя в ней самое ценное?")),
                    yes_no("glad", say("Рады ли вы, что участвуете?", "Нравится ли тебе, что ты участвуешь?")),
                ),
            ),
        ),
        is_familiar="mentor" in asked.pupils,
    )


def mentor_after(asked: FormatQuestions) -> Spec:
    say = voice(asked, "mentor")
    return Spec(
        "После завершения: наставник",
        INTRO_AFTER,
        (
            Section(
                "Как это было",
                questions=(
                    ten("comfort", "Насколько легко было общаться с подопечным?"),
                    ten(
                        "leader",
                        say(
                            "Насколько пригодилось ваше умение вести за собой?",
                            "Насколько пригодилось твоё умение вести за собой?",
                        ),
                    ),
                    ten("personal_use", "Насколько полезны были личные встречи?"),
                    ten("group_use", "Насколько полезны были общие встречи?", allows_not_assessed=True),
                    ten("planned", "Удалось ли спланировать работу?"),
                    ten("done", "Удалось ли выполнить план?"),
                    ten("engaged", "Насколько был включён подопечный?"),
                    ten("trained", "Хватило ли обучения наставников, понятно ли оно было?", allows_not_assessed=True),
                ),
            ),
            now(asked, 2),
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
                    yes_no("liked_role", "Понравилось ли быть наставником?"),
                    yes_no("go_on", say("Готовы ли вы продолжить?", "Хочешь ли продолжить?")),
                ),
            ),
        ),
        is_familiar="mentor" in asked.pupils,
    )
