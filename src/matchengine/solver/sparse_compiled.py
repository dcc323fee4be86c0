"""How a plain loop becomes a compiled one; imported only by files of loops, so that numba is loaded when needed."""

from collections.abc import Callable
from typing import Any

import numba

Loop = Callable[..., Any]

Rows = Any
"""An array of 32-bit integers, as the loops take it: people, arcs' heads, places."""
Numbers = Any
"""An array of 64-bit integers: weights, prices, positions of arcs."""
Number = Any
"""One of them."""

ROWS = "int32[::1]"
NUMBERS = "int64[::1]"


def compiled(result: str, *arguments: str) -> Callable[[Loop], Loop]:
    """Compile for exactly these types, from the cache on disk where that has been done before."""
    signature = f"{result}({', '.join(arguments)})"

    def compile_loop(loop: Loop) -> Loop:
        made: Loop = numba.njit(signature, cache=True, nogil=True, boundscheck=False)(loop)
        return made

    return compile_loop
