# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Images among the blocks of the article: the twin of `newsclean.shape._with_images`."""

from cpython.object cimport PyTypeObject
from cpython.set cimport PySet_Contains

from newsclean.native.article.addresses cimport Addresses
from newsclean.native.frozen cimport fill, filled, slot_of
from newsclean.native.slots cimport IMAGE_ALT, IMAGE_BEFORE, IMAGE_HEIGHT, IMAGE_SRC, IMAGE_WIDTH
from newsclean.native.tuples cimport allocated, item_of

from newsclean import shape as twin
from newsclean.model import Block, BlockKind, Image

cdef PyTypeObject* BLOCK = <PyTypeObject*>Block
cdef PyTypeObject* IMAGE = <PyTypeObject*>Image
cdef Py_ssize_t SRC = slot_of(Image.src), ALT = slot_of(Image.alt)
cdef Py_ssize_t SAID = slot_of(Image.caption)
cdef Py_ssize_t KIND = slot_of(Block.kind), TEXT = slot_of(Block.text)
cdef Py_ssize_t LEVEL = slot_of(Block.level), ORDERED = slot_of(Block.ordered)
cdef Py_ssize_t RUNS = slot_of(Block.runs), ROWS = slot_of(Block.rows)
cdef Py_ssize_t HEADER = slot_of(Block.header), LANGUAGE = slot_of(Block.language)
cdef Py_ssize_t PICTURE = slot_of(Block.image), INDEX = slot_of(Block.index)
cdef object CAPTION = BlockKind.CAPTION
cdef Py_ssize_t ICON = twin._ICON
cdef tuple NONE = ()
cdef object ZERO = 0, NO = False


cdef object plain(object kind, object text, object runs, object index):
    """Return a block that is no more than a text."""
    cdef object found = allocated(BLOCK, 0)
    fill(found, KIND, kind)
    fill(found, TEXT, text)
    fill(found, LEVEL, ZERO)
    fill(found, ORDERED, NO)
    fill(found, RUNS, runs)
    fill(found, ROWS, NONE)
    fill(found, HEADER, NO)
    fill(found, LANGUAGE, None)
    fill(found, PICTURE, None)
    fill(found, INDEX, index)
    return found


cdef bint is_icon(object side) except -1:
    """Tell whether a side of an image is too short."""
    return side is not None and side < ICON


cdef object with_images(list blocks, images, frozenset kept, Addresses addresses):
    """Return the blocks with the article's images among them."""
    cdef Py_ssize_t first = <object>filled(blocks[0], INDEX), place, before
    cdef Py_ssize_t last = <object>filled(blocks[len(blocks) - 1], INDEX)
    cdef dict pictures = {}, captions = None
    for image in images:
        index = <object>item_of(image, IMAGE_BEFORE)
        before = index
        if not first <= before <= last + 1 or is_icon(<object>item_of(image, IMAGE_WIDTH)):
            continue
        if is_icon(<object>item_of(image, IMAGE_HEIGHT)):
            continue
        if not PySet_Contains(kept, index) and not PySet_Contains(kept, before - 1):
            continue
        src, alt = addresses.of(<object>item_of(image, IMAGE_SRC)), <object>item_of(image, IMAGE_ALT)
        if src is None:
            continue
        if captions is None:
            captions = places_of_captions(blocks)
        place = captions.pop(index, -1)
        if place >= 0:
            blocks[place] = captioned(blocks[place], src, alt)
        elif index not in pictures:
            pictures[index] = pictured(index, src, alt)
    return among(pictures, blocks) if pictures else tuple(blocks)


cdef dict places_of_captions(list blocks):
    """Return where the captions are, by the index of each."""
    cdef Py_ssize_t place
    cdef dict found = {}
    for place in range(len(blocks)):
        if <object>filled(blocks[place], KIND) is CAPTION:
            found[<object>filled(blocks[place], INDEX)] = place
    return found


cdef object captioned(object caption, object src, object alt):
    """Return a caption with its image."""
    cdef object text = <object>filled(caption, TEXT)
    cdef object found = plain(
        CAPTION, text, <object>filled(caption, RUNS), <object>filled(caption, INDEX)
    )
    picture(found, src, alt, text)
    return found


cdef object pictured(object index, object src, object alt):
    """Return an image without a caption."""
    cdef object found = plain(CAPTION, "", NONE, index)
    picture(found, src, alt, "")
    return found


cdef int picture(object block, object src, object alt, object caption) except -1:
    """Set the image of a new block, which has none."""
    cdef object image = allocated(IMAGE, 0)
    fill(image, SRC, src)
    fill(image, ALT, alt)
    fill(image, SAID, caption)
    fill(block, PICTURE, image)
    return 0


cdef object among(dict pictures, list blocks):
    """Return pictures and blocks in page order, a picture before the block of its index."""
    cdef list waiting = sorted(pictures, reverse=True), out = []
    for block in blocks:
        while waiting and waiting[len(waiting) - 1] <= <object>filled(block, INDEX):
            out.append(pictures[waiting.pop()])
        out.append(block)
    while waiting:
        out.append(pictures[waiting.pop()])
    return tuple(out)
