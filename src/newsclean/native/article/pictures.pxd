"""Images among the blocks of the article; see pictures.pyx."""

from newsclean.native.article.addresses cimport Addresses


cdef object with_images(list blocks, images, frozenset kept, Addresses addresses)
