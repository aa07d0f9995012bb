"""Where the library says it otherwise than the specification, on purpose, and why.

The specification is `tests/specification/domain.json` and `keys.json`. The tests of tables, factors,
quantities, words, roles and examples compare everything else with it, field by field. What is compared
nowhere are names and texts of rules: these are our own words throughout.
"""

from __future__ import annotations

TWELVE_MONTHS = " (P12M if council or school board must decide)"

TABLES = {
    ("EV-PPS-2", "goal_changed"): "No fact says that the goal changed: people decide to evaluate then.",
    (
        "EV-AGR-2",
        TWELVE_MONTHS,
    ): "No fact says who must decide; the evaluation point tells people to begin earlier.",
    (
        "EV-POL-3",
        "P36M/P48M",
    ): "A moment has one day: that on which to begin; the point says when to be done.",
    ("EV-POL-4", "2015"): "No anchor is a year: it counts from the publication in the year after a monitor.",
    ("EV-POL-4", "2021"): "An extra monitor follows from no rhythm: it is not scheduled.",
    ("EV-POL-5", "P24M"): "Once the memorandum is adopted, its deadline is not asked for any more.",
    ("EV-VIG-2", "P42D"): "Once there is a decision, the deadline for it is not asked for any more.",
    ("EV-WOG-2", "calendar"): "No anchor is the calendar: it counts from the beginning of the process.",
    ("EV-WOG-3", "calendar"): "No anchor is the calendar: it counts from the beginning of the process.",
    ("EV-WOG-3", "P6M"): "Twice in a year, so that the number is the limit that EVA-10 has.",
}
"""Where the processes differ from the specification on purpose, with the reason."""

# --- factors --------------------------------------------------------------------------------------

_ABBREVIATED = "An abbreviation that not every reader knows is written out."
_FREER = "The English follows the Dutch too closely."
_PLAINER = "Plainer Dutch, or Dutch that is a sentence."
_WORD = "The library has another word for it."
_BROKEN = "The words of the specification end where a line breaks off a word."

FACTORS = {
    ("SF-17", "nl"): _PLAINER,
    ("SF-17", "en"): _FREER,
    ("SF-28", "en"): _FREER,
    ("SF-41", "en"): _FREER,
    ("SF-45", "nl"): _PLAINER,
    ("SF-45", "en"): _FREER,
    ("SF-48", "nl"): _ABBREVIATED,
    ("SF-57", "en"): _FREER,
    ("SF-67", "en"): _WORD,
    ("SF-76", "nl"): _PLAINER,
    ("SF-76", "en"): _FREER,
    ("SF-81", "nl"): _ABBREVIATED,
    ("SF-82", "en"): _FREER,
    ("SF-83", "nl"): _ABBREVIATED,
    ("SF-83", "en"): _FREER,
    ("SF-84", "nl"): _ABBREVIATED,
    ("SF-85", "en"): _WORD,
    ("SF-86", "nl"): _ABBREVIATED,
    ("SF-87", "en"): _WORD,
    ("SF-89", "opening"): _BROKEN,
    ("SF-93", "nl"): _ABBREVIATED,
    ("SF-93", "en"): _FREER,
    ("SF-101", "en"): _FREER,
    ("OB-09", "en"): _FREER,
    ("OB-14", "en"): _FREER,
    ("OB-22", "nl"): _PLAINER,
    ("OB-22", "en"): _FREER,
    ("OB-24", "nl"): _PLAINER,
    ("OB-24", "en"): _FREER,
    ("OB-33", "opening"): _BROKEN,
    ("OB-35", "nl"): _PLAINER,
    ("OB-37", "nl"): _ABBREVIATED,
    ("OB-39", "en"): _FREER,
    ("OB-45", "nl"): _ABBREVIATED,
    ("OB-46", "en"): _FREER,
    ("OB-51", "nl"): _ABBREVIATED,
    ("OB-51", "en"): _FREER,
    ("OB-53", "nl"): _ABBREVIATED,
}
"""Where a factor differs from the specification on purpose, and why."""
_TERM = "The library's own name for it comes first, or alone."
_PLAIN = "A remark on where the word is used is left out: the word is used elsewhere too."
_CLEAR = "A plainer English word says the same."

