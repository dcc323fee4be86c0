"""What the bench instances ask: rules, points and weight as packed pairs. All numbers are integers.

Pair (mentee i, mentor j) is possible iff
  mentee_needs[i] ⊆ mentor_offers[j] and mentor_needs[j] ⊆ mentee_offers[i]  (form, sex wish, consent as one-hot bits)
  they share a language
  both can go online, or both can meet in person and live in the same district
  mentor j is not own_only, or both belong to the same organisation
  they share at least 2 slots
  (i, j) is not banned
score = 65·|main ∩ expert| + 40·|main ∩ able| + 20·|further ∩ expert| + 15·|further ∩ able| + 6·|interests|
        + 3·min(shared slots − 2, 4) + 20·same organisation + 10·same district + 15·previous mentor
weight = 1,000,000 + 10,000·mutual + score
A mentee in `choice_mentee` has four choices, in list order; the first that is possible is the mutual choice (none if no
one is). A mentor takes `places[j]` mentees at most. An optimal plan maximises the total weight. Seed 1: school
172 matched, 17 mutual, score 13,502; town 1,906 / 96 / 172,149; city 19,403 / 797 / 1,892,488;
region100 96,620 / 3,591 / 9,776,438; region300 276,396 / 10,541 / 28,846,144.
"""

import numpy as np
from numpy.typing import NDArray

from matchengine.bench.drawing import CHOICES, SIZES, Instance, Words, draw
from matchengine.pairs import ANY, SHIFT, BitPoints, BitRule, Cells, KeyPoints, KeyRule, Objective, PackedPairs

__all__ = ["SIZES", "WEIGHT", "Instance", "draw", "packed"]

WEIGHT = Objective(base=1_000_000, mutual=10_000, score=1)
FEWEST_SLOTS = 2
MAIN_EXPERT, MAIN_ABLE, FURTHER_EXPERT, FURTHER_ABLE, INTEREST = 65, 40, 20, 15, 6
SLOT, MOST_SLOTS, SAME_ORGANISATION, SAME_DISTRICT, PREVIOUS = 3, 4, 20, 10, 15
ONLINE, IN_PERSON = np.uint64(1), np.uint64(2)


def packed(instance: Instance) -> tuple[PackedPairs, Objective]:
    """All pairs of the instance and the weight to maximise. Rows are mentees, columns mentors."""
    one = instance
    n, m = one.shape
    able = one.competences & ~one.expert
    district_keys = one.mentee_district, one.mentor_district
    organisation_keys = one.mentee_organisation, one.mentor_organisation
    pairs = PackedPairs(
        open_rows=np.ones(n, np.bool_),
        open_columns=np.ones(m, np.bool_),
        places=one.places.astype(np.int64),
        rules=(
            BitRule(_one(one.mentee_needs), _one(~one.mentor_offers), at_most=0),
            BitRule(_one(~one.mentee_offers), _one(one.mentor_needs), at_most=0),
            BitRule(_one(one.mentee_languages), _one(one.mentor_languages), at_least=1),
            BitRule(*_ways_to_meet(one), at_least=1),
            KeyRule(one.mentee_organisation, np.where(one.own_only != 0, one.mentor_organisation, np.int32(ANY))),
            BitRule(_one(one.mentee_slots), _one(one.mentor_slots), at_least=FEWEST_SLOTS),
        ),
        points=(
            _times(MAIN_EXPERT, one.main, one.expert),
            _times(MAIN_ABLE, one.main, able),
            _times(FURTHER_EXPERT, one.further, one.expert),
            _times(FURTHER_ABLE, one.further, able),
            _times(INTEREST, one.mentee_interests, one.mentor_interests),
            _times(SLOT, one.mentee_slots, one.mentor_slots, over=FEWEST_SLOTS, most=MOST_SLOTS),
            KeyPoints(*organisation_keys, SAME_ORGANISATION),
            KeyPoints(*district_keys, SAME_DISTRICT),
        ),
        extra=Cells.of(one.previous_mentee, one.previous_mentor, np.full(len(one.previous_mentee), PREVIOUS)),
        banned=Cells.of(one.banned_mentee, one.banned_mentor),
        mutual=_mutual(one),
    )
    return pairs, WEIGHT


def _ways_to_meet(one: Instance) -> tuple[Words, Words]:
    """Bit 0: online; bit d + 1: in person in district d."""
    words = (int(max(one.mentee_district.max(), one.mentor_district.max())) + 1) // 64 + 1
    return (
        _ways(one.mentee_modes, one.mentee_district, words),
        _ways(one.mentor_modes, one.mentor_district, words),
    )


def _ways(modes: Words, district: NDArray[np.int32], words: int) -> Words:
    table = np.zeros((len(modes), words), np.uint64)
    table[:, 0] = modes & ONLINE
    row = np.nonzero(modes & IN_PERSON)[0]
    bit = district[row].astype(np.uint64) + np.uint64(1)
    table[row, bit // np.uint64(64)] |= np.uint64(1) << bit % np.uint64(64)
    return table


def _mutual(one: Instance) -> Cells:
    """Of each mentee who chooses, the first choice that is possible and not banned."""
    mentee, mentor = one.choice_mentee.astype(np.int64), one.choice_mentor.astype(np.int64)
    banned = one.banned_mentee.astype(np.int64) * one.shape[1] + one.banned_mentor
    possible = _possible(one, mentee, mentor) & ~np.isin(mentee * one.shape[1] + mentor, banned)
    table = possible.reshape(-1, CHOICES)
    chosen = np.arange(len(table)) * CHOICES + table.argmax(axis=1)
    chosen = chosen[table.any(axis=1)]
    return Cells.of(mentee[chosen], mentor[chosen])


def _possible(one: Instance, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The rules of the instance for single pairs, bans left out."""
    modes = one.mentee_modes[i] & one.mentor_modes[j]
    near = one.mentee_district[i] == one.mentor_district[j]
    same_house = one.mentee_organisation[i] == one.mentor_organisation[j]
    result: NDArray[np.bool_] = (
        (one.mentee_needs[i] & ~one.mentor_offers[j] == 0)
        & (one.mentor_needs[j] & ~one.mentee_offers[i] == 0)
        & (one.mentee_languages[i] & one.mentor_languages[j] != 0)
        & ((modes & ONLINE != 0) | ((modes & IN_PERSON != 0) & near))
        & ((one.own_only[j] == 0) | same_house)
        & (np.bitwise_count(one.mentee_slots[i] & one.mentor_slots[j]) >= FEWEST_SLOTS)
    )
    return result


def _times(points: int, left: Words, right: Words, over: int = 0, most: int = 64) -> BitPoints:
    return BitPoints(_one(left), _one(right), np.full(len(left), points << SHIFT, np.int64), over, most)


def _one(words: Words) -> Words:
    return np.ascontiguousarray(words[:, None])
