"""Topics of a public-private partnership: its form, equality, design and ending."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

PARTNERSHIP = terms(
    "topic",
    ("organisation_form", "keuze tussen zelf doen, inkopen en samenwerken", "choice to make, buy or ally"),
    ("organisation_form_reasons", "redenen voor de organisatievorm", "reasons for the organisation form"),
    ("equality_decisions", "samen besluiten", "joint decisions"),
    ("equality_plans", "samen plannen maken", "joint plans"),
    ("equality_inputs", "samen middelen inbrengen", "joint inputs"),
    ("equality_risk", "samen het risico delen", "shared risk"),
    ("equality_results", "samen het resultaat dragen", "joint results"),
    ("design_governance", "bestuursvorm", "governance form"),
    ("design_contract", "contractvorm", "form of contract"),
    ("design_control", "sturing en beheersing", "management control"),
    ("design_exit", "uittredingsregeling", "exit provisions"),
    ("emergency", "reden om in nood te beëindigen", "reason to end in an emergency"),
    ("ending_assessed", "beoordeling van de beëindiging", "assessment of the ending"),
    ("ending_communicated", "communicatie over de beëindiging", "communication about the ending"),
    ("ending_disentangled", "ontvlechting van de samenwerking", "disentanglement of the partnership"),
    ("ending_aftermath", "nazorg na de beëindiging", "aftercare once it has ended"),
)
