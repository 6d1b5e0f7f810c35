"""Which core does the work: functions compiled from C where they are there, else their twins.

Both give the same results. The compiled one is built where a compiler is; the environment variable
``NEWSCLEAN_PURE``, set to anything, leaves it aside.
"""

from __future__ import annotations

import functools
import importlib
import os
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from types import ModuleType

_Function = TypeVar("_Function")
_MODULES: Final = ("newsclean._native", "newsclean.native.walk")
# What each compiled module holds, so that no more is loaded than is asked for.
_HELD_BY: Final = {"split": "newsclean.native.walk"}


@functools.cache
def _load(module: str) -> ModuleType | None:
    """Return a compiled module, if it is to be had and understands the libraries it finds."""
    if os.environ.get("NEWSCLEAN_PURE"):
        return None
    try:
        return importlib.import_module(module)
    except ImportError:
        return None


def name() -> str:
    """Return what the core at work is called."""
    return "compiled" if all(map(_load, _MODULES)) else "pure Python"


def native(function: str) -> Any:
    """Return a compiled function, or None where there is none."""
    return getattr(_load(_HELD_BY.get(function, _MODULES[0])), function, None)


def chosen(function: str, twin: _Function) -> _Function:
    """Return the compiled function of a name, or else its twin."""
    return cast(_Function, native(function) or twin)
