"""What the topics of an agreement in force mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

IN_FORCE: Final = {
    "breach": (
        "feit dat een partij niet of niet goed doet waartoe de overeenkomst haar verplicht",
        "fact that a party does not do, or not properly, what it is obliged to",
    ),
    "notice_of_default": (
        "brief waarin een partij nog een redelijke tijd krijgt om te doen wat zij moet doen",
        "letter that gives a party a reasonable time to do after all what it has to do",
    ),
    "in_default": (
        "stand van een partij die niet doet wat zij moet doen terwijl de tijd daarvoor om is",
        "state of a party that does not do what it has to do while the time for it is over",
    ),
    "performance_impossible": (
        "omstandigheid waardoor een partij niet of voorlopig niet kan doen wat zij moet doen",
        "circumstance by which a party cannot do what it has to do, for good or for now",
    ),
    "dissolution": (
        "brief waarin een partij een overeenkomst beëindigt omdat een andere tekortschiet",
        "letter in which a party ends an agreement because another falls short",
    ),
    "notice_of_termination": (
        "mededeling dat alle afspraken vanaf een latere dag niet meer gelden",
        "message that all that was agreed no longer holds from a later day",
    ),
    "notice_of_leaving": (
        "mededeling van één partij dat zij vanaf een latere dag niet meer meedoet",
        "message of one party that it no longer takes part from a later day",
    ),
    "notice_months": (
        "aantal maanden tussen de mededeling dat iemand stopt en de dag waarop dat ingaat",
        "number of months between the message that somebody stops and the day that it takes effect",
    ),
    "term_unchanged": (
        "besluit dat een onderbreking de laatste dag van een overeenkomst niet verschuift",
        "decision that an interruption does not move the last day of an agreement",
    ),
}
"""The definitions of the topics of an agreement in force."""
