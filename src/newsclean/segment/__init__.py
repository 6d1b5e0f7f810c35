"""Trees to blocks: the page as a flat list of paragraph-like units with their raw measures."""

from newsclean.segment.blocks import Hint, Node, RawBlock, RawImage, Segments
from newsclean.segment.walk import split

__all__ = ["Hint", "Node", "RawBlock", "RawImage", "Segments", "split"]
