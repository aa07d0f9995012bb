"""Tests of simulation need its packages: without them they are not collected."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if all(map(find_spec, ("numpy", "scipy", "arro3"))) else ["*.py"]
