"""Factors that projects told of: the lists from practice in the guide of 2015 on collaborating for health."""

from __future__ import annotations

from gezondsamen.catalogue.factors._table import under
from gezondsamen.catalogue.factors.moments import AMBITION, DOING, EXPLORING, MAINTAINING, SHAPING, at
from gezondsamen.catalogue.works import GUIDE_COLLABORATION

# fmt: off
# Of each row: code and Dutch; English; where it counts, words of the passage, rules.
FACTORS = (
    *under(
        GUIDE_COLLABORATION,
        "Succesfactoren – practice based",
        ("SF-35", "vernieuwend blijven",
         "staying innovative",
         MAINTAINING, "Vernieuwend blijven"),
        ("SF-37", "los durven laten",
         "daring to let go",
         MAINTAINING, "Los durven laten", "PPS-08"),
        ("SF-38", "samenwerking versterkt samenwerking",
         "collaboration strengthens collaboration",
         MAINTAINING, "Samenwerking verbetert en verbreedt samenwerking"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Kaders scheppen, ook t.a.v. ieders houding en rol",
        ("SF-28", "duidelijke kaders en rolverwachting",
         "clear framework and role expectations",
         SHAPING, "Wees duidelijk over de kaders en", "ROL-03"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Consensus bereiken",
        ("SF-29", "consensus over gezamenlijke en individuele plannen",
         "consensus on joint and individual plans",
         SHAPING, "Plannen met elkaar doorspreken", "AMB-04"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Iedereen in zijn of haar kracht",
        ("SF-30", "iedereen in zijn kracht",
         "everyone in their strength",
         SHAPING, "De kracht van elkaar gebruiken", "ROL-01"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Gemêleerd gezelschap",
        ("SF-31", "gemêleerd gezelschap",
         "mixed company",
         EXPLORING, "Zorg voor een gemêleerd gezelschap", "PAR-16"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Breed kijken",
        ("SF-32", "breed kijken naar determinanten",
         "broad view of determinants",
         EXPLORING, "Hoe breder je het trekt", "PAR-06"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Parallelle, gedeelde en/of gemeenschappelijke belangen",
        ("SF-33", "gemeenschappelijk belang bij verschillende motieven",
         "common interest despite different motives",
         AMBITION, "hoeven niet precies hetzelfde te zijn", "AMB-03"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Gezamenlijke trigger",
        ("SF-34", "gezamenlijke trigger",
         "joint trigger",
         AMBITION, "Zoek een trigger waar je gezamenlijk"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Wederzijds vertrouwen",
        ("SF-36", "wederzijds vertrouwen en borgen van successen",
         "mutual trust and securing of successes",
         MAINTAINING, "borg je gezamenlijke successen", "COM-05"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Gezamenlijk de strategie bepalen",
        ("SF-39", "gezamenlijk strategie bepalen, ook met vrijwilligers",
         "setting strategy together, volunteers included",
         AMBITION, "durf je ook over de strategie", "AMB-01"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Betrokken houden",
        ("SF-40", "iedereen betrokken en geïnformeerd houden",
         "keeping everyone involved and informed",
         MAINTAINING, "Houd steeds alle betrokkenen op de", "COM-03"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Knelpunten/faalfactoren – practice based",
        ("OB-10", "te veel private partners",
         "too many private partners",
         at("pps", "partner_selection", "management"), "Teveel private partners", "PAR-02"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Samenwerking met huisartsen",
        ("SF-47", "aansluiten bij belang van de professional",
         "connecting to the professional’s interest",
         EXPLORING, "te sluiten bij de belangen van", "KEN-03"),
        ("OB-04", "huisarts signaleert minder dan verwacht",
         "GP signals less than expected",
         at("integral", "exploration"), "Samenwerken met huisartsen is in", "KEN-03"),
        ("OB-05", "naïeve verwachting over rol van partner",
         "naive expectation about a partner’s role",
         SHAPING, "We hadden het naïeve idee", "ROL-03"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Overige aangedragen oplossingen",
        ("SF-46", "langdurige programmatische aanpak",
         "long-running programmatic approach",
         MAINTAINING, "een langdurige programmatische aanpak", "NET-04"),
        ("SF-48", "vertrouwde brugfiguur in de wijk, zoals een voorlichter eigen taal en cultuur",
         "trusted bridging figure in the neighbourhood",
         DOING, "een echte succesfactor in het project"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Wantrouwen door verborgen agenda: vraag om geld of gratis spullen",
        ("OB-06", "wantrouwen: verborgen agenda van private partij",
         "distrust: hidden agenda of private party",
         at("pps", "partner_selection", "negotiation"), "vermeende verborgen agenda", "PPS-07"),
        ("OB-07", "wantrouwen: publieke partij wil alleen sponsorgeld",
         "distrust: public party only wants sponsor money",
         at("pps", "partner_selection", "negotiation"), "uit zijn op sponsorgeld of gratis", "PAR-04"),
    ),
    *under(
        GUIDE_COLLABORATION,
        "Teveel (tegelijk) willen realiseren",
        ("OB-08", "te veel tegelijk willen",
         "wanting too much at once",
         DOING, "niet alles tegelijk willen realiseren", "ISC-09"),
        ("OB-09", "partners overvoeren met te breed aanbod",
         "overwhelming partners with too broad an offer",
         DOING, "met een te breed aanbod", "ISC-09"),
    ),
)
# fmt: on
"""What this source names, by the heading it stands under."""
