"""Questionnaires and answers made by chance; the same are used for hunting in the long form.

Pure: `one_form(random)` holds one questionnaire and several sheets of answers against everything that is promised.
"""

import math
from random import Random

from nastavnik.domain.questionnaires.answering import check_answers, is_shown, needs_comment
from nastavnik.domain.questionnaires.fields import raw_answers
from nastavnik.domain.questionnaires.messages import MISTAKES, PROBLEMS
from nastavnik.domain.questionnaires.scoring import score
from nastavnik.domain.questionnaires.spec_checking import COUNTED, check_spec
from nastavnik.domain.questionnaires.specs import (
    COMMENT,
    NOT_ASSESSED,
    OPERATORS,
    Condition,
    Kind,
    Option,
    Question,
    Scale,
    Score,
    Scoring,
    Section,
    Spec,
    SpecBroken,
    from_plain,
    scoring_from_plain,
    to_plain,
)

SHEETS = 3  # to a questionnaire
ODD = (
    None, "", " ", "0", "-1", "3", "10", "11", "1e400", "nan", "½", "٣", "да", "нет", "a1", "r1", "23.11.2026",
    "2026-13-40", "x" * 4000, "строка\r\nвторая\0", "\ud800", True, False, 0, 1, 5, -7, 10**30, 2.5, float("nan"),
    float("inf"), [], ["a1"], ["a1", "a1", "a2"], [None, 3], {}, {"r1": "3"}, {"r1": [1]}, {"r9": 2}, (1, 2), b"bytes",
    NOT_ASSESSED,
)  # fmt: skip
WORDS = ("Как вам?", "Почему", "", "да; нет", "<b>", "%(x)s", "100 %")


def random_spec(random: Random, *, is_sound: bool = False) -> Spec:
    """A questionnaire; unless `is_sound` with twins, lost conditions, empty options and pages."""
    questions: list[Question] = []
    sections = []
    fewest = 1 if is_sound else 0
    for number in range(random.randint(fewest, 4)):
        mine = []
        for _ in range(random.randint(fewest, 5)):
            mine.append(_question(random, questions, is_sound))
            questions.append(mine[-1])
        sections.append(Section(f"Раздел {number}", random.choice(WORDS), tuple(mine)))
    return Spec("Анкета" if is_sound else random.choice(("Опрос", "")), sections=tuple(sections))


def _question(random, earlier, is_sound):
    kind = random.choice(tuple(Kind))
    code = f"q{len(earlier) + 1}" if is_sound or random.random() < 0.9 else random.choice(("q1", "Q", "a__b", ""))
    scale = _scale(random, kind, is_sound)
    options = [Option(f"a{n}", f"Ответ {n}", random.choice((None, 0, 1, 2.5))) for n in range(1, random.randint(3, 6))]
    rows = [Option(f"r{n}", f"Строка {n}") for n in range(1, random.randint(2, 5))] if kind == Kind.MATRIX else []
    return Question(
        code,
        kind,
        random.choice(WORDS) or "Вопрос",
        is_required=random.random() < 0.7,
        options=tuple(options if is_sound or random.random() < 0.8 else options[:1]),
        scale=scale,
        rows=tuple(rows),
        shown_if=_condition(random, earlier, is_sound) if earlier and random.random() < 0.4 else None,
        comment_below=_bound(random, scale, is_sound),
        allows_not_assessed=random.random() < 0.3,
    )


def _scale(random, kind, is_sound):
    if kind != Kind.SCALE and (kind != Kind.MATRIX or random.random() < 0.4):
        return None
    low = random.randint(-2, 5)
    return Scale(low, low + random.randint(1, 10)) if is_sound or random.random() < 0.9 else None


def _bound(random, scale, is_sound):
    if scale is None or random.random() < 0.5:
        return None
    return random.randint(scale.low + 1, scale.high) if is_sound else random.choice((1, 3, 99))


def _condition(random, earlier, is_sound):
    about = random.choice(earlier)
    if not is_sound:
        value = random.choice((True, False, 1, 5, "a1", "a2", "нет такого"))
        return Condition(about.code, random.choice(OPERATORS), value)
    if about.kind in (Kind.CHOICE, Kind.CHOICES):
        return Condition(about.code, random.choice(("is", "is_not")), about.options[-1].code)
    if about.kind == Kind.YES_NO:
        return Condition(about.code, "is", random.random() < 0.5)
    if about.kind == Kind.SCALE:
        return Condition(about.code, random.choice(("is", "at_least", "at_most")), about.scale.low + 1)
    return Condition(about.code, "answered")


