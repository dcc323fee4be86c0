import re
from enum import StrEnum

import pytest

from matchengine import Weights
from matchengine.codes import ALL_CODES, HelpCode, InputCode, LeftOutCode, LevelName, ReasonCode, Rule, ViolationCode
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.codes import HandCode, WarningCode
from nastavnik.domain.matching.quick import quick
from tests.domain.matching import lists

TEXTS = {
    Rule: messages.RULES,
    ViolationCode: messages.VIOLATIONS,
    ReasonCode: messages.REASONS,
    LeftOutCode: messages.LEFT_OUT,
    HelpCode: messages.HELPS,
    LevelName: messages.LEVELS,
    InputCode: messages.INPUT,
    HandCode: messages.LEFT_OUT,
    WarningCode: messages.WARNINGS,
}
FULL = {
    "main": "физика",
    "others": ["чтение", "письмо"],
    "common": ["кино"],
    "when": [[2, 870, 960]],
    "modes": ["in_person"],
    "common_slots": 3,
    "blocked": {"time": 12, "mode": 3},
    "mentors": ["1", "2", "3", "4", "5"],
    "places": 2,
    "missing_slots": 1,
    "need": "физика",
    "slot": 30,
    "displaces": ["6"],
    "mentee": "at_once",
    "mentor": "with_few",
    "mastery": 2,
    "institution": True,
    "building": True,
}
LATIN = re.compile("[A-Za-z_%]")


@pytest.mark.parametrize(
    "code", [*ALL_CODES, *HandCode, *WarningCode], ids=lambda code: f"{type(code).__name__}.{code}"
)
def test_every_code_has_a_text(code: StrEnum):
    assert code in TEXTS[type(code)]


@pytest.mark.parametrize("params", [FULL, {}], ids=["all params", "no params"])
def test_sentences_are_whole_and_russian(params):
    said = [messages.violation(code, params) for code in ViolationCode]
    said += [messages.left_out(code, params) for code in (*LeftOutCode, *HandCode)]
    helped = {**params, "mentee": "7"} if params else {}
    said += [messages.help_line({"code": code, "params": helped}, name=lambda key: f"№ {key}") for code in HelpCode]
    said += [messages.warning(code) for code in WarningCode]
    said += (
        [messages.rule(code) for code in Rule]
        + [messages.refused(code) for code in InputCode]
        + [messages.level(name) for name in LevelName]
    )

    assert [text for text in said if LATIN.search(text) or not text] == []


@pytest.mark.parametrize("code", ReasonCode)
def test_a_reason_is_a_line_with_a_mark(code):
    line = messages.reason({"code": code, "points": 3, "maximum": 10, "params": FULL})

    assert line.state in ("fits", "weak", "none")
    assert (line.points, line.maximum) == (3, 10)
    assert not LATIN.search(line.text)


def test_topics_get_the_spelling_of_people_back():
    line = messages.reason(
        {"code": "interests_common", "params": {"common": ["елки", "кино"]}}, titles={"елки": "ёлки"}
    )

    assert line.text == "Общее: ёлки, кино"


def test_common_time_is_said_with_days_and_hours():
    def say(**params):
        return messages.reason({"code": "time_fits", "params": params}).text

    assert say(common_slots=3, when=[[2, 870, 960]], modes=["in_person", "online"]) == (
        "Общее время: вт\u00a014:30–16:00, очно или онлайн"
    )
    assert say(common_slots=None, modes=["online"]) == "Оба могут онлайн. Время не указано"


def test_who_is_left_out_is_told_why_and_what_helps():
    assert messages.left_out("no_possible_mentor", {"blocked": {"mode": 2, "time": 5}}) == (
        "Ни один наставник не подходит: нет общего времени (5), очно или онлайн (2)."
    )
    help_ = {"code": "help_time", "params": {"mentors": ["1", "2", "3", "4"], "missing_slots": 1}}
    assert messages.help_line(help_, name=lambda key: f"Н{key}") == (
        "добавить полчаса общего времени. Ближе всех: Н1, Н2, Н3 и ещё 1."
    )
    assert messages.help_line({"code": "help_new_mentor", "params": {"need": "физика"}}) == (
        "новый наставник, который ведёт «физика»."
    )


