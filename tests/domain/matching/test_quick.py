import random
from dataclasses import replace
from datetime import date

import pytest

from matchengine import check, explain_pair, levels_of, verify
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.adapter import build
from nastavnik.domain.matching.codes import WarningCode
from nastavnik.domain.matching.plans import ids_of_pairs
from nastavnik.domain.matching.quick import Unknown, quick
from nastavnik.domain.matching.records import QUICK, MenteeRecord, MentorRecord
from nastavnik.domain.matching.solving import PlanDoubted, recheck, solve_records
from tests.domain.matching import lists
from tests.domain.matching.lists import AS_OF

CHILD = date(2014, 3, 2)
TEENAGER = date(2011, 3, 2)
ADULT = date(1985, 3, 2)


def asks(key="1", **given):
    return MenteeRecord(**{"key": key, "name": f"Вымышленный {key}", "birth_date": CHILD, "consent": True, **given})


def offers(key="9", **given):
    return MentorRecord(**{"key": key, "name": f"Наставник {key}", "birth_date": ADULT, "clearance": True, **given})


def left_out(result):
    return [(one.mentee, one.code) for one in result.left_out]


def test_a_child_without_consent_is_not_matched():
    for consent in (None, False):
        result = quick([asks(consent=consent)], [offers()], AS_OF)
        assert (result.pairs, left_out(result)) == ((), [("1", "consent_missing")])
        assert (result.certificate["eligible"], result.certificate["mentees"]) == (0, 1)


def test_a_mentee_without_a_birth_date_is_taken_for_a_child():
    assert left_out(quick([asks(birth_date=None, consent=None)], [offers()], AS_OF)) == [("1", "consent_missing")]


def test_a_grown_up_mentee_needs_no_consent():
    result = quick([asks(birth_date=ADULT, consent=None)], [offers()], AS_OF)

    assert [(pair.mentee, pair.mentor) for pair in result.pairs] == [("1", "9")]
    assert result.warnings == ()


def test_from_fourteen_the_own_signature_is_warned_of():
    result = quick([asks(birth_date=TEENAGER)], [offers()], AS_OF)

    assert len(result.pairs) == 1
    assert result.warnings == (Unknown("mentees", "1", WarningCode.OWN_SIGNATURE_UNKNOWN),)


def test_mentors_with_something_unknown_are_matched_with_a_warning():
    mentors = [
        offers("1", birth_date=TEENAGER, clearance=None),
        offers("2", clearance=None),
        offers("3", birth_date=TEENAGER, consent=True),
        offers("4", birth_date=None, clearance=None),
        offers("5"),
    ]

    result = quick([asks(str(n)) for n in range(5)], mentors, AS_OF)

    assert len(result.pairs) == 5
    assert [(one.key, one.code) for one in result.warnings] == [
        ("1", WarningCode.CONSENT_UNKNOWN),
        ("2", WarningCode.CLEARANCE_UNKNOWN),
        ("3", WarningCode.OWN_SIGNATURE_UNKNOWN),
        ("4", WarningCode.CLEARANCE_UNKNOWN),
    ]


def test_the_shared_lists_are_matched_and_proved():
    mentees, mentors = lists.mentees(), lists.mentors()

    result = quick(mentees, mentors, AS_OF)

    agreed = {m.key for m in mentees if m.consent}
    assert (result.certificate["mentees"], result.certificate["eligible"], result.certificate["places"]) == (
        120,
        84,
        91,
    )
    assert [(one["name"], one["value"], one["bound"]) for one in result.levels] == [
        ("coverage", 84, 84),
        ("mutual", 0, 0),
        ("worst", 16, 16),
        ("total", 2966, 2966),
    ]
    assert result.certificate["gap"] == 0
    assert {pair.mentee for pair in result.pairs} == agreed
    assert {code for _key, code in left_out(result)} == {"consent_missing"}


def test_the_plan_does_not_depend_on_the_order_of_the_lists():
    mentees, mentors = lists.mentees(), lists.mentors()
    expected = quick(mentees, mentors, AS_OF)
    shuffled = random.Random(7)
    shuffled.shuffle(mentees)
    shuffled.shuffle(mentors)

    assert quick(mentees, mentors, AS_OF).pairs == expected.pairs


