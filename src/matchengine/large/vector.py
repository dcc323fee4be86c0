"""Steps on eight words at once, written out for the compiler. Operands are addresses of planes: rows of 64-bit words.

A loop over ten planes would be guarded by dozens of overlap checks; here the vector is spelled out and needs none.
On processors without 512-bit registers the compiler splits each vector. Imports numba: load it only when needed.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import numba
from llvmlite import ir  # type: ignore[import-untyped]
from llvmlite.binding import get_host_cpu_features  # type: ignore[import-untyped]
from numba import types
from numba.core import cgutils, config
from numba.extending import intrinsic

LANES = 8
WORD = ir.IntType(64)
VECTOR = ir.VectorType(WORD, LANES)

Function = TypeVar("Function", bound=Callable[..., Any])


OPTIONS: dict[str, Any] = {"_nrt": False}
_njit: Any = numba.njit


def compiled(function: Function) -> Function:
    """Compiled without counting references to arrays: here nothing is allocated, and the counting costs most of all."""
    result: Function = _njit(function, **OPTIONS)
    return result


def compiled_in_place(function: Function) -> Function:
    """Compiled into its caller: for functions that take whole tuples of arrays."""
    result: Function = _njit(function, forceinline=True, **OPTIONS)
    return result


def compiled_to_disk(function: Function) -> Function:
    """The outermost function: from the cache on disk where it has been compiled before, and other threads may run."""
    result: Function = _njit(function, nogil=True, cache=True, **OPTIONS)
    return result


Value = Any
Logic = Callable[..., tuple[Value, ...]]


def _step(logic: Logic, planes: int, masks: int = 0) -> Any:
    """step(byte, operands): loads `planes` vectors at operand + byte, stores what `logic` answers at the operands left.

    Operands in order: planes read, scalar masks (0 or −1, the same for every lane), planes written.
    """

    def step(typingctx: Any, byte: Any, operands: Any) -> Any:
        def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            values = _unpacked(builder, arguments[1], len(signature.args[1]))
            read, flags, written = values[:planes], values[planes : planes + masks], values[planes + masks :]
            loaded = [builder.load(_pointer(builder, one, arguments[0]), align=8) for one in read]
            results = logic(builder, *loaded, *[_spread(builder, one) for one in flags])
            for one, result in zip(written, results, strict=True):
                builder.store(result, _pointer(builder, one, arguments[0]), align=8)
            return context.get_dummy_value()

        return types.void(types.int64, operands), codegen

    return intrinsic(step)


_unpacked: Any = cgutils.unpack_tuple
_inserted: Any = cgutils.get_or_insert_function


def _pointer(builder: Any, address: Value, byte: Value) -> Value:
    return builder.inttoptr(builder.add(address, byte), VECTOR.as_pointer())


def _spread(builder: Any, mask: Value) -> Value:
    one = builder.insert_element(ir.Constant(VECTOR, ir.Undefined), mask, ir.Constant(ir.IntType(32), 0))
    lanes = ir.Constant(ir.VectorType(ir.IntType(32), LANES), [0] * LANES)
    return builder.shuffle_vector(one, ir.Constant(VECTOR, ir.Undefined), lanes)


def _has_ternary_logic() -> bool:
    """May the code be for processors with AVX-512? Code on disk is kept for each processor apart."""
    return getattr(config, "CPU_NAME", None) is None and bool(get_host_cpu_features().get("avx512f"))


TERNARY = _has_ternary_logic()


def _logic(builder: Any, table: int, a: Value, b: Value, c: Value) -> Value:
    """Any function of three bits in one instruction; `table`: its answers, bit 4a + 2b + c."""
    kind = ir.FunctionType(VECTOR, [VECTOR, VECTOR, VECTOR, ir.IntType(32)])
    function = _inserted(builder.module, kind, "llvm.x86.avx512.pternlog.q.512")
    return builder.call(function, [a, b, c, ir.Constant(ir.IntType(32), table)])


def _add(builder: Any, a: Value, b: Value, c: Value) -> tuple[Value, Value]:
    """Full adder: the sum of three bits as (ones, twos)."""
    if TERNARY:
        return _logic(builder, 0b1001_0110, a, b, c), _logic(builder, 0b1110_1000, a, b, c)
    odd = builder.xor(a, b)
    return builder.xor(odd, c), builder.or_(builder.and_(a, b), builder.and_(odd, c))


def _add7(builder: Any, a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value) -> tuple[Value, ...]:
    """The sum of seven bits as (ones, twos, fours)."""
    one, two_1 = _add(builder, a, b, c)
    other, two_2 = _add(builder, d, e, f)
    ones, two_3 = _add(builder, one, other, g)
    return (ones, *_add(builder, two_1, two_2, two_3))


def _without(builder: Any, a: Value, b: Value, c: Value, d: Value) -> tuple[Value]:
    return (builder.and_(a, builder.not_(builder.or_(builder.or_(b, c), d))),)


def _either(builder: Any, a: Value, b: Value, c: Value) -> tuple[Value]:
    return (builder.or_(builder.or_(a, b), c),)


def _both(builder: Any, a: Value, b: Value) -> tuple[Value]:
    return (builder.and_(a, b),)


def _match(builder: Any, kept: Value, *bits_and_flips: Value) -> tuple[Value]:
    """kept and each of four bits, a bit turned over where its flip is set."""
    for bit, flip in zip(bits_and_flips[:4], bits_and_flips[4:], strict=True):
        plain = None if TERNARY else builder.and_(kept, builder.xor(bit, flip))
        kept = plain or _logic(builder, 0b0110_0000, kept, bit, flip)
    return (kept,)


def _at_least(builder: Any, above: Value, *bits_and_limits: Value) -> tuple[Value]:
    """Four more bits, lowest first, of a comparison number ≥ limit: `above` is the answer of the bits below."""
    for bit, limit in zip(bits_and_limits[:4], bits_and_limits[4:], strict=True):
        if TERNARY:
            above = _logic(builder, 0b1101_0100, bit, above, limit)
            continue
        either, both = builder.or_(bit, above), builder.and_(bit, above)
        above = builder.or_(both, builder.and_(either, builder.not_(limit)))
    return (above,)


add = _step(_add, 3)
add7 = _step(_add7, 7)
without = _step(_without, 4)
either = _step(_either, 3)
both = _step(_both, 2)
match = _step(_match, 5, 4)
at_least = _step(_at_least, 5, 4)


def _popcount(typingctx: Any, word: Any) -> Any:
    """The number of set bits of one word."""

    def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return word(word), codegen


def _lowest(typingctx: Any, word: Any) -> Any:
    """The number of the lowest set bit of a word that is not 0."""

    def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 1))

    return word(word), codegen


popcount: Any = intrinsic(_popcount)
lowest: Any = intrinsic(_lowest)
