"""Rules on who knows how, around well-being at school: trained teachers, one coordinator, plans, privacy."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import DATA_SHARING
from gezondsamen.citations import Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import wellbeing
from gezondsamen.phases.rules.wellbeing import PARTNERS, POLICY_DOMAINS
from gezondsamen.phases.rules.wellbeing_in_school import ADVISER
from gezondsamen.process.conditions import OnRecord, RoleFilled
from gezondsamen.process.requirements import Requirement

_EXPERTISE: Final = "FACTOR 4 Deskundigheid(bevordering) van docenten"
_RECORDED: Final = Label(
    nl="Wij kijken alleen of dit is vastgelegd, en waarschuwen.",
    en="We only look whether this is on record, and warn.",
)

WEL_22: Final = Requirement(
    code="WEL-22",
    name=Label(nl="scholing van het team afgesproken", en="training of the team agreed"),
    text=Label(
        nl="Adviseer het team om samen een training in pedagogische vaardigheden of positief coachen te "
        "volgen, of laat alle leerkrachten een scholing over welbevinden volgen. Op het vo helpt een mentor "
        "voor alle klassen die in elk leerjaar SOVA-trainingen kan geven.",
        en="Advise the team to follow a training in pedagogical skills or positive coaching together, or "
        "have all teachers trained on well-being. In secondary school a mentor for all classes who can give "
        "training in social skills in every year helps.",
    ),
    conditions=(OnRecord("teacher_training"),),
    citation=wellbeing("Of dat alle leerkrachten een scholing", _EXPERTISE),
    also=(
        wellbeing("Adviseer dat het team gezamenlijk een", _EXPERTISE),
        wellbeing("een mentor voor alle klassen", _EXPERTISE),
    ),
    choice=_RECORDED,
)

WEL_23: Final = Requirement(
    code="WEL-23",
    name=Label(nl="gelegenheid aangrijpen", en="seize the occasion"),
    text=Label(
        nl="Lift mee op initiatieven die er al zijn. Maakt een voorval of een andere omstandigheid "
        "welbevinden dringend, dan is dat een kans om er juist dan duurzaam op in te zetten.",
        en="Ride along with initiatives that exist already. When an incident or another circumstance makes "
        "well-being urgent, that is a chance to work on it lastingly just then.",
    ),
    citation=wellbeing(
        "zoeken naar bestaande initiatieven en",
        "FACTOR 1 Er is voldoende draagvlak binnen de school; welbevinden heeft de prioriteit",
    ),
    also=(
        wellbeing(
            "Grijp incidenten en relevante initiatieven aan",
            "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden",
        ),
    ),
)

WEL_24: Final = Requirement(
    code="WEL-24",
    name=Label(nl="kwaliteiten van de adviseur", en="qualities of the adviser"),
    text=Label(
        nl="Zoek een Gezonde School-adviseur die kan aanjagen, enthousiasmeren en verbinden, klantgericht "
        "is en de juiste mensen aan tafel krijgt. De adviseur kent de interventies over welbevinden, de weg "
        "in de gemeente en de partners.",
        en="Look for a Healthy School adviser who can drive, enthuse and connect, is client-oriented and "
        "gets the right people to the table. The adviser knows the interventions on well-being, the way in "
        "the municipality and the partners.",
    ),
    citation=wellbeing("kan aanjagen, klantgericht is", ADVISER),
    also=(wellbeing("Een GSA die ‘de weg kent’", ADVISER),),
)

WEL_25: Final = Requirement(
    code="WEL-25",
    name=Label(nl="gedeelde visie op de pedagogische aanpak", en="shared view of the pedagogical approach"),
    text=Label(
        nl="Deel met zorgpartners een visie op de pedagogische aanpak van de school. Dan kunnen zij die "
        "aanpak in hun begeleiding volgen.",
        en="Share with care partners a view of the school’s pedagogical approach. They can then follow that "
        "approach in their guidance.",
    ),
    conditions=(OnRecord("pedagogical_view"),),
    citation=wellbeing("gedeelde visie op een pedagogische", PARTNERS),
    also=(wellbeing("zorgpartners die pedagogische aanpak", PARTNERS),),
    choice=_RECORDED,
)

WEL_26: Final = Requirement(
    code="WEL-26",
    name=Label(nl="warme overdracht van po naar vo", en="warm transfer from primary to secondary"),
    text=Label(
        nl="Geef aandacht aan de overgang van po naar vo: bereid leerlingen voor, en zorg voor een warme "
        "overdracht.",
        en="Give attention to the move from primary to secondary school: prepare pupils, and see to a warm "
        "transfer.",
    ),
    conditions=(OnRecord("warm_transfer"),),
    citation=wellbeing("er een warme overdracht is", "Nodig: een goede start op het vo"),
    choice=_RECORDED,
)

WEL_27: Final = Requirement(
    code="WEL-27",
    name=Label(nl="één sterke coördinator bij de school", en="one strong coordinator at the school"),
    text=Label(
        nl="Zorg dat de juiste expertise dicht bij de school is, en met dezelfde mensen. Dat kan met één "
        "sterke coördinator die voor alle casuïstiek aanspreekbaar is.",
        en="See that the right expertise is near the school, and stays with the same people. One strong "
        "coordinator whom all can turn to with any case is a way to do so.",
    ),
    conditions=(RoleFilled("care_coordinator"),),
    citation=wellbeing(
        "bijvoorbeeld 1 sterke coördinator die", "Nodig: de juiste expertise dicht bij school"
    ),
    choice=Label(
        nl="Het verslag noemt dit als een van meer modellen. Dat wij kijken of iemand zorgcoördinator is, "
        "is onze lezing.",
        en="The report names this as one of several models. That we look whether somebody is care "
        "coordinator is our reading.",
    ),
)

WEL_28: Final = Requirement(
    code="WEL-28",
    name=Label(nl="regionale plannen voor de jeugd gezocht", en="regional youth plans looked up"),
    text=Label(
        nl="Ga op zoek naar de regionale plannen voor de zorg voor de jeugd. Zoek uit welke ambtenaren "
        "erover meepraten en wie de projectleider is.",
        en="Look for the regional plans for youth care. Find out which officials take part in them and who "
        "leads the project.",
    ),
    conditions=(OnRecord("regional_youth_plans"),),
    citation=wellbeing("Ga op zoek naar de regionale", POLICY_DOMAINS),
    choice=_RECORDED,
)

WEL_29: Final = Requirement(
    code="WEL-29",
    name=Label(nl="afspraken over persoonsgegevens", en="agreements on personal data"),
    text=Label(
        nl="Gaat een signaal over een leerling naar een partner, dan deelt u persoonsgegevens, vaak over "
        "gezondheid in brede zin. Die gegevens mag u alleen delen als een wet dat verplicht of mogelijk "
        "maakt, of als betrokkenen toestemming geven. Leg de afspraken vast, bijvoorbeeld in een convenant.",
        en="When a signal about a pupil goes to a partner, you share personal data, often on health in a "
        "broad sense. Such data may be shared only where an act obliges to it or makes it possible, or "
        "where those concerned consent. Record the agreements, for example in a covenant.",
    ),
    conditions=(OnRecord("data_sharing"),),
    citation=Citation(DATA_SHARING, "De Algemene Verordening Gegevensbescherming"),
    choice=Label(
        nl="De pagina raadt een convenant aan. Dat wij naar de afspraken vragen en alleen waarschuwen, is "
        "onze keuze; dit is geen juridisch advies, en de wet zelf is niet gelezen.",
        en="The page recommends a covenant. That we ask for the agreements and only warn is our choice; "
        "this is no legal advice, and the act itself was not read.",
    ),
)
