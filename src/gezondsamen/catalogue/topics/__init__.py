"""Topics: what can be stated or counted about a collaboration, one module per subject.

Labels are parts of a sentence: they can follow "er is nog niets vastgelegd over:" and "nothing is on
record about:". Which rule asks for a topic stands with the processes, not here.
"""

from __future__ import annotations

from gezondsamen.catalogue.topics.agreements import IN_FORCE
from gezondsamen.catalogue.topics.interruption import INTERRUPTION
from gezondsamen.catalogue.topics.organisation import ORGANISATION
from gezondsamen.catalogue.topics.partners import PARTNERS
from gezondsamen.catalogue.topics.partnership import PARTNERSHIP
from gezondsamen.catalogue.topics.policy import POLICY
from gezondsamen.catalogue.topics.purpose import PURPOSE
from gezondsamen.catalogue.topics.school import CERTIFICATE, SCHOOL
from gezondsamen.catalogue.topics.session import SESSION
from gezondsamen.catalogue.topics.support import SUPPORT

__all__ = ["TOPICS"]

TOPICS = (
    *PURPOSE,
    *PARTNERS,
    *POLICY,
    *ORGANISATION,
    *SUPPORT,
    *PARTNERSHIP,
    *IN_FORCE,
    *INTERRUPTION,
    *SCHOOL,
    *SESSION,
    *CERTIFICATE,
)
"""All topics."""
