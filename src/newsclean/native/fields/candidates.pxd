"""What is listed as evidence; see candidates.pyx."""

cpdef object candidate(value, origin, chosen=*, why=*, raw=*)
