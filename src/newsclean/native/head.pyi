from lxml.etree import _Element

from newsclean.dom.elements import Gathered

def gather(root: _Element) -> Gathered: ...
