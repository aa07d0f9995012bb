"""Topics of policy and means: frames, memorandums, funding, capacity and figures."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

POLICY = terms(
    "topic",
    ("framework_local", "lokaal beleidskader", "local policy framework"),
    ("framework_regional", "regionaal beleidskader", "regional policy framework"),
    ("framework_national", "landelijk beleidskader", "national policy framework"),
    ("policy_phase", "beleidsfase van de gemeente", "policy phase of the municipality"),
    ("municipal_priorities", "prioriteiten van de gemeente", "priorities of the municipality"),
    ("mode_formal", "formele omgang met de gemeente", "formal dealings with the municipality"),
    ("mode_informal", "informele omgang met de gemeente", "informal dealings with the municipality"),
    ("policy_alignment", "aansluiting bij bestaand beleid", "fit with existing policy"),
    ("national_memorandum", "publicatie van de landelijke nota", "publication of the national memorandum"),
    (
        "memorandum_adopted",
        "vaststelling van de nota",
        "adoption of the memorandum",
    ),
    ("memo_objectives", "doelstellingen in de nota", "objectives in the memorandum"),
    ("memo_actions", "acties in de nota", "actions in the memorandum"),
    ("memo_results", "resultaten in de nota", "results in the memorandum"),
    ("memo_article_16", "uitwerking van artikel 16 Wpg in de nota", "article 16 Wpg in the memorandum"),
    ("national_priorities", "landelijke prioriteiten in de nota", "national priorities in the memorandum"),
    (
        "alcohol_plan",
        "preventie- en handhavingsplan alcohol",
        "plan on alcohol prevention and enforcement",
    ),
    ("funding", "financiering", "funding", "arranged"),
    ("funding_recurring", "structurele financiering", "recurring funding", "arranged"),
    ("funding_source", "mogelijke bron van financiering", "possible source of funding"),
    ("joint_funding_explored", "onderzoek naar gezamenlijke financiering", "exploration of joint funding"),
    ("capacity_hours", "beschikbare uren", "available hours", "arranged"),
    ("capacity_money", "beschikbaar geld", "available money", "arranged"),
    ("capacity_tools", "beschikbare hulpmiddelen", "available tools", "arranged"),
    ("local_figures", "actuele lokale cijfers", "up-to-date local figures"),
    ("benefit_argument", "onderbouwing van de opbrengst", "argument for the benefits"),
    ("monitor_published", "publicatie van de jeugdmonitor", "publication of the youth monitor"),
    ("monitor_discussed", "bespreking van de jeugdmonitor", "discussion of the youth monitor"),
    counted=("capacity_hours", "capacity_money", "capacity_tools"),
)
