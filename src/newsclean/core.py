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
# Each compiled module and what it holds, so that no more is loaded than is asked for.
_MODULES: Final = {
    "newsclean.native.addresses": (),
    "newsclean.native.attributes": (),
    "newsclean.native.bags": (),
    "newsclean.native.billboard": ("shown",),
    "newsclean.native.blocks": (),
    "newsclean.native.byheading": ("by_heading",),
    "newsclean.native.bylines": ("may_hold_byline", "openings", "opens"),
    "newsclean.native.chains": ("split_line", "is_mixed", "brand"),
    "newsclean.native.charset": ("western",),
    "newsclean.native.choice": ("choose",),
    "newsclean.native.container": ("home",),
    "newsclean.native.credits": ("credited", "labelled"),
    "newsclean.native.dated": ("dated_lines",),
    "newsclean.native.days": (),
    "newsclean.native.doubts": ("settled", "uncertain"),
    "newsclean.native.edges": ("settle",),
    "newsclean.native.forest": ("Forest",),
    "newsclean.native.forms": ("form", "headings"),
    "newsclean.native.glance": ("glance",),
    "newsclean.native.head": ("entries",),
    "newsclean.native.items": (),
    "newsclean.native.labels": ("may_hold", "label"),
    "newsclean.native.language": ("count_letters", "script", "Frequent"),
    "newsclean.native.layout": ("agrees", "check"),
    "newsclean.native.ledger": ("merged",),
    "newsclean.native.lexicon": (),
    "newsclean.native.lines": ("chains",),
    "newsclean.native.measures": ("count_wide", "measures", "weights"),
    "newsclean.native.months": (),
    "newsclean.native.names": ("of_names",),
    "newsclean.native.needs": ("needs",),
    "newsclean.native.nodes": (),
    "newsclean.native.oddities": ("oddities",),
    "newsclean.native.outlook": ("numbers",),
    "newsclean.native.parts": ("parts", "bare"),
    "newsclean.native.people": ("clean", "leading", "pieces"),
    "newsclean.native.phrases": ("Lines",),
    "newsclean.native.pictures": (),
    "newsclean.native.places": (),
    "newsclean.native.ranking": ("ranked", "listed"),
    "newsclean.native.removal": ("removed", "staying"),
    "newsclean.native.scores": (),
    "newsclean.native.shaping": ("blocks",),
    "newsclean.native.sheets": ("hidden", "is_shown_later"),
    "newsclean.native.sift": ("sift",),
    "newsclean.native.sighted": ("sighted",),
    "newsclean.native.signals": ("odds", "vectors"),
    "newsclean.native.signs": ("Signs",),
    "newsclean.native.spelled": ("named",),
    "newsclean.native.spots": ("met",),
    "newsclean.native.stated": ("stated", "aligned"),
    "newsclean.native.states": ("texts", "is_text", "letters"),
    "newsclean.native.styles": ("may_hide",),
    "newsclean.native.sums": (),
    "newsclean.native.survey": ("judged",),
    "newsclean.native.tables": (),
    "newsclean.native.tags": (),
    "newsclean.native.template": ("template_odds",),
    "newsclean.native.text": ("is_cjk", "is_one_of", "key", "words"),
    "newsclean.native.texts": ("signs", "small_lines", "running", "shared"),
    "newsclean.native.tidy": ("line",),
    "newsclean.native.triples": (),
    "newsclean.native.trust": ("inside", "trusted"),
    "newsclean.native.unclosed": ("box_ends",),
    "newsclean.native.visible": ("parse",),
    "newsclean.native.walk": ("split",),
    "newsclean.native.wholes": (),
    "newsclean.native.words": ("Words",),
}
_HELD_BY: Final = {name: module for module, names in _MODULES.items() for name in names}


@functools.cache
def _load(module: str) -> ModuleType | None:
    """Return a compiled module, if it is to be had and understands the libraries it finds."""
    if os.environ.get("NEWSCLEAN_PURE"):
        return None
    try:
        return importlib.import_module(module)
    except (ImportError, ValueError):  # not built, or lxml's objects are of another size
        return None


def name() -> str:
    """Return what the core at work is called."""
    importlib.import_module("newsclean.pipeline")  # which loads all of them, in their order
    found = [_load(module) is not None for module in _MODULES]
    if all(found):
        return "compiled"
    return "partly compiled" if any(found) else "pure Python"


def native(function: str) -> Any:
    """Return a compiled function, or None where there is none.

    Raises:
        AttributeError: its module is only being loaded, since it imports what asks for it here.
    """
    module = _HELD_BY.get(function)
    found = _load(module) if module else None
    return getattr(found, function) if found else None


def chosen(function: str, twin: _Function) -> _Function:
    """Return the compiled function of a name, or else its twin."""
    return cast(_Function, native(function) or twin)
