"""Builds the compiled core where there is a compiler; all else is in pyproject.toml."""

import os
from pathlib import Path

import lxml
from Cython.Build import cythonize
from setuptools import Extension, setup

HERE = Path(__file__).parent
NATIVE = Path("src", "newsclean", "native")
LXML = lxml.get_include()
# Numbers are the same to the last bit as those of the twins in Python. Without debug symbols the
# core is built in two thirds of the time, and is a fifth as large. Against -O2, -O3 takes about 2 %
# off a whole parse and adds 4 % to the core's size.
FLAGS = [] if os.name == "nt" else ["-ffp-contract=off", "-O3", "-g0"]

compiled = cythonize(
    [
        Extension(
            ".".join(source.relative_to(HERE / "src").with_suffix("").parts),
            [str(source.relative_to(HERE))],
            LXML,
            extra_compile_args=FLAGS,
        )
        for source in sorted((HERE / NATIVE).rglob("*.pyx"))
    ],
    build_dir="build/cython",  # what is generated is neither kept nor shipped
    language_level=3,
)
for extension in compiled:
    extension.optional = True  # without a compiler the build goes on (newsclean.core)

setup(ext_modules=compiled, options={"build_ext": {"parallel": os.cpu_count()}})
