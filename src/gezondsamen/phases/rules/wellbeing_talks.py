"""Notes on the talks around well-being at school: with the school, the municipality and partners.

What stands here is shown, never judged.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import wellbeing
from gezondsamen.phases.rules.wellbeing import FUNDING, GGD_AND_MUNICIPALITY, PARTNERS, URGENCY
from gezondsamen.phases.rules.wellbeing_in_school import ADVISER, LESS_ABSTRACT, SUPPORT
from gezondsamen.process.requirements import Requirement

WEL_30: Final = Requirement(
    code="WEL-30",
    name=Label(nl="het gesprek met de school", en="the talk with the school"),
    text=Label(
        nl="Voer een eerlijk gesprek: werken aan welbevinden gaat stap voor stap, en een snelle oplossing "
        "is er vaak niet. Ga in op het schooltype, nodig een afspiegeling van het team uit, begin met "
        "ouders bijvoorbeeld op een ouderavond, en neem de tijd om draagvlak te creëren.",
        en="Have an honest talk: working on well-being goes step by step, and often there is no quick fix. "
        "Respond to the type of school, invite a cross-section of the team, begin with parents at a "
        "parents’ evening for example, and take the time to build support.",
    ),
    citation=wellbeing("Voer een eerlijk gesprek met de", LESS_ABSTRACT),
    also=(
        wellbeing("Ga dus in op het schooltype", SUPPORT),
        wellbeing("afspiegeling van het schoolteam", SUPPORT),
        wellbeing("Wil je ouders betrekken", SUPPORT),
        wellbeing("Neem de tijd om draagvlak", ADVISER),
    ),
)

WEL_31: Final = Requirement(
    code="WEL-31",
    name=Label(nl="contacten in gemeente en JGZ", en="contacts in municipality and youth health care"),
    text=Label(
        nl="Zoek uit wie in de gemeente informeel goed ligt in het onderwijs. Organiseer samen met de JGZ "
        "een scholingsdag en netwerkbijeenkomst, en vertel de gemeente welke thema’s op scholen leven.",
        en="Find out who in the municipality has good informal ties with education. Organise a training day "
        "and network meeting together with youth health care, and tell the municipality which themes are "
        "alive at schools.",
    ),
    citation=wellbeing("Zoek ook in de gemeente uit", GGD_AND_MUNICIPALITY),
    also=(
        wellbeing("Betrek de JGZ en organiseer", GGD_AND_MUNICIPALITY),
        wellbeing("Tijdens gesprekken met gemeenten", GGD_AND_MUNICIPALITY),
    ),
)

WEL_32: Final = Requirement(
    code="WEL-32",
    name=Label(nl="partners rond de school", en="partners around the school"),
    text=Label(
        nl="Volg samen met scholen en lokale organisaties trainingen. Werk goed samen met het "
        "samenwerkingsverband passend onderwijs, dat soms de kosten van een interventie op zich neemt. "
        "Betrek het jongerenwerk flink, bijvoorbeeld in de pauzes.",
        en="Follow trainings together with schools and local organisations. Work well with the regional "
        "partnership for inclusive education, which sometimes bears the costs of an intervention. Involve "
        "youth work fully, for example during breaks.",
    ),
    citation=wellbeing("Volg, samen met de scholen en", PARTNERS),
    also=(
        wellbeing("Zorg voor een goede samenwerking met", PARTNERS),
        wellbeing("Zorg ervoor dat jongerenwerk flink", "FACTOR 5 Samenwerken met externe (zorg)partners"),
    ),
)

WEL_33: Final = Requirement(
    code="WEL-33",
    name=Label(nl="cijfers duiden en ervaring delen", en="interpret figures and share experience"),
    text=Label(
        nl="Verwerk cijfers over welbevinden in presentaties en leg uit wat zij betekenen, ook wat niet "
        "wordt gemeten. Kijk samen met adviseurs die er ervaring mee hebben hoe u het preventieakkoord "
        "benut.",
        en="Work figures on well-being into presentations and explain what they mean, and what is not "
        "measured. See together with advisers who have experience of it how to use the prevention agreement.",
    ),
    citation=wellbeing("Verwerk resultaten van aan", URGENCY),
    also=(wellbeing("Probeer samen met andere", URGENCY),),
)

WEL_34: Final = Requirement(
    code="WEL-34",
    name=Label(nl="wat de gemeente kan stimuleren", en="what the municipality can encourage"),
    text=Label(
        nl="De gemeente kan, samen met schoolbesturen, stimuleren dat alle scholen met welbevinden aan de "
        "slag gaan, en alle scholen uitnodigen voor een inspiratiebijeenkomst. Ook een landelijke "
        "stimuleringsregeling kan helpen, zoals die voor relaties en seksualiteit.",
        en="The municipality can, together with school boards, encourage all schools to work on well-being, "
        "and invite all schools to an inspiration meeting. A national incentive scheme can help too, such "
        "as that on relationships and sexuality.",
    ),
    citation=wellbeing("schoolbesturen) stimuleren dat alle scholen", FUNDING),
    also=(
        wellbeing("inspiratiebijeenkomst op het thema Welbevinden", SUPPORT),
        wellbeing("landelijke extra stimuleringsregeling", FUNDING),
    ),
    choice=Label(
        nl="Of de regeling die het verslag noemt nog bestaat, is niet nagegaan.",
        en="Whether the scheme that the report names still exists was not found out.",
    ),
)

WEL_35: Final = Requirement(
    code="WEL-35",
    name=Label(nl="niveau, toon en thema’s van jongeren", en="level, tone and themes of young people"),
    text=Label(
        nl="Sluit aan bij jongeren met het juiste niveau, de juiste toon en thema’s die bij hen zelf "
        "spelen. Het jongerenwerk is daarop gericht.",
        en="Meet young people with the right level, the right tone and themes that matter to themselves. "
        "Youth work is geared to that.",
    ),
    citation=wellbeing(
        "kiezen ook thema’s uit die spelen",
        "Nodig: het juiste niveau, de juiste toon en de juiste thema’s voor jongeren van het vmbo",
    ),
)
