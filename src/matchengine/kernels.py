"""Compiled twins of the plain loops. numba is loaded only when a problem is large enough to be worth it."""

from collections.abc import Callable
from functools import cache
from typing import Any

from matchengine.solver.primal_dual import insert_all

WORTH_COMPILING = 60_000
"""Arcs from which the compiled loop wins, the half second to load numba counted."""


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


KERNELS: tuple[Callable[[], Callable[..., Any]], ...] = (compiled_insert_all, compiled_search)


def compile_all() -> int:
    """Compile every kernel ahead of time, for set-up. Returns how many there are."""
    for kernel in KERNELS:
        kernel()
    return len(KERNELS)
