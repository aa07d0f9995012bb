"""Factors that the guide on working with partners for the Healthy School names."""

from __future__ import annotations

from gezondsamen.catalogue.factors._table import under
from gezondsamen.catalogue.factors.moments import AMBITION, DOING, EXPLORING, MAINTAINING, at
from gezondsamen.catalogue.works import GUIDE_HEALTHY_SCHOOL

# fmt: off
# Of each row: code and Dutch; English; where it counts, words of the passage, rules.
FACTORS = (
    *under(
        GUIDE_HEALTHY_SCHOOL,
        "Waarom samenwerken?",
        ("SF-01", "complementaire deskundigheid geeft beter resultaat",
         "complementary expertise gives better results",
         EXPLORING, "hebben ieder hun eigen deskundigheid", "ROL-01"),
        ("SF-02", "gedeelde verantwoordelijkheid en mede-eigenaarschap",
         "shared responsibility and co-ownership",
         DOING + at("healthy_school", "ambition"), "mede-eigenaar en daarmee ook verantwoordelijk", "AMB-01"),
        ("SF-03", "elkaar kennen vergroot draagvlak en betrokkenheid",
         "knowing each other increases support and commitment",
         at("healthy_school", "interests") + at("network", "acquaintance"),
         "Dit vergroot de betrokkenheid, men", "NET-03"),
    ),
    *under(
        GUIDE_HEALTHY_SCHOOL,
        "Tips",
        ("SF-04", "originele en afwisselende bijeenkomsten",
         "original and varied meetings",
         MAINTAINING, "Zorg voor originaliteit en afwisseling", "COM-01"),
    ),
    *under(
        GUIDE_HEALTHY_SCHOOL,
        "Tips voor het succesvol betrekken van partners",
        ("SF-05", "individuele kennismaking vooraf",
         "individual acquaintance beforehand",
         at("healthy_school", "interests") + at("pps", "partner_selection") + at("integral", "exploration"),
         "Begin met een individuele kennismaking", "KEN-01"),
        ("SF-06", "win-winstrategie: ambitie waarin ieder zich herkent",
         "win-win strategy: ambition everyone recognises",
         AMBITION, "Kies de win-win-strategie: elke betrokken", "AMB-02"),
        ("SF-07", "invloed in plaats van alleen inspraak",
         "influence rather than mere consultation",
         AMBITION, "niet alleen inspraak, maar ook invloed", "AMB-01"),
        ("SF-08", "tijd nemen voor overeenstemming",
         "taking time for agreement",
         AMBITION, "Deze investering betaalt zich later terug", "AMB-09"),
        ("OB-02", "herhaalde discussie door overgeslagen ambitiegesprek",
         "repeated discussion because ambition was skipped",
         AMBITION, "het voorkomt herhaalde discussies hierover", "AMB-09"),
        ("OB-03", "gezondheid is voor partij niet het hoofddoel",
         "health is not the party’s main goal",
         EXPLORING, "is gezondheid niet het hoofddoel", "AMB-03"),
    ),
    *under(
        GUIDE_HEALTHY_SCHOOL,
        "",
        ("SF-09", "gemeentelijke contactpersonen voor scholen betrekken",
         "involving municipal contacts for schools",
         at("healthy_school", "exploration") + at("wellbeing_municipality"),
         "Ga na wie binnen de gemeenten", "REG-10"),
    ),
    *under(
        GUIDE_HEALTHY_SCHOOL,
        "Tips",
        ("SF-10", "meerwaarde integrale aanpak benoemen",
         "naming the added value of an integral approach",
         at("healthy_school") + at("wellbeing_municipality"),
         "Benoem de meerwaarde van een integrale", "ISC-08"),
        ("SF-11", "strategie afstemmen op formele of informele gemeente",
         "strategy matched to formal or informal municipality",
         at("healthy_school", "start") + at("wellbeing_municipality"),
         "Pas daar de strategie op aan", "POL-08"),
        ("OB-01", "afzonderlijke beleidsterreinen werken langs elkaar",
         "separate policy domains work past each other",
         at("healthy_school") + at("wellbeing_municipality") + at("intersectoral"),
         "elk beleidsterrein apart bezig is", "ISC-08"),
    ),
)
# fmt: on
"""What this source names, by the heading it stands under."""
