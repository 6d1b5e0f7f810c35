"""The version, read by the build and by ``newsclean --version``."""

__version__ = "0.1.0"
