"""Rules on who makes a collaboration what it is, and stands in its agreement: PAR-17 to PAR-22."""

from __future__ import annotations

from typing import Final

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.rules.newcomers import NEWCOMERS
from gezondsamen.phases.rules.passages import (
    collaboration,
    healthy_school,
    intersectoral,
    network,
    wellbeing,
)
from gezondsamen.process.conditions import Agreed, Parties, PartyCount
from gezondsamen.process.requirements import Requirement

_COVENANT: Final = "Zwolle - Kinderen in beweging (ingebed in Zwolle Gezonde Stad)"

PAR_17: Final = Requirement(
    code="PAR-17",
    name=Label(nl="minstens twee partijen", en="at least two parties"),
    text=Label(
        nl="Er doen minstens twee partijen mee. Met één partij is er geen samenwerking.",
        en="At least two parties take part. With one party there is no collaboration.",
    ),
    conditions=(PartyCount(at_least=2),),
    citation=collaboration("betrokkenen samen kunnen behalen", "Basisstappen bij samenwerken"),
    also=(
        network("Samenwerken met andere organisaties", ""),
        intersectoral("meerwaarde van de samenwerking voor beide", ""),
    ),
    choice=Label(
        nl="De bronnen spreken van betrokkenen, andere organisaties en beide partijen. Dat twee onderdelen "
        "van één organisatie ook als twee partijen tellen, is onze keuze.",
        en="The sources speak of those involved, other organisations and both parties. That two parts of "
        "one organisation count as two parties as well is our choice.",
    ),
    waivable=False,
)

PAR_18: Final = Requirement(
    code="PAR-18",
    name=Label(nl="een school en een partij daarnaast", en="a school and a party beside it"),
    text=Label(
        nl="Er doet minstens één school mee en minstens één partij van een andere soort, zoals de GGD. "
        "Zonder een van beide is het geen samenwerking met een school.",
        en="At least one school takes part, and at least one party of another kind, such as the GGD. "
        "Without either it is no collaboration with a school.",
    ),
    conditions=(
        PartyCount(Parties(kinds="school"), at_least=1),
        PartyCount(at_least=2, of="kinds"),
    ),
    citation=healthy_school("niet alleen binnen maar ook buiten"),
    also=(wellbeing("blijvende aanpak en samenwerking tussen school", "Het project"),),
    choice=Label(
        nl="Dat een tweede school niet genoeg is en er een partij van een andere soort bij hoort, is onze "
        "lezing.",
        en="That a second school is not enough, and that a party of another kind belongs to it, is our "
        "reading.",
    ),
    waivable=False,
)

PAR_19: Final = Requirement(
    code="PAR-19",
    name=Label(nl="een gemeente en een partij daarnaast", en="a municipality and a party beside it"),
    text=Label(
        nl="Er doet minstens één gemeente mee en minstens één partij van een andere soort, zoals een school. "
        "Zonder een van beide is het geen samenwerking van een gemeente en haar partners.",
        en="At least one municipality takes part, and at least one party of another kind, such as a school. "
        "Without either it is no collaboration of a municipality and its partners.",
    ),
    conditions=(
        PartyCount(Parties(kinds="municipality"), at_least=1),
        PartyCount(at_least=2, of="kinds"),
    ),
    citation=wellbeing("blijvende aanpak en samenwerking tussen school", "Het project"),
    choice=Label(
        nl="Het verslag noemt school, zorgpartijen en gemeenten. Dat één partij naast de gemeente genoeg is, "
        "is onze keuze.",
        en="The report names school, care parties and municipalities. That one party beside the municipality "
        "suffices is our choice.",
    ),
    waivable=False,
)

PAR_20: Final = Requirement(
    code="PAR-20",
    name=Label(nl="de gemeente doet mee", en="the municipality takes part"),
    text=Label(
        nl="Er doet minstens één gemeente mee. Zij is verantwoordelijk voor het lokale gezondheidsbeleid.",
        en="At least one municipality takes part. It is responsible for local health policy.",
    ),
    conditions=(PartyCount(Parties(kinds="municipality"), at_least=1),),
    citation=healthy_school("verantwoordelijk voor lokaal gezondheidsbeleid"),
    also=(network("De gemeente voert de regie", ""),),
    choice=Label(
        nl="Dat een cyclus van gemeentelijk beleid niet zonder gemeente wordt afgesloten, is onze keuze.",
        en="That a cycle of municipal policy is not closed without a municipality is our choice.",
    ),
    waivable=False,
)

PAR_21: Final = Requirement(
    code="PAR-21",
    name=Label(nl="elke partij staat in de overeenkomst", en="every party stands in the agreement"),
    text=Label(
        nl="Zet elke partij die meedoet in de overeenkomst, ook wie er later bij kwam.",
        en="Put every party that takes part in the agreement, those who came later too.",
    ),
    conditions=(Agreed(each=NEWCOMERS),),
    citation=collaboration("een convenant over hun bijdrage", _COVENANT),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De bron beschrijft een voorbeeld uit de praktijk. Dat elke partij in de tekst staat, en dat dit "
        "een stap kan tegenhouden, is onze keuze. Wie al meedeed toen een lopende samenwerking werd "
        "ingevoerd, wordt hier niet om gevraagd.",
        en="The source describes an example from practice. That every party stands in the text, and that "
        "this can hold up a step, is our choice. Who took part already when a running collaboration was "
        "entered is not asked for here.",
    ),
)

PAR_22: Final = Requirement(
    code="PAR-22",
    name=Label(
        nl="wie vertrok, staat niet meer in de overeenkomst",
        en="who left no longer stands in the agreement",
    ),
    text=Label(
        nl="Vertrekt een partij, spreek dan af wat er met haar verplichtingen gebeurt en pas de "
        "overeenkomst aan.",
        en="When a party leaves, agree what becomes of its obligations and amend the agreement.",
    ),
    conditions=(Agreed(none_left=True),),
    citation=network("Maak duidelijke afspraken over de verantwoordelijkheden"),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De gids vraagt duidelijke afspraken. Dat die worden aangepast als een partij vertrekt, is onze "
        "keuze. Zonder overeenkomst vraagt deze regel niets.",
        en="The guide asks for clear agreements. That they are amended when a party leaves is our choice. "
        "Without an agreement this rule asks nothing.",
    ),
)
