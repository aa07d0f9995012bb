"""What the kinds, decisions and aspects of evaluations mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

EVALUATION_KINDS: Final = {
    "periodic": (
        "terugblik die met een vaste tussentijd wordt herhaald",
        "review that is repeated at a fixed interval",
    ),
    "midterm": (
        "terugblik terwijl het werk nog loopt, om te zien of het moet worden bijgesteld",
        "review while the work is still going on, to see whether it has to be adjusted",
    ),
    "final": (
        "terugblik aan het einde, op wat er is bereikt en wat anderen ervan kunnen leren",
        "review at the end, of what was achieved and what others can learn from it",
    ),
    "action_review": (
        "bespreking van hoe één activiteit of bijeenkomst is gegaan",
        "discussion of how one activity or session went",
    ),
    "compliance": (
        "onderzoek of gebeurt wat een afspraak, een regeling of de wet vraagt",
        "examination whether what an agreement, a scheme or the law asks is done",
    ),
    "progress_talk": (
        "bespreking tussendoor van hoe het werk en de samenwerking ervoor staan",
        "discussion along the way of how the work and the collaboration stand",
    ),
    "contact": (
        "moment waarop partijen elkaar spreken of bericht krijgen, met een vaste tussentijd",
        "moment at which parties speak with each other or get a message, at a fixed interval",
    ),
    "follow_up": (
        "dag waarop iets gedaan of vernieuwd moet zijn na wat eerder is vastgelegd",
        "day by which something has to be done or renewed after what was recorded before",
    ),
}
"""The definitions of the kinds of evaluation."""

DECISIONS: Final = {
    "continue": (
        "besluit om het werk zonder grote veranderingen voort te zetten",
        "decision to go on with the work without major changes",
    ),
    "adapt": (
        "besluit om het werk op een andere manier voort te zetten",
        "decision to go on with the work in another way",
    ),
    "terminate": (
        "besluit om met het werk te stoppen",
        "decision to stop the work",
    ),
}
"""The definitions of the decisions an evaluation can end in."""

ASPECTS: Final = {
    "process": (
        "manier waarop partijen met elkaar werken en hun plannen uitvoeren",
        "way in which parties work with each other and carry out their plans",
    ),
    "effect": (
        "verandering die het werk teweegbrengt, bijvoorbeeld in gezondheid of gedrag",
        "change that the work brings about, for example in health or behaviour",
    ),
}
"""The definitions of the aspects an evaluation can look at."""
