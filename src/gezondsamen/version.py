"""The version of the library, read from what was installed: `gezondsamen.__version__`."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("gezondsamen")
except PackageNotFoundError:  # a copy of the files that nobody installed
    __version__ = "0+unknown"
