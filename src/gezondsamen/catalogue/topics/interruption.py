"""Topics of interruption: why and by whose decision work stops or rests, and where it goes on."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

INTERRUPTION = terms(
    "topic",
    ("stop_reason", "reden van het stoppen", "reason for stopping"),
    ("stop_decided", "wie besloot te stoppen", "who decided to stop"),
    ("stop_told", "bericht over het stoppen", "message about the stopping"),
    ("suspension", "reden en duur van de opschorting", "reason and length of the suspension"),
    (
        "part_suspended",
        "onderdeel dat rust terwijl de rest doorgaat",
        "part that rests while others go on",
    ),
    ("continued_in", "waarin dit overgaat", "what this goes over into"),
    ("continues_from", "waaruit dit voortkomt", "what this comes from"),
)
