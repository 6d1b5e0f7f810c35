"""The trained model, as `newsclean.training` writes it."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from newsclean.label.learned.forest import Forest
from newsclean.label.learned.names import NameTable

_FORESTS: Final = ("blocks", "articles", "bodies")
_TABLES: Final = ("names", "kinds")
_PARTS: Final = ("own", "outer")


class Model(NamedTuple):
    """What was learned.

    Attributes:
        blocks: gives the log odds that a block is article text (`signals.NAMES`).
        names: log odds of the words in class names.
        articles: gives the log odds that a page is an article (`outlook.NAMES`).
        bodies: gives the log odds that stand for the F1 that the body will have (`outlook.NAMES`).
        kinds: log odds that a page is an article, of the words of its template and of those in
            its structured data.
    """

    blocks: Forest
    names: NameTable
    articles: Forest = Forest(())
    bodies: Forest = Forest(())
    kinds: NameTable = NameTable({}, {})

    @classmethod
    def of(cls, data: Any) -> Model:
        """Return the model from its plain form."""
        blocks, articles, bodies = (Forest.of(data[name]) for name in _FORESTS)
        names, kinds = (
            NameTable(*(MappingProxyType(dict(data[name][part])) for part in _PARTS))
            for name in _TABLES
        )
        return cls(blocks, names, articles, bodies, kinds)

    def plain(self) -> dict[str, Any]:
        """Return the model as lists, numbers and strings."""
        tables = {
            name: {part: dict(getattr(getattr(self, name), part)) for part in _PARTS}
            for name in _TABLES
        }
        return tables | {name: getattr(self, name).plain() for name in _FORESTS}


@functools.cache
def load() -> Model:
    """Return the model that newsclean comes with; it is read once."""
    import json
    from importlib import resources

    file = resources.files("newsclean.data").joinpath("model.json")
    return Model.of(json.loads(file.read_text("utf-8")))
