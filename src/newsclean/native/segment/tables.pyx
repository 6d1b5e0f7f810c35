# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Tells tables of data from those that lay out a page: the twin of `newsclean.segment.tables`."""

from cpython.mem cimport PyMem_RawFree
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport strcmp, strlen
from lxml.includes cimport tree
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.elements cimport attribute_of, following, is_named, is_text, plain_value
from newsclean.native.segment.tags cimport BR, SKIPPED, Tag, Tags, name_of
from newsclean.native.utf8 cimport fold

from newsclean.segment import tables as twin

cdef Py_ssize_t MAX_CELL = twin.MAX_CELL
cdef Py_ssize_t MAX_CELLS = twin.MAX_CELLS
cdef frozenset LAYOUT_INSIDE = frozenset(twin.LAYOUT_INSIDE)


cdef class Tables:
    """Reads tables in a document."""

    def __init__(self, Tags tags):
        self.tags = tags

    def __dealloc__(self):
        PyMem_RawFree(self.text.data)

    cdef bint may_be_data(self, xmlNode* table) noexcept nogil:
        """Tell whether a table may be one of data: no other is in it, as in one of layout."""
        cdef xmlNode* here = following(table, table)
        while here != NULL and here.type != tree.XML_ENTITY_REF_NODE:
            if is_named(here, b"table"):
                return False
            here = following(here, table)
        return True

    cdef object data(self, xmlNode* table):
        """Return a table that may be one of data, or None when it lays out a page."""
        cdef xmlNode* here = following(table, table)
        cdef object rows
        if self.is_layout(table):
            return None
        while here != NULL:
            if here.type == tree.XML_ENTITY_REF_NODE:
                return twin.data_rows(self.tags.shown(table))
            here = following(here, table)
        rows = self.rows(table)
        return None if rows is None else twin.table(self.tags.shown(table), rows)

    cdef bint is_layout(self, xmlNode* table) except -1:
        """Tell whether a table says that it lays out a page."""
        cdef xmlAttr* role = attribute_of(table, b"role")
        cdef const char* plain
        if role == NULL:
            return False
        plain = plain_value(role)
        if plain == NULL:
            return self.tags.shown(table).get("role") == "presentation"
        return strcmp(plain, b"presentation") == 0

    cdef object rows(self, xmlNode* table):
        """Return the cells of a table of data row by row, None where they are none."""
        cdef Cells cells = Cells(0, 0, 0)
        cdef list rows = []
        cdef Py_ssize_t lines = 0
        cdef xmlNode* outer = table.children
        cdef xmlNode* line
        while outer != NULL:
            if is_named(outer, b"tr"):
                lines += 1
                if not self.add_row(rows, outer, &cells):
                    return None
            elif is_part(outer):
                line = outer.children
                while line != NULL:
                    if is_named(line, b"tr"):
                        lines += 1
                        if not self.add_row(rows, line, &cells):
                            return None
                    line = line.next
            outer = outer.next
        return rows if lines > 1 and twin.is_data(rows, cells.all, cells.filled, cells.inside) else None

    cdef bint add_row(self, list rows, xmlNode* line, Cells* cells) except -1:
        """Add the cells of a row; tell whether all may be data."""
        cdef list row = []
        cdef bint said = False
        cdef object text
        cdef xmlNode* cell = line.children
        cdef xmlNode* child
        while cell != NULL:
            if is_named(cell, b"td") or is_named(cell, b"th"):
                text = self.cell(cell)
                cells.all += 1
                if len(text) > MAX_CELL or cells.all > MAX_CELLS:
                    return False
                if text:
                    cells.filled += 1
                    said = True
                child = cell.children
                while child != NULL:
                    if child.type == tree.XML_ELEMENT_NODE:
                        if name_of(self.tags.of(child)) in LAYOUT_INSIDE:
                            cells.inside += 1
                            break
                    child = child.next
                row.append(text)
            cell = cell.next
        if said:
            rows.append(tuple(row))
        return True

    cdef object cell(self, xmlNode* cell):
        """Return the folded text in a cell, a space where an element breaks it."""
        cdef xmlNode* here = following(cell, cell)
        cdef bint parted = False, silent = False
        cdef Tag* tag
        self.text.size = 0
        while here != NULL:
            if here.type == tree.XML_ELEMENT_NODE:
                tag = self.tags.of(here)
                silent = (tag.flags & SKIPPED) != 0
                if tag.flags & BR:
                    parted = True
            elif is_text(here) and here.content != NULL:
                if here.prev != NULL and not is_text(here.prev):
                    silent = False
                if not silent:
                    fold(
                        &self.text, here.content,
                        here.content + strlen(<const char*>here.content), &parted, 0,
                    )
            here = following(here, cell)
        return PyUnicode_DecodeUTF8(self.text.data, self.text.size, NULL) if self.text.size else ""


cdef inline bint is_part(xmlNode* node) noexcept nogil:
    """Tell whether an element holds rows of a table."""
    return is_named(node, b"thead") or is_named(node, b"tbody") or is_named(node, b"tfoot")
