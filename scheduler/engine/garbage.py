"""Python's search for garbage, put off while much is made that stays.

Building a model makes a million objects. Looking through them again and again for those that nothing refers
to any more took up to a quarter of its time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """No garbage is looked for meanwhile, if it was before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
