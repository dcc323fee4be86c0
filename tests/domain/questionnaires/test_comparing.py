"""Before and after: the same people, question by question."""

from dataclasses import replace
from random import Random
from statistics import fmean

from nastavnik.domain.questionnaires.comparing import compare, compare_scores
from nastavnik.domain.questionnaires.scoring import score
from nastavnik.domain.questionnaires.shipped import shipped_by
from nastavnik.domain.questionnaires.shipped.shape import one_of, rows, ten, words, yes_no
from nastavnik.domain.questionnaires.specs import Kind, Question, Scale, Score, Scoring, Section, Spec

TABLE = Question("seen", Kind.MATRIX, "Что видно", rows=rows("помогает", "доводит"), scale=Scale(1, 5))
BEFORE = Spec("До", sections=(Section("", questions=(ten("mood", "Как настроение?"), yes_no("been", "Было?"), TABLE)),))
AFTER = Spec(
    "После",
    sections=(Section("", questions=(ten("mood", "Как стало настроение?"), yes_no("been", "Было?"), TABLE)),),
)
SCORING = Scoring((Score("state", "Состояние", ("mood", "seen"), how="mean"),))


def sheets(random, people):
    return {
        person: {
            "mood": random.randint(1, 10),
            "been": random.random() < 0.5,
            "seen": {"r1": random.randint(1, 5), "r2": "not_assessed" if random.random() < 0.3 else 3},
        }
        for person in people
    }


def test_only_who_answered_both_times_is_in_the_means():
    random = Random(5)
    first, second = sheets(random, range(12)), sheets(random, range(5, 20))

    mood, been, helps, leads = compare(BEFORE, AFTER, first, second, threshold=5)

    both = range(5, 12)
    assert (mood.code, mood.text, mood.text_before) == ("mood", "Как стало настроение?", "Как настроение?")
    assert (mood.n_before, mood.n_after, mood.n) == (12, 15, 7)
    assert mood.before == round(fmean(first[one]["mood"] for one in both), 2)
    assert mood.after == round(fmean(second[one]["mood"] for one in both), 2)
    assert mood.difference == round(fmean(second[one]["mood"] - first[one]["mood"] for one in both), 2)
    assert (been.form, been.text_before) == ("share", "")
    assert been.before == round(100 * fmean(first[one]["been"] for one in both))
    assert (helps.code, helps.n) == ("seen__r1", 7)
    kept = [one for one in both if "not_assessed" not in (first[one]["seen"]["r2"], second[one]["seen"]["r2"])]
    assert (leads.n, leads.is_withheld) == (len(kept), len(kept) < 5)


def test_few_are_not_told():
    random = Random(1)
    first, second = sheets(random, range(8)), sheets(random, range(4, 12))

    for one in compare(BEFORE, AFTER, first, second, threshold=5):
        assert (one.before, one.after, one.difference) == (None, None, None)
        assert one.is_withheld == (one.n > 0)


def test_what_cannot_be_compared_is_left_out():
    other = replace(
        AFTER, sections=(Section("", questions=(replace(ten("mood", "?"), scale=Scale(1, 5)), words("been", "?"))),)
    )
    chosen = Spec("В", sections=(Section("", questions=(one_of("which", "Что?", "а", "б"),)),))

    assert compare(BEFORE, other, {1: {"mood": 3}}, {1: {"mood": 4}}, threshold=1) == ()
    assert compare(chosen, chosen, {1: {"which": "a1"}}, {1: {"which": "a1"}}, threshold=1) == ()


def test_scores_are_compared_where_they_are_made_of_the_same_questions():
    random = Random(3)
    first, second = sheets(random, range(9)), sheets(random, range(9))

    def scored(answers):
        return {
            person: {code: result.as_plain() for code, result in score(BEFORE, SCORING, given).items()}
            for person, given in answers.items()
        }

    before, after = scored(first), scored(second)
    (state,) = compare_scores(SCORING, SCORING, before, after, threshold=5)
    narrower = Scoring((replace(SCORING.scores[0], questions=("mood",)),))

    assert (state.text, state.n) == ("Состояние", 9)
    assert state.before == round(fmean(one["state"]["value"] for one in before.values()), 2)
    assert compare_scores(SCORING, narrower, before, after, threshold=5) == ()


def test_the_ready_ones_ask_before_and_after_what_can_be_compared():
    for ending in ("", "_student_student", "_teacher_teacher", "_adults"):
        former, latter = shipped_by(f"mentee_before{ending}"), shipped_by(f"mentee_after{ending}")
        found = compare(former.spec, latter.spec, {}, {}, threshold=5)

        codes = {one.code for one in found}
        assert "comfort" in codes
        assert "safety" not in codes  # beforehand: how much it matters; afterwards: how it was
        assert [one.code for one in compare_scores(former.scoring, latter.scoring, {}, {}, threshold=5)] == ["now"]
