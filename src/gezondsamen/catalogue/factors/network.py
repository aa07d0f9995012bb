"""Factors that the guide on building and keeping a network names."""

from __future__ import annotations

from gezondsamen.catalogue.factors._table import under
from gezondsamen.catalogue.factors.moments import at
from gezondsamen.catalogue.works import GUIDE_NETWORK

# fmt: off
# Of each row: code and Dutch; English; where it counts, words of the passage, rules.
FACTORS = (
    *under(
        GUIDE_NETWORK,
        "",
        ("OB-14", "uiteenlopende belangen, verwachtingen, taal en kaders",
         "diverging interests, expectations, language and frameworks",
         at("network", "acquaintance"), "verschillende organisatiebelangen en verwachtingen", "KEN-06"),
    ),
    *under(
        GUIDE_NETWORK,
        "Samenwerking opbouwen en onderhouden",
        ("SF-53", "zich verplaatsen in de ander",
         "putting oneself in the other’s place",
         at("network", "acquaintance"), "Verplaats u in de ander", "KEN-06"),
        ("SF-54", "bewustzijn van rollen, normen en werkwijzen",
         "awareness of roles, norms and working methods",
         at("network", "acquaintance"), "Creëer bewustwording van ieders rollen", "NET-02"),
        ("SF-55", "partners tijdig betrekken",
         "involving partners in time",
         at("network", "need"), "Betrek tijdig de partners die nodig", "PAR-07"),
        ("SF-56", "doel als basis en in het oog houden",
         "goal as basis and kept in view",
         at("network"), "Houd het doel gedurende de samenwerking", "REG-04"),
        ("SF-57", "programmamanager als bewaker van de rode draad",
         "programme manager guards the common thread",
         at("network", "active_network"), "rode draad van de samenwerking bewaakt", "REG-04"),
        ("SF-58", "interactie via bijeenkomsten, bezoeken, nieuwsbrief",
         "interaction via meetings, visits, newsletter",
         at("network", "active_network"), "bijeenkomsten en werkbezoeken te organiseren", "COM-01"),
        ("SF-59", "onafhankelijk voortgangsgesprek",
         "independent progress talk",
         at("network", "reflection"), "via een onafhankelijke partij", "EVA-02"),
        ("SF-60", "vooraf duidelijke rollen maken reflectie mogelijk",
         "clear roles beforehand enable reflection",
         at("network", "arrangements"), "Hoe duidelijker de rollen vooraf", "ROL-04"),
        ("OB-15", "afstemmen met veel partners kost tijd",
         "aligning with many partners costs time",
         at("network", "need"), "Afstemmen met veel partners kost", "PAR-07"),
        ("OB-16", "later meenemen van partners kost tijd",
         "adding partners later costs time",
         at("network", "active_network"), "het later meenemen van nieuwe partners", "PAR-07"),
        ("OB-17", "capaciteit en financiering regelen kost tijd",
         "arranging capacity and funding takes time",
         at("network", "arrangements"), "de benodigde capaciteit en financiering", "AGR-13"),
    ),
)
# fmt: on
"""What this source names, by the heading it stands under."""
