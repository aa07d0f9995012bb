"""Topics of a session of the Effectenarena: its persona, its company, its questions."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

SESSION = terms(
    "topic",
    ("persona", "persona", "persona"),
    ("persona_from_school", "gesprek met de school voor de persona", "talk with the school for the persona"),
    (
        "persona_from_care",
        "gesprek met de zorgcoördinator voor de persona",
        "talk with the care coordinator for the persona",
    ),
    (
        "persona_from_youth_work",
        "gesprek met het jongerenwerk voor de persona",
        "talk with youth work for the persona",
    ),
    ("persona_from_pupils", "gesprek met leerlingen voor de persona", "talk with pupils for the persona"),
    ("attendance", "deelname aan de bijeenkomst", "attendance at the session"),
    ("question_doing", "wat we doen en wat goed gaat", "what we do and what goes well"),
    ("question_effects", "wat het oplevert", "what it yields"),
    ("question_tasks", "wat nog beter kan", "what can still be better"),
    ("facilitator_no_stake", "begeleider zonder eigen belang", "facilitator without a stake"),
    ("group_size", "aantal deelnemers per groep", "number of participants per group"),
    ("item_minutes", "duur van een onderdeel in minuten", "duration of an item in minutes"),
    ("slot_minutes", "tijdvak voor een onderdeel in minuten", "slot for an item in minutes"),
    ("right_moment", "geschikt moment voor de bijeenkomst", "right moment for the session"),
    ("feedback_given", "terugkoppeling aan de deelnemers", "feedback to the participants"),
    ("follow_up", "vervolgafspraak", "follow-up"),
    ("missing_invited", "uitnodiging van ontbrekende partijen", "invitation of missing parties"),
    counted=("group_size", "item_minutes", "slot_minutes"),
)
