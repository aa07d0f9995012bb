"""What the sources mention and no rule asks: reasons, benefits, figures, ways to meet, hooks, materials.

A host can offer these as suggestions: beside a blank, or as a list to think with. They are examples
that the sources give, not complete lists, and no effect of them was measured there.

>>> [mention.label.en for mention in LANGUAGE_LESSONS]
['walk along for a day', 'join a meeting of the sector', 'read its memorandums']
"""

from __future__ import annotations

from gezondsamen.catalogue.mentions.collaboration import (
    BENEFITS,
    INTERACTIONS,
    LANGUAGE_LESSONS,
    MATERIALS,
    REASONS,
)
from gezondsamen.catalogue.mentions.consultation import AGENDA_HOOKS, CONSULTATION_BODIES, CONSULTATION_LEVELS
from gezondsamen.catalogue.mentions.figures import DATA_SOURCES, EXPECTED_RESULTS
from gezondsamen.catalogue.mentions.mention import Mention

__all__ = [
    "AGENDA_HOOKS",
    "BENEFITS",
    "CONSULTATION_BODIES",
    "CONSULTATION_LEVELS",
    "DATA_SOURCES",
    "EXPECTED_RESULTS",
    "INTERACTIONS",
    "LANGUAGE_LESSONS",
    "MATERIALS",
    "REASONS",
    "Mention",
]
