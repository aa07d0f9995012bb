"""Processes as bytes: packed once and unpacked once, so that the models of a thousand tasks travel light."""

from __future__ import annotations

import pickle
import zlib
from functools import lru_cache

from gezondsamen.process.process import Process


@lru_cache(maxsize=16)
def packed(process: Process) -> bytes:
    """Return a process as bytes."""
    return zlib.compress(pickle.dumps(process))


@lru_cache(maxsize=16)
def unpacked(data: bytes) -> Process:
    """Return the process that was packed: the same object for the same bytes."""
    process: Process = pickle.loads(zlib.decompress(data))
    return process
