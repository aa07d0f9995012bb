"""Titles that formats stumble over: what writers must escape, and readers give back."""

from __future__ import annotations

from typing import Final

HOSTILE_TITLES: Final = (
    "\"dubbel\" & 'enkel' en `schuin`",
    "Haven in beweging; 0–19 jaar, “één”",
    "a < b > </name> <b>vet</b> & <script>alert(1)</script>",
    "]]> --> <!-- x --> <![CDATA[",
    "regel een\nregel twee\r\nregel drie\rvier",
    "tab\there",
    "C:\\nieuw\\,map\\;\\\\ \\N \\G",
    "punt; komma, dubbel: punt:: ::: x;CHARSET=UTF-8:y",
    "&amp; &lt; &#65; #35; #quot; &#x26; &onbekend;",
    "%% opmerking %%{init: {}}%%",
    "--> [*] --> ==>",
    "end note",
    "direction LR",
    "<<fork>> {haak} [haak] (haak)",
    "é e\u0301 ü ß œ 😀 \U00020000 👩‍👩‍👧",
    "שלום عالم",
    "\u202eomgekeerd\u202c \u200b",
    "bel\x07 verticaal\x0b \x1b[31m",
    "regel\u2028scheiding\u2029alinea\x85einde",
    "{%s} {0} $naam ${naam} #{naam} {{ naam }} %(naam)s $$x$$ \\textbf{x} ^_~",
    "'; DROP TABLE zaken; --",
    "  spaties  erom  heen  ",
    "a" * 300,
    "lang " * 60 + "einde",
    "=1+1",
    "@SOM(A1:A9)",
    "-2+3+cmd|' /C calc'!A0",
    "+31 6 12345678",
    "BEGIN:VEVENT",
    '_:b0 <http://x> """ ^^xsd:date @nl',
    "\ufeffmet een teken vooraf",
    '<als> | Gegeven # @label """',
)
"""Each breaks some format that does not escape it."""