def test_the_plan_does_not_depend_on_who_waits_outside_the_gate():
    mentees, mentors = lists.mentees(), lists.mentors()

    inside = quick([m for m in mentees if m.consent], mentors, AS_OF)

    assert inside.pairs == quick(mentees, mentors, AS_OF).pairs


def test_the_plan_does_not_depend_on_the_keys():
    mentees = [replace(m, key=f"{1000 - int(m.key)}") for m in lists.mentees()]
    mentors = [replace(m, key=f"{2000 - int(m.key)}") for m in lists.mentors()]

    result = quick(mentees, mentors, AS_OF)

    renamed = [(str(1000 - int(p.mentee)), str(2000 - int(p.mentor)), p.score) for p in result.pairs]
    assert renamed == [(p.mentee, p.mentor, p.score) for p in quick(lists.mentees(), lists.mentors(), AS_OF).pairs]


def test_nobody_is_left_out_for_a_blank_field():
    """60 % of times and competences blanked: whoever had a pair has one still, and nobody is blocked by time."""
    chance = random.Random(60)
    mentees = [replace(m, free_time=None) if chance.random() < 0.6 else m for m in lists.mentees()]
    mentors = [
        replace(
            m,
            free_time=None if chance.random() < 0.6 else m.free_time,
            competences=() if chance.random() < 0.6 else m.competences,
        )
        for m in lists.mentors()
    ]

    result = quick(mentees, mentors, AS_OF)

    assert result.certificate["eligible"] == result.certificate["matched"] == 84
    assert {code for _key, code in left_out(result)} == {"consent_missing"}
    assert result.certificate["gap"] == 0


def test_everything_unknown_still_gives_everybody_a_pair():
    mentees = [asks(str(n)) for n in range(6)]
    mentors = [offers(str(n), places=2) for n in range(3)]

    result = quick(mentees, mentors, AS_OF)

    assert len(result.pairs) == 6
    assert {pair.score for pair in result.pairs} == {0}


def test_every_pair_is_counted_again_by_code_that_shares_nothing_with_the_solver():
    outcome = solve_records(lists.mentees(), lists.mentors(), QUICK, as_of=AS_OF)

    assert check(outcome.problem, outcome.plan.pairs) == []
    assert verify(outcome.problem, outcome.plan, every_pair=True) == ()


def test_what_is_told_of_a_pair_is_what_the_check_counts():
    """The numbers of the sentences, the readable criteria, the levels of the certificate: one and the same."""
    mentees, mentors = lists.mentees(), lists.mentors()
    result = quick(mentees, mentors, AS_OF)
    problem = build(mentees, mentors, QUICK, as_of=AS_OF)

    for pair in result.pairs:
        ids = ids_of_pairs(problem, [(pair.mentee, pair.mentor)])[0]
        counted = explain_pair(problem, *ids)
        told = messages.reasons(pair.reasons)
        assert counted.violations == ()
        assert {line.code: line.points for line in told} == {
            str(one.code): one.points for one in counted.reasons if one.maximum
        }
        assert sum(line.points for line in told) == counted.score == pair.score
    reached = levels_of(problem, ids_of_pairs(problem, [(pair.mentee, pair.mentor) for pair in result.pairs]))
    assert {one["name"]: one["value"] for one in result.levels} == {
        name: getattr(reached, name) for name in ("coverage", "mutual", "worst", "total")
    }


def test_a_plan_with_a_wrong_score_or_a_broken_rule_is_doubted():
    outcome = solve_records([asks(), asks("2", consent=None)], [offers(places=2)], QUICK, as_of=AS_OF)
    (pair,) = outcome.plan.pairs

    with pytest.raises(PlanDoubted):
        recheck(outcome.problem, [replace(pair, score=pair.score + 1)])
    with pytest.raises(PlanDoubted):
        recheck(outcome.problem, [pair, replace(pair, mentee_id=outcome.problem.mentees[1].id)])
