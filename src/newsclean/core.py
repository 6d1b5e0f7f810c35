"""Which core does the work: functions compiled from C where they are there, else their twins.

Both give the same results. The compiled one is built where a compiler is; the environment variable
``NEWSCLEAN_PURE``, set to anything, leaves it aside.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from types import ModuleType

_Function = TypeVar("_Function")


def _load() -> ModuleType | None:
    """Return the compiled functions, if they are to be had."""
    if os.environ.get("NEWSCLEAN_PURE"):
        return None
    try:
        from newsclean import _native
    except ImportError:
        return None
    return _native


_NATIVE: Final = _load()
NAME: Final = "pure Python" if _NATIVE is None else "compiled"


def native(name: str) -> Any:
    """Return a compiled function, or None where there is none."""
    return getattr(_NATIVE, name, None)


def chosen(name: str, twin: _Function) -> _Function:
    """Return the compiled function of a name, or else its twin."""
    return cast(_Function, native(name) or twin)
