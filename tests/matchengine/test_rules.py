"""What may not be: worked examples of every rule, and the readable rules equal to the packed ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort

from matchengine import Mentee, Mentor, Problem, Rule, Settings
from matchengine.codes import ALWAYS_HARD, DEFAULT_HARD
from matchengine.constraints import RULES, violations
from matchengine.masks import MASKS
from matchengine.packing import Packed
from tests.matchengine.builders import mentee, mentor, problem, problems

MORNING, EVENING = frozenset({60, 61, 62}), frozenset({62, 80, 81})
EXAMPLES = [
    (mentee(), mentor(places=0), ["no_places"]),
    (mentee(person="Ада"), mentor(person="Ада"), ["same_person"]),
    (mentee(person=""), mentor(person=""), []),
    (mentee(consent=None), mentor(), ["mentee_consent_missing"]),
    (mentee(consent=False), mentor(), ["mentee_consent_missing"]),
    (mentee(consent=None, is_minor=None), mentor(), ["mentee_consent_missing"]),
    (mentee(consent=None, is_minor=False), mentor(), []),
    (mentee(consent=False, is_minor=False), mentor(), ["mentee_consent_missing"]),
    (mentee(), mentor(is_minor=True, clearance=None), ["mentor_consent_missing"]),
    (mentee(), mentor(is_minor=True, clearance=None, consent=True), []),
    (mentee(), mentor(clearance=None), ["mentor_clearance_missing"]),
    (mentee(), mentor(clearance=False, is_minor=None, consent=True), ["mentor_clearance_missing"]),
    (mentee(slots=MORNING), mentor(slots=EVENING), ["no_common_time"]),
    (mentee(slots=MORNING), mentor(slots=MORNING), []),
    (mentee(slots=MORNING), mentor(slots=None), []),
    (mentee(slots=frozenset()), mentor(slots=MORNING), ["no_common_time"]),
    (mentee(modes=frozenset({"online"})), mentor(modes=frozenset({"in_person"})), ["no_common_mode"]),
    (mentee(modes=None), mentor(modes=frozenset({"in_person"})), []),
    (mentee(languages=frozenset({"tt"})), mentor(languages=frozenset({"ru"})), ["no_common_language"]),
    (mentee(age=9), mentor(), []),
    (mentee(age=9), mentor(age_wish=(10, 13)), []),
]


@pytest.mark.parametrize(("asking", "offering", "codes"), EXAMPLES)
def test_what_may_not_be(asking: Mentee, offering: Mentor, codes: list[str]):
    assert [v.code for v in violations(asking, offering, problem([asking], [offering]))] == codes


def test_a_ban_forbids_a_pair():
    banned = problem([mentee()], [mentor()], bans=frozenset({("e1", "r1")}))

    assert [v.code for v in violations(banned.mentees[0], banned.mentors[0], banned)] == ["banned"]


@pytest.mark.parametrize(
    ("programme", "codes"),
    [
        (Settings(mentee_ages=(10, None)), ["mentee_age_out_of_bounds"]),
        (Settings(mentor_ages=(None, 30)), ["mentor_age_out_of_bounds"]),
        (Settings(mentee_ages=(9, 9), mentor_ages=(40, 40)), []),
        (Settings(hard=DEFAULT_HARD | {Rule.AGE_WISHES}), ["outside_age_wish"]),
        (Settings(hard=frozenset(), mentee_ages=(10, None)), []),
    ],
)
def test_age_forbids_only_where_the_programme_says_so(programme: Settings, codes: list[str]):
    asking, offering = mentee(age=9), mentor(age=40, age_wish=(10, 13))

    assert [v.code for v in violations(asking, offering, problem([asking], [offering], programme))] == codes


def test_time_says_how_much_is_common_and_how_much_is_needed():
    asking, offering = mentee(slots=MORNING), mentor(slots=EVENING)

    (found,) = violations(asking, offering, problem([asking], [offering]))

    assert found.params == {"common": 1, "needed": 2}
    assert (found.mentee_id, found.mentor_id) == ("e1", "r1")


def test_every_rule_of_a_pair_has_both_forms():
    assert [rule for rule, _ in RULES] == [rule for rule, _ in MASKS]
    assert {rule for rule, _ in RULES} | {Rule.REVERSE} == set(Rule)
    assert not ALWAYS_HARD & DEFAULT_HARD


@pytest.mark.slow
@effort(max_examples=150, deadline=None)
@given(problems(4, 4))
def test_readable_and_packed_rules_are_equal(any_problem: Problem):
    packed = Packed(any_problem)
    for (rule, function), (_, mask) in zip(RULES, MASKS, strict=True):
        readable = [[function(a, b, any_problem) is None for b in packed.mentors] for a in packed.mentees]
        assert np.array_equal(mask(packed), np.array(readable, bool).reshape(packed.shape)), rule
