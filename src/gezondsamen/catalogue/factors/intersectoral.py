"""Factors that the guide on intersectoral collaboration names."""

from __future__ import annotations

from gezondsamen.catalogue.factors._table import under
from gezondsamen.catalogue.factors.moments import at
from gezondsamen.catalogue.works import GUIDE_INTERSECTORAL

# fmt: off
# Of each row: code and Dutch; English; where it counts, words of the passage, rules.
FACTORS = (
    *under(
        GUIDE_INTERSECTORAL,
        "",
        ("OB-18", "gezondheid geen doel op zich voor andere sectoren",
         "health not a goal in itself for other sectors",
         at("intersectoral", "conversation"), "Gezondheid is voor andere beleidsterreinen", "ISC-05"),
    ),
    *under(
        GUIDE_INTERSECTORAL,
        "Voorbeeld: Zoeken naar aanknopingspunten bij beleidsterreinen",
        ("OB-19", "collega’s onbewust dat gezondheid al in hun beleid zit",
         "colleagues unaware health is already in their policy",
         at("intersectoral", "exploration"), "zijn zich daar dan niet van", "ISC-01"),
    ),
    *under(
        GUIDE_INTERSECTORAL,
        "Elementen voor succesvolle samenwerking tussen domeinen",
        ("SF-61", "verbinding zoeken met gemeentelijke thema’s",
         "seeking links with municipal themes",
         at("intersectoral", "exploration"),
         "waar mogelijke verbindingen liggen tussen gezondheid", "ISC-01"),
        ("SF-62", "starten met voorstanders",
         "starting with advocates",
         at("intersectoral", "exploration"), "wie voorstander is van afstemming", "PAR-15"),
        ("SF-63", "vroeg integreren in beleid van andere sectoren",
         "early integration in other sectors’ policy",
         at("intersectoral", "conversation"), "al in een vroeg stadium", "ISC-06"),
        ("SF-64", "meerwaarde voor de eigen sector zichtbaar",
         "added value for the own sector visible",
         at("intersectoral", "conversation"), "de meerwaarde zien van het gezondheidsthema", "ISC-05"),
        ("SF-65", "sector in eigen taal benaderen",
         "approaching a sector in its own language",
         at("intersectoral", "conversation"), "Benader elke sector zo veel mogelijk", "KEN-06"),
        ("SF-66", "kleine concrete acties leiden tot structurele samenwerking",
         "small concrete actions lead to structural collaboration",
         at("intersectoral", "action"), "Gezamenlijke successen met (kleine) concrete", "ISC-03"),
        ("SF-67", "nota’s samenvoegen",
         "merging memorandums",
         at("intersectoral", "structural"), "waar mogelijk samen", "ISC-07"),
        ("SF-68", "communicatie van sectoren afstemmen",
         "aligning communication of sectors",
         at("intersectoral", "structural"), "Betrek de afdeling communicatie", "COM-02"),
        ("SF-69", "afspraken over toekomstige betrokkenheid",
         "agreements on future involvement",
         at("intersectoral", "structural"), "betrokkenheid in de toekomst verloopt", "AGR-06"),
        ("SF-70", "draagvlak bestuurders en managers voor tijd",
         "administrators’ and managers’ support for time",
         at("intersectoral", "preconditions"), "draagvlak bij bestuurders en managers", "DRA-02"),
        ("SF-71", "enthousiaste, verbindende trekker",
         "enthusiastic, connecting champion",
         at("intersectoral", "preconditions"), "Stel een aanjager of trekker aan", "REG-05"),
        ("OB-20", "afstemming kost tijd vóór opbrengst",
         "alignment costs time before yield",
         at("intersectoral", "preconditions"), "Het kost tijd, maar levert", "DRA-02"),
    ),
)
# fmt: on
"""What this source names, by the heading it stands under."""
