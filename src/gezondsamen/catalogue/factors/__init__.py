"""What helps a collaboration to succeed, and what stands in its way, as five Dutch sources tell.

One module per source; of the two long ones, one per part. Each row says where its factor counts,
where the source names it, and which rules act on it. A source that names a factor tells what people
saw in practice: it measures no effect. Where `moments` are meant, which phases these are is our
reading.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.factors import (
    collaboration,
    healthy_school,
    intersectoral,
    network,
    practice,
    wellbeing_municipality,
    wellbeing_school,
)
from gezondsamen.evaluation.factors import Factor

__all__ = ["FACTORS", "OBSTACLES", "SUCCESS_FACTORS"]

_ALL: Final = (
    *healthy_school.FACTORS,
    *collaboration.FACTORS,
    *practice.FACTORS,
    *network.FACTORS,
    *intersectoral.FACTORS,
    *wellbeing_municipality.FACTORS,
    *wellbeing_school.FACTORS,
)


def _number(factor: Factor) -> int:
    return int(factor.code.partition("-")[2])


SUCCESS_FACTORS: Final = tuple(sorted((f for f in _ALL if f.kind == "success"), key=_number))
"""What helps, in the order of the codes."""

OBSTACLES: Final = tuple(sorted((f for f in _ALL if f.kind == "obstacle"), key=_number))
"""What stands in the way, in the order of the codes."""

FACTORS: Final = (*SUCCESS_FACTORS, *OBSTACLES)
"""All factors: first what helps, then what stands in the way."""
