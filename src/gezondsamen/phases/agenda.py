"""The agenda of the first talks with partners: eight topics, each the rule that asks for what comes of it.

The guide for the Healthy School lists them as questions to discuss. A topic is settled when its rule
holds; so a topic brings its text, findings and remedies along, and nothing is said twice.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.phases.rules.acquaintance import KEN_07
from gezondsamen.phases.rules.agreements import AGR_04
from gezondsamen.phases.rules.communication import COM_06, COM_08
from gezondsamen.phases.rules.direction import REG_06
from gezondsamen.phases.rules.partners import PAR_09
from gezondsamen.phases.rules.policy import POL_06, POL_07
from gezondsamen.process.requirements import Requirement

AGENDA: Final[tuple[Requirement, ...]] = (
    KEN_07,  # which policies and frames apply
    POL_06,  # which sources of funding there are
    AGR_04,  # what each partner brings in
    PAR_09,  # who represents each partner
    REG_06,  # who is the Healthy School adviser
    COM_08,  # how parties confer on each level, and who aligns with the school
    POL_07,  # which priorities the municipality sets
    COM_06,  # what it means for the school, and how that is told
)
"""The eight topics, in the order of the guide."""
