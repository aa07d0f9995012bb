"""What the kinds and forms of agreement, and their clauses, mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

AGREEMENT_KINDS: Final = {
    "informal": (
        "toezegging van partijen aan elkaar zonder vaste vorm",
        "commitment of parties to each other without a fixed form",
    ),
    "working": (
        "afspraken binnen één organisatie over wat elke afdeling bijdraagt",
        "arrangements within one organisation on what each department contributes",
    ),
    "collaboration": (
        "document waarin partijen vastleggen wat zij elk doen om met elkaar een doel te bereiken",
        "document in which parties lay down what each does to achieve a purpose with the others",
    ),
    "covenant": (
        "ondertekend document waarin partijen elk een bijdrage aan een gezamenlijk doel beloven",
        "signed document in which parties each promise a contribution to a joint purpose",
    ),
    "prevention": (
        "afspraken tussen een overheid en andere partijen om gezondheidsproblemen te voorkomen",
        "arrangements between an authority and other parties to avoid health problems",
    ),
    "partner_contribution": (
        "afspraken over wat preventiepartners voor Gezonde School doen en waarvoor zij instaan",
        "arrangements on what prevention partners do for Healthy School and what they answer for",
    ),
    "municipal_involvement": (
        "afspraak over hoe en wanneer de gemeente in elke fase meedoet",
        "arrangement on how and when the municipality takes part in each phase",
    ),
    "comment_round": (
        "afspraak dat sectoren op elkaars nota’s kunnen reageren voordat die klaar zijn",
        "arrangement that sectors can comment on each other’s memorandums before they are finished",
    ),
    "purchase": (
        "contract waarmee een gemeente de GGD betaalt om scholen te helpen met Gezonde School",
        "contract by which a municipality pays the GGD to help schools with Healthy School",
    ),
    "grant": (
        "geld dat een overheid onder voorwaarden voor een activiteit geeft",
        "money that an authority gives for an activity on certain conditions",
    ),
    "free_budget": (
        "geld dat een school naar eigen inzicht mag uitgeven zonder er rekenschap van te geven",
        "money that a school may spend as it sees fit without rendering account of it",
    ),
    "school_policy": (
        "regels die een school voor zichzelf opschrijft, zoals wat te doen bij zorg over een leerling",
        "rules that a school writes down for itself, such as what to do about a concern for a pupil",
    ),
    "support_offer": (
        "hulp voor één jaar die een school kan aanvragen om aan een gezondheidsthema te werken",
        "help for one year that a school can apply for to work on a health theme",
    ),
}
"""The definitions of the kinds of agreement."""

AGREEMENT_FORMS: Final = {
    "verbal": (
        "vorm waarin partijen iets afspreken zonder het op te schrijven",
        "form in which parties agree on something without putting it on paper",
    ),
    "written": (
        "vorm waarin een afspraak op papier of in een bestand staat",
        "form in which an arrangement stands on paper or in a file",
    ),
    "written_signed": (
        "vorm waarin een afspraak op papier staat met de handtekeningen van de partijen",
        "form in which an arrangement stands on paper with the signatures of the parties",
    ),
    "contract": (
        "vorm waarin partijen zich tegenover elkaar juridisch binden",
        "form in which parties bind themselves to each other in law",
    ),
    "decision": (
        "vorm waarin één partij, zoals een gemeente, iets eenzijdig vaststelt",
        "form in which one party, such as a municipality, settles something on its own",
    ),
    "scheme": (
        "vorm waarin voor alle deelnemers dezelfde voorwaarden gelden, zoals voor alle scholen",
        "form in which the same conditions hold for all who join, such as for all schools",
    ),
}
"""The definitions of the forms of agreement."""

CLAUSES: Final = {
    "responsibilities": (
        "bepaling over wie waarvoor instaat",
        "clause on who answers for what",
    ),
    "roles": (
        "bepaling over wie wat is in de samenwerking, zoals trekker of financier",
        "clause on who is what in the collaboration, such as champion or funder",
    ),
    "tasks": (
        "bepaling over wie welk werk doet",
        "clause on who does which work",
    ),
    "time": (
        "bepaling over hoeveel uren of dagen het werk kost",
        "clause on how many hours or days the work takes",
    ),
    "money": (
        "bepaling over wie wat betaalt",
        "clause on who pays for what",
    ),
    "out_of_scope": (
        "bepaling over wat partijen uitdrukkelijk niet met elkaar doen",
        "clause on what parties expressly do not do with each other",
    ),
    "contributions": (
        "bepaling over wat elke partij inbrengt",
        "clause on what each party brings in",
    ),
    "goal": (
        "bepaling over wat partijen met de overeenkomst willen bereiken",
        "clause on what parties want to achieve by the agreement",
    ),
    "term": (
        "bepaling over de dagen waarop de overeenkomst begint en eindigt",
        "clause on the days on which the agreement begins and ends",
    ),
    "evaluation": (
        "bepaling over wanneer en hoe partijen op de overeenkomst terugkijken",
        "clause on when and how parties look back on the agreement",
    ),
    "amendment": (
        "bepaling over hoe partijen de tekst van de overeenkomst veranderen",
        "clause on how parties change the text of the agreement",
    ),
    "accession": (
        "bepaling over hoe een nieuwe partij erbij komt",
        "clause on how a new party joins",
    ),
    "withdrawal": (
        "bepaling over hoe één partij vertrekt terwijl de andere doorgaan",
        "clause on how one party leaves while the others go on",
    ),
    "notice": (
        "bepaling over hoe, en hoe lang vooraf, een partij laat weten dat zij wil stoppen",
        "clause on how, and how long beforehand, a party lets the others know that it wants to stop",
    ),
    "disputes": (
        "bepaling over wat partijen doen als zij het niet eens zijn",
        "clause on what parties do when they do not agree",
    ),
    "communication": (
        "bepaling over wie wat naar buiten brengt",
        "clause on who tells what to the outside world",
    ),
    "confidentiality": (
        "bepaling over wat partijen niet aan anderen mogen vertellen",
        "clause on what parties may not tell others",
    ),
    "liability": (
        "bepaling over wie schade vergoedt als er iets misgaat",
        "clause on who makes good the damage when something goes wrong",
    ),
    "data": (
        "bepaling over wat partijen met persoonlijke en andere gegevens mogen doen",
        "clause on what parties may do with personal and other data",
    ),
}
"""The definitions of the clauses."""
