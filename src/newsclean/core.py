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
    "newsclean.native.article.addresses": (),
    "newsclean.native.article.pictures": (),
    "newsclean.native.article.removal": ("removed", "staying"),
    "newsclean.native.article.shaping": ("blocks",),
    "newsclean.native.article.signs": ("Signs",),
    "newsclean.native.clean.billboard": ("shown",),
    "newsclean.native.clean.chains": ("split_line", "is_mixed", "brand"),
    "newsclean.native.clean.charset": ("western",),
    "newsclean.native.clean.index": (),
    "newsclean.native.clean.lines": ("chains",),
    "newsclean.native.clean.needs": ("needs",),
    "newsclean.native.clean.spots": ("met",),
    "newsclean.native.clean.texts": ("signs", "small_lines", "running", "shared"),
    "newsclean.native.dates.choice": ("choose",),
    "newsclean.native.dates.dated": ("dated_lines",),
    "newsclean.native.dates.days": (),
    "newsclean.native.dates.labels": ("may_hold", "label"),
    "newsclean.native.dates.months": (),
    "newsclean.native.dates.sighted": ("sighted",),
    "newsclean.native.dates.states": ("places",),
    "newsclean.native.dates.visible": ("parse",),
    "newsclean.native.dom.glance": ("glance",),
    "newsclean.native.dom.oddities": ("oddities",),
    "newsclean.native.dom.unclosed": ("box_ends",),
    "newsclean.native.fields.byheading": ("by_heading",),
    "newsclean.native.fields.bylines": ("may_hold_byline", "openings", "opens"),
    "newsclean.native.fields.candidates": ("candidate",),
    "newsclean.native.fields.credits": ("credited", "labelled"),
    "newsclean.native.fields.forms": ("form", "headings"),
    "newsclean.native.fields.head": ("entries",),
    "newsclean.native.fields.items": (),
    "newsclean.native.fields.language": ("count_letters", "script", "Frequent"),
    "newsclean.native.fields.parts": ("parts", "bare"),
    "newsclean.native.fields.people": ("clean", "leading", "pieces"),
    "newsclean.native.fields.ranking": ("ranked", "listed"),
    "newsclean.native.fields.sift": ("sift",),
    "newsclean.native.fields.spelled": ("named",),
    "newsclean.native.fields.stated": ("stated", "aligned"),
    "newsclean.native.fields.text": ("is_cjk", "is_one_of", "key", "words"),
    "newsclean.native.fields.tidy": ("line",),
    "newsclean.native.label.bags": (),
    "newsclean.native.label.container": ("home",),
    "newsclean.native.label.doubts": ("settled", "uncertain"),
    "newsclean.native.label.edges": ("settle",),
    "newsclean.native.label.ledger": ("merged",),
    "newsclean.native.label.measures": ("count_wide", "measures", "weights"),
    "newsclean.native.label.phrases": ("Lines",),
    "newsclean.native.label.survey": ("judged",),
    "newsclean.native.label.trust": ("inside", "trusted"),
    "newsclean.native.layout": ("agrees", "check"),
    "newsclean.native.learned.called": (),
    "newsclean.native.learned.forest": ("Forest",),
    "newsclean.native.learned.outlook": ("numbers",),
    "newsclean.native.learned.places": (),
    "newsclean.native.learned.scores": (),
    "newsclean.native.learned.signals": ("odds", "vectors"),
    "newsclean.native.learned.sums": (),
    "newsclean.native.learned.template": ("template_odds",),
    "newsclean.native.learned.triples": (),
    "newsclean.native.learned.words": ("Words",),
    "newsclean.native.lexicon": (),
    "newsclean.native.script.states": ("texts", "joined", "is_text", "letters"),
    "newsclean.native.segment.attributes": (),
    "newsclean.native.segment.blocks": (),
    "newsclean.native.segment.hiding": (),
    "newsclean.native.segment.images": (),
    "newsclean.native.segment.keys": (),
    "newsclean.native.segment.names": ("of_names",),
    "newsclean.native.segment.nodes": (),
    "newsclean.native.segment.objects": (),
    "newsclean.native.segment.selectors": ("is_shown_later",),
    "newsclean.native.segment.sheets": ("hidden",),
    "newsclean.native.segment.styles": ("may_hide",),
    "newsclean.native.segment.tables": (),
    "newsclean.native.segment.tags": (),
    "newsclean.native.segment.walk": ("split",),
    "newsclean.native.segment.wholes": (),
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
        AttributeError: its module was built from an older source, or is only being loaded, since
            it imports what asks for it here.
    """
    module = _HELD_BY.get(function)
    found = _load(module) if module else None
    if found is not None and not hasattr(found, function):
        raise AttributeError(
            f"{module} has no {function!r}: the compiled core is not of this version of newsclean."
            " Build it again (pip install -e .), or set NEWSCLEAN_PURE to leave it aside."
        )
    return getattr(found, function) if found else None


def chosen(function: str, twin: _Function) -> _Function:
    """Return the compiled function of a name, or else its twin."""
    return cast("_Function", native(function) or twin)
