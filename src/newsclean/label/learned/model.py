"""The trained model, as `newsclean.training` writes it."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import Any, NamedTuple

from newsclean.label.learned.forest import Forest
from newsclean.label.learned.names import NameTable


class Model(NamedTuple):
    """What was learned.

    Attributes:
        blocks: gives the log odds that a block is article text (`signals.NAMES`).
        names: log odds of the words in class names.
        articles: gives the log odds that a page is an article (`outlook.NAMES`).
        bodies: gives the log odds that stand for the F1 that the body will have (`outlook.NAMES`).
    """

    blocks: Forest
    names: NameTable
    articles: Forest = Forest(())
    bodies: Forest = Forest(())

    @classmethod
    def of(cls, data: Any) -> Model:
        """Return the model from its plain form."""
        own, outer = (MappingProxyType(dict(data["names"][part])) for part in ("own", "outer"))
        forests = (Forest.of(data[name]) for name in ("articles", "bodies"))
        return cls(Forest.of(data["blocks"]), NameTable(own, outer), *forests)

    def plain(self) -> dict[str, Any]:
        """Return the model as lists, numbers and strings."""
        names = {part: dict(getattr(self.names, part)) for part in ("own", "outer")}
        forests = {name: getattr(self, name).plain() for name in ("blocks", "articles", "bodies")}
        return {"names": names, **forests}


@functools.cache
def load() -> Model:
    """Return the model that newsclean comes with; it is read once."""
    import json
    from importlib import resources

    file = resources.files("newsclean.data").joinpath("model.json")
    return Model.of(json.loads(file.read_text("utf-8")))