@pytest.mark.parametrize(
    ("slots", "said"), [(1, "полчаса"), (2, "1\u00a0час"), (3, "1,5 часа"), (4, "2\u00a0часа"), (10, "5\u00a0часов")]
)
def test_half_hours_in_words(slots, said):
    assert messages.hours(slots) == said


def test_all_pairs_of_the_shared_lists_can_be_explained():
    result = quick(lists.mentees(), lists.mentors(), lists.AS_OF)
    weighed = [title for name, title in messages.TITLES.items() if getattr(Weights(), name)]

    for pair in result.pairs:
        lines = messages.reasons(pair.reasons)
        assert [line.title for line in lines] == weighed
        assert sum(line.points for line in lines) == pair.score
        assert sum(line.maximum for line in lines) == 100


def test_a_short_list_tells_need_time_interests_and_what_speaks_for_the_pair():
    codes = ("need_unknown", "interests_none", "time_unknown", "age_unknown", "mutual_choice", "values_shared",
             "ways_do_not_suit", "openness_unknown", "mastery_known")  # fmt: skip
    data = [{"code": code, "points": 1, "maximum": 5, "params": FULL} for code in codes]

    short = messages.worth_telling(messages.reasons(data))

    assert [line.criterion for line in short] == ["need", "mutual", "time", "interests", "values", "mastery"]


def test_what_a_teacher_saw_is_said_so_and_what_is_unknown_is_not():
    data = [{"code": "values_shared", "points": 1, "maximum": 5, "params": {"common": ["честность"]}},
            {"code": "openness_unknown", "points": 0, "maximum": 3}]  # fmt: skip

    values, openness = messages.reasons(data, observed={"values", "openness"})

    assert values.text == "Обоим важно: честность (по наблюдению педагога)"
    assert openness.text == "Как раскрываются, не указано"


@pytest.mark.parametrize(
    ("papers", "said"),
    [
        (["consent"], "согласие"),
        (["clearance"], "допуск"),
        (["consent", "clearance"], "согласие и допуск"),
        (None, "согласие или допуск"),
    ],
)
def test_which_paper_of_a_mentor_is_missing_is_said_where_it_is_known(papers, said):
    help_ = {"code": "help_mentor_papers", "params": {"mentors": ["1"], "papers": papers}}

    assert messages.help_line(help_, name=lambda key: f"Н{key}") == f"записать {said} наставника: Н1."


def test_a_help_that_takes_the_mentor_from_somebody_says_so():
    help_ = {"code": "help_time", "params": {"mentors": ["1"], "missing_slots": 2, "slot": 78, "displaces": ["7"]}}

    assert messages.help_line(help_, name=lambda key: f"Н{key}") == (
        "добавить 1\u00a0час общего времени: Н1, вт\u00a015:00–16:00. Тогда без пары: Н7."
    )
    pin = {"code": "help_lift_pin", "params": {"mentors": ["1"], "mentee": "7"}}
    assert messages.help_line(pin, name=lambda key: f"Н{key}") == "снять закрепление: Н7 – Н1."
    place = {"code": "help_more_places", "params": {"mentors": ["1"]}}
    assert messages.help_line(place, name=lambda key: f"Н{key}") == "ещё одно место: Н1."


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        ({"coverage": 2, "total": -3}, "пару ещё 2 наставляемым"),
        ({"coverage": 0, "mutual": 1}, "ещё 1 взаимный выбор"),
        ({"worst": 5, "total": 5}, "самую слабую пару лучше на 5\u00a0баллов"),
        ({"total": 21}, "больше на 21\u00a0балл"),
    ],
)
def test_a_gain_is_told_by_the_most_important_goal_that_rises(difference, said):
    assert messages.gain(difference) == said
