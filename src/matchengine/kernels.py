"""Compiled twins of the plain loops. numba is loaded only when a problem is large enough to be worth it."""

from collections.abc import Callable
from functools import cache
from typing import Any

from matchengine.solver.primal_dual import insert_all

WORTH_COMPILING = 60_000
"""Arcs from which the compiled loop wins, the half second to load numba counted."""

WORTH_AUCTION = 200_000
"""Arcs from which the sparse solver wins, the time to load its loops counted."""


def worth_compiling() -> int:
    """Arcs from which the compiled loop wins in this process: fewer once it has been loaded."""
    return WORTH_COMPILING // 200 if compiled_insert_all.cache_info().currsize else WORTH_COMPILING


@cache
def compiled_insert_all() -> Callable[..., None]:
    """`insert_all` for int64 arrays; from the cache on disk where it has been compiled before."""
    import numba

    cells = numba.int64[::1]
    signature = numba.void(*([cells] * 20))
    function: Callable[..., None] = numba.njit(signature, cache=True)(insert_all)
    return function


@cache
def compiled_search() -> Callable[[Any], tuple[Callable[..., bool], Any]]:
    """From tables to the search through all pairs (`large.machine.search`) and room for one thread to work in."""
    from matchengine.large.machine import prepared_search

    return prepared_search()


def compile_solving() -> None:
    """The search through all pairs and the loops of `solve_pairs`, compiled by solving one small problem."""
    import numpy as np

    from matchengine.pairs import Cells, Objective, PackedPairs
    from matchengine.solver.columns import solve_pairs

    pairs = PackedPairs(np.ones(2, np.bool_), np.ones(2, np.bool_), np.ones(2, np.int64), mutual=Cells.of([0], [1]))
    solve_pairs(pairs, Objective(base=10))


def compile_groups() -> None:
    """The program over groups, compiled by bounding one small group."""
    import numpy as np

    from matchengine.solver.groups import Groups, Topics, price_groups

    one, nothing = np.ones((1, 1), np.int64), np.zeros(1, np.int64)
    yes = one > 0
    price_groups(Groups(one, yes, yes, Topics(("",), yes, ((0,),)), one[0], nothing, one[0], nothing, (1, 1)))


KERNELS: tuple[Callable[[], object], ...] = (compiled_insert_all, compile_solving, compile_groups)


def compile_all() -> int:
    """Compile every kernel ahead of time, for set-up. Returns how many steps that takes."""
    for kernel in KERNELS:
        kernel()
    return len(KERNELS)
