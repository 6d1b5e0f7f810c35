from lxml.etree import _Element

from newsclean.fields.entries import Entries

def entries(root: _Element, document: int) -> Entries: ...
