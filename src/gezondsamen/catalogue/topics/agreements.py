"""Topics of an agreement in force: a party that falls short, notice of its end, and the term."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

IN_FORCE = terms(
    "topic",
    ("breach", "tekortkoming in de nakoming", "breach of the agreement"),
    ("notice_of_default", "ingebrekestelling", "notice of default"),
    ("in_default", "verzuim", "default"),
    ("performance_impossible", "onmogelijkheid om na te komen", "impossibility of performance"),
    ("dissolution", "ontbindingsverklaring", "declaration of dissolution"),
    ("notice_of_termination", "opzegging van de overeenkomst", "notice of termination of the agreement"),
    ("notice_of_leaving", "aankondiging van uittreding", "notice of leaving"),
    ("notice_months", "opzegtermijn in maanden", "period of notice in months"),
    ("term_unchanged", "zelfde einddatum na opschorting", "same end date after suspension"),
    counted=("notice_months",),
)
"""All topics of an agreement in force."""
