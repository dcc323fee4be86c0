"""In which order mentors stand, so that whole blocks of them are possible for nobody or for many."""

import numpy as np
from numpy.typing import NDArray

from matchengine.pairs import BitRule, PackedPairs

SAMPLE = 256


def order_of(pairs: PackedPairs, block: int) -> NDArray[np.int64]:
    """Mentors with the same bits of the rule that forbids most side by side, the commonest bits first.

    Where all fit in one block of columns they stay as they are.
    """
    m = pairs.shape[1]
    rules = [rule for rule in pairs.rules if isinstance(rule, BitRule) and rule.at_least == 1]
    if m <= block or not rules or not pairs.shape[0]:
        return np.arange(m)
    rule = min(rules, key=_share_allowed)
    flags = np.unpackbits(np.ascontiguousarray(rule.right).view(np.uint8), axis=1, bitorder="little")
    common = flags.sum(axis=0)
    chosen = [bit for bit in np.argsort(-common, kind="stable").tolist() if common[bit]]
    packed = np.packbits(flags[:, chosen], axis=1)
    return np.lexsort([packed[:, k] for k in range(packed.shape[1])][::-1])[::-1].copy() if chosen else np.arange(m)


def _share_allowed(rule: BitRule) -> float:
    """Of an even sample of pairs."""
    left = rule.left[:: max(1, len(rule.left) // SAMPLE)]
    right = rule.right[:: max(1, len(rule.right) // SAMPLE)]
    shared = np.zeros((len(left), len(right)), np.bool_)
    for word in range(left.shape[1]):
        shared |= (left[:, word, None] & right[None, :, word]) != 0
    return float(shared.mean())
