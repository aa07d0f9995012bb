"""What every step back into management asks of whoever came since, as it was asked of all before."""

from __future__ import annotations

from typing import Final

from gezondsamen.phases.rules.acquaintance import NEWCOMERS_KNOWN, NEWCOMERS_MET_FIRST
from gezondsamen.phases.rules.agreements import NEWCOMERS_SIGN
from gezondsamen.phases.rules.ambition import NEWCOMERS_AGREE, NEWCOMERS_HAVE_GOALS
from gezondsamen.phases.rules.membership import PAR_21
from gezondsamen.phases.rules.partners import NEWCOMERS_HAVE_A_PART

OF_NEWCOMERS: Final = (
    NEWCOMERS_MET_FIRST,
    NEWCOMERS_KNOWN,
    NEWCOMERS_AGREE,
    NEWCOMERS_HAVE_GOALS,
    NEWCOMERS_HAVE_A_PART,
    PAR_21,
    NEWCOMERS_SIGN,
)
