"""Which script a character is of, as far as cleaning cares."""

from __future__ import annotations

import re
from typing import Final

# Han, kana, hangul: characters between which no space stands (hangul: may stand), and of which
# a few say as much as a word.
CJK: Final = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HANGUL: Final = "\uac00-\ud7af"
_CJK = re.compile(f"[{CJK}\U00020000-\U0003ffff，。、；：！？“”（）《》「」『』【】…]")


def is_cjk(char: str) -> bool:
    """Tell whether a character is one beside which Chinese and Japanese put no space."""
    return _CJK.match(char) is not None
