"""Control characters in the text: what Windows-1252 writes as these bytes, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.clean.cut import Edit
from newsclean.clean.reread import WINDOWS
from newsclean.model import Note

if TYPE_CHECKING:
    from newsclean.clean.draft import Draft

# C1 controls: no page means them. Where they come from, U+0092 was an apostrophe; HTML reads
# their numeric references so (HTML standard, 13.2.5.80), libxml2 and browsers not the characters.
_CONTROL: Final = re.compile("[\x80-\x9f]")
_MEANT: Final = {chr(byte): chr(char) for char, byte in WINDOWS.items()}


def step(draft: Draft) -> Draft:
    """Return the draft with control characters replaced by what was meant."""
    signs = "".join(_CONTROL.findall(draft.signs))
    if not signs:
        return draft
    edits = {
        block.index: [
            Edit(found.start(), found.end(), _MEANT.get(found[0], ""))
            for found in _CONTROL.finditer(block.text)
        ]
        for block in draft.having_any(signs)
    }
    count = sum(map(len, edits.values()))
    note = Note("text.controls", f"{count} control characters were read as Windows-1252.")
    return draft.mending(edits).noting(note)