def random_scoring(random: Random, spec: Spec, *, is_sound: bool = False) -> Scoring:
    codes = [question.code for question in spec.questions() if not is_sound or question.kind in COUNTED] or ["q1"]
    scores = []
    for number in range(random.randint(0, 3) if codes != ["q1"] or not is_sound else 0):
        chosen = tuple(dict.fromkeys(random.choices(codes, k=random.randint(1, 4))))
        bounds = tuple((float(random.randint(0, 9) + 10 * n), f"уровень {n}") for n in range(random.randint(0, 3)))
        turned = tuple(code for code in chosen if random.random() < 0.2)
        scores.append(Score(f"s{number}", "Итог", chosen, random.choice(("sum", "mean")), bounds, turned))
    return Scoring(tuple(scores))


def random_answers(random: Random, spec: Spec) -> dict:
    """Mostly what a person could answer, and now and then anything at all."""
    given = {}
    for question in spec.questions():
        if random.random() < 0.15:
            continue
        given[question.code] = random.choice(ODD) if random.random() < 0.2 else fitting(random, question)
        given[question.code + COMMENT] = random.choice(("", "потому что", 7))
    return given | ({"not_asked": "тайна"} if random.random() < 0.2 else {})


def fitting(random: Random, question: Question):
    """An answer that the question can have, as it comes from a page."""
    if question.kind == Kind.MATRIX:
        return {row.code: _column(random, question) for row in question.rows if random.random() < 0.9}
    if question.kind in (Kind.SCALE, Kind.CHOICE):
        return _column(random, question)
    if question.kind == Kind.CHOICES:
        return [option.code for option in question.options if random.random() < 0.5]
    plain = {Kind.YES_NO: ("yes", "no"), Kind.NUMBER: ("12", "4,5"), Kind.DATE: ("2026-11-23", "23.11.2026")}
    return random.choice(plain.get(question.kind, ("слово", "два слова")))


def _column(random, question):
    if question.scale:
        return str(random.choice(question.scale.steps))
    return random.choice(question.options).code if question.options else "a1"


def one_form(random: Random) -> None:
    """One questionnaire and a few sheets; AssertionError where a promise is broken."""
    is_sound = random.random() < 0.6
    spec = random_spec(random, is_sound=is_sound)
    scoring = random_scoring(random, spec, is_sound=is_sound)
    problems = check_spec(spec, scoring)
    assert problems == () or not is_sound
    assert {problem.code for problem in problems} <= set(PROBLEMS)
    assert from_plain(to_plain(spec)) == spec
    assert scoring_from_plain(to_plain(scoring)) == scoring
    for _ in range(SHEETS):
        _one_sheet(random, spec, scoring, random_answers(random, spec), is_sound=not problems)
    _broken(random, to_plain(spec))


def _one_sheet(random, spec, scoring, given, *, is_sound):
    clean, mistakes = check_answers(spec, given)
    assert {mistake.code for mistake in mistakes} <= set(MISTAKES)
    asked = {question.code: question for question in spec.questions()}
    again, still = check_answers(spec, clean)
    if is_sound:
        assert all(is_shown(asked[name.removesuffix(COMMENT)], clean) for name in clean)
        assert again == clean, "what is clean stays as it is"
        assert mistakes or still == ()
        _complete(spec, clean) if not mistakes else None
    results = score(spec, scoring, clean)
    for one in scoring.scores:
        result = results[one.code]
        assert 0 <= result.n <= result.of
        assert (result.value is None) == (result.n == 0)
        assert result.value is None or math.isfinite(result.value)
    page = random.randrange(len(spec.sections)) if spec.sections else 0
    _clean, of_page = check_answers(spec, given, page=page)
    assert set(of_page) <= set(mistakes)
    raw_answers(spec.questions(), lambda name: ["", str(given.get(name))])


def _complete(spec, clean):
    """A sheet without mistakes answers all that is asked and required, and says why where a mark is low."""
    for question in spec.questions():
        if is_shown(question, clean) and question.is_required:
            assert question.code in clean
        if question.code in clean and needs_comment(question, clean[question.code]):
            assert clean[question.code + COMMENT]


def _broken(random, plain):
    """A stored questionnaire in which something was exchanged is read, or refused as broken."""
    holder = plain
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not keys:
            return
        key = random.choice(keys)
        if not isinstance(holder[key], dict | list) or random.random() < 0.3:
            break
        holder = holder[key]
    holder[key] = random.choice((None, 3, -1, "слово", [], {}, [[]], True, 1.5, {"code": 1}))
    try:
        spec = from_plain(plain)
        check_spec(spec)
        check_answers(spec, {})
    except SpecBroken:
        pass


def forms(seed: int) -> None:
    """The form of one seed, for hunting."""
    one_form(Random(seed))
