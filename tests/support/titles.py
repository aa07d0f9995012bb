"""Titles that formats stumble over: what writers must escape, and readers give back."""

from __future__ import annotations

from typing import Final

HOSTILE_TITLES: Final = (
    "Haven in beweging; 0–19 jaar, “één”",
    "\"dubbel\" en 'enkel' en `schuin`",
    "C:\\nieuw\\,map\\;\\\\",
    "regel één\nregel twee\r\nregel drie",
    "een\ttab",
    "<b>vet</b> & <script>alert(1)</script>",
    "]]> --> <!-- <![CDATA[x",
    "&amp; &lt; &#65; &onbekend;",
    "=1+1",
    "@SOM(A1:A9)",
    "-2+3+cmd|' /C calc'!A0",
    "+31 6 12345678",
    "BEGIN:VEVENT",
    "{%s} {0} $naam %(x)d \\textbf{x} ^_~",
    "👩‍👩‍👧 é e\u0301 \N{HEBREW LETTER ALEF} \u202eomgekeerd\u202c",
    "\ufeffmet een teken vooraf",
    "regel\u2028scheiding\u2029alinea\x85einde",
    "lang " * 60 + "einde",
    "x;CHARSET=UTF-8:y",
    "stuur\x07teken",
)
"""Each breaks some format that does not escape it."""