HEADWORDS = {
    "tussenevaluatie / mid-term review": "tussenevaluatie",
    "samenwerkingsverband (algemeen)": "samenwerkingsverband",
    "kennismaking": "kennismaking, kennismaken",
    "effectenarena": "Effectenarena",
    "gezondheidsachterstanden, gezondheidsverschillen": "gezondheidsverschillen",
}
"""Dutch entries that are called otherwise: a remark dropped, a form added, a name with a capital."""

WORDS = {
    "wethouder": _CLEAR,
    "bestuurder": _TERM,
    "GGD": _TERM,
    "algemene gezondheidszorg": _CLEAR,
    "voorbereiding": _PLAIN,
    "beleidsvorming": _PLAIN,
    "tussenevaluatie": _TERM,
    "samenwerkingsverband": _TERM,
    "verkennen": _PLAIN,
    "in gesprek": _PLAIN,
    "aan de slag": _PLAIN,
    "draagvlak": _TERM,
    "regie": _TERM,
    "regisseur": _CLEAR,
    "aanjager": _TERM,
    "opzegging": _TERM,
    "verantwoordingsvrij budget": _CLEAR,
    "kennismaking, kennismaken": _CLEAR,
    "nazorg": _TERM,
    "structurele financiering": _TERM,
    "vignet Gezonde School": _TERM,
    "zorgroute, zorgroutekaart": _CLEAR,
    "JOGG-regisseur": _CLEAR,
    "sociale kaart": _CLEAR,
    "JOGG (Jongeren Op Gezond Gewicht)": _CLEAR,
    "combinatiefunctionaris, buurtsportcoach": _TERM,
    "Effectenarena": "The name of a method is not translated; what it is, is said.",
}
"""Entries with other English than the specification, and why."""
_ABBREVIATED_QUANTITIES = "The name of the example is written out."
_LONGER = "A label says in full what the table says in short."

QUANTITIES = {
    ("Q-37", "nl"): _ABBREVIATED_QUANTITIES,
    ("Q-38", "nl"): _ABBREVIATED_QUANTITIES,
    ("Q-39", "nl"): _ABBREVIATED_QUANTITIES,
    ("Q-42", "nl"): _LONGER,
    ("Q-62", "nl"): _LONGER,
    ("Q-63", "nl"): _LONGER,
    ("Q-13", "opening"): "Without its semicolon the passage stands there twice.",
    ("Q-57", "opening"): "The words of the table begin two headings; these stand in one of them.",
    ("Q-61", "opening"): "The passage is found without the first name of the fictional pupil.",
    ("Q-62", "value"): "The value is what the source says; the remark in the table is not part of it.",
    ("Q-05", "rules"): "The agenda is the eight rules that ask for its topics.",
}
"""Where the library says it otherwise than the specification, and why."""

ROLE_PROCESSES = {
    "alderman": ({"effects_arena"}, "A rule of the Effectenarena asks for an alderman."),
}
"""Where a role plays in more processes than the specification says, and why."""

ROLE_OPENINGS = {
    "ggd_policy_adviser": "The passage is cited without the word that a line break cuts in two.",
    "youth_psychologist": "The passage is cited without the word that a line break cuts in two.",
    "municipal_council": "The law has an article, no first words.",
}
"""Where another passage is cited than the specification gives, and why."""

# --- examples --------------------------------------------------------------------------------------

EXAMPLES = {
    ("EX-04", "REG-01"): "The source names no levels of direction: one that directs stands at all three.",
    ("EX-08", "PAR-01"): "The rule stands in the partnership alone: it is asked on a track of its own.",
    ("EX-10", "FIN-01"): "The source gives no term of the funding, so the rule is not met as told.",
    (
        "EX-15",
        "EFA-08",
    ): "The source gives no date of the follow-up, which the rule asks for.",
    ("EX-17", "COM-03"): "No step of well-being at school asks the rule: a process that asks it warns.",
    ("EX-18", "personnel funding"): "No kind of agreement says so: it is a grant, with staff contributed.",
    ("EX-20", "4-valued choice list"): "The four answers are words that a host brings along.",
    ("EX-22", "OB-39"): "What mitigates it is a note: it is shown, and never met or unmet.",
    ("EX-25", "P-WYK"): "The plan for a neighbourhood is named in the source and is no process here.",
}
"""What is expected of an example and holds in another way, or not, and why."""
