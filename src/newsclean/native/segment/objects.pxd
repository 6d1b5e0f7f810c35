"""Objects of what a walk found; see objects.pyx."""

from newsclean.native.segment.blocks cimport Blocks
from newsclean.native.segment.nodes cimport Nodes

cdef list nodes_of(Nodes nodes)
cdef list blocks_of(Blocks blocks)
cdef list believed(Nodes nodes, Blocks blocks, list made)
