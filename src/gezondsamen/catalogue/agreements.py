"""Agreements: their kinds, the forms they take, and the clauses they can have."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms
from gezondsamen.dossier.agreements import UNSIGNED

AGREEMENT_KINDS = terms(
    "agreement_kind",
    ("informal", "informele afspraak", "informal arrangement"),
    ("working", "interne werkafspraken", "internal working agreement"),
    ("collaboration", "samenwerkingsovereenkomst", "collaboration agreement"),
    ("covenant", "convenant", "covenant"),
    ("prevention", "preventieakkoord", "prevention agreement"),
    ("partner_contribution", "afspraken met preventiepartners", "agreement with prevention partners"),
    (
        "municipal_involvement",
        "afspraak over de betrokkenheid van de gemeente",
        "agreement on the involvement of the municipality",
    ),
    ("comment_round", "afspraak om conceptnota’s te delen", "arrangement to share draft memorandums"),
    ("purchase", "inkoop van begeleiding", "purchase of support"),
    ("grant", "subsidie", "grant"),
    ("free_budget", "budget zonder verantwoording", "accountability-free budget"),
    ("school_policy", "afspraken in het schoolbeleid", "arrangements in school policy"),
    ("support_offer", "ondersteuningsaanbod Gezonde School", "Healthy School support offer"),
)
"""All kinds of agreement."""

AGREEMENT_FORMS = terms(
    "agreement_form",
    ("verbal", "mondeling", "verbal", UNSIGNED),
    ("written", "schriftelijk", "written"),
    ("written_signed", "schriftelijk en ondertekend", "written and signed"),
    ("contract", "contract", "contract"),
    ("decision", "besluit", "decision"),
    ("scheme", "regeling", "scheme"),
)
"""All forms of agreement."""

CLAUSES = terms(
    "clause",
    ("responsibilities", "verantwoordelijkheden", "responsibilities"),
    ("roles", "rollen", "roles"),
    ("tasks", "taken", "tasks"),
    ("time", "tijd", "time"),
    ("money", "geld", "money"),
    ("out_of_scope", "wat buiten de samenwerking valt", "what is out of scope"),
    ("contributions", "bijdragen", "contributions"),
    ("goal", "doel", "goal"),
    ("term", "looptijd", "term"),
    ("evaluation", "evaluatie", "evaluation"),
    ("amendment", "wijziging", "amendment"),
    ("accession", "toetreding", "accession"),
    ("withdrawal", "uittreding", "withdrawal"),
    ("notice", "opzegging", "notice of termination"),
    ("disputes", "geschillen", "disputes"),
    ("communication", "communicatie", "communication"),
    ("confidentiality", "geheimhouding", "confidentiality"),
    ("liability", "aansprakelijkheid", "liability"),
    ("data", "omgang met gegevens", "handling of data"),
)
"""All clauses."""
