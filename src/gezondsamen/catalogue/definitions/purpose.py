"""What the topics of the shared purpose mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

PURPOSE: Final = {
    "purpose": (
        "resultaat dat partijen willen bereiken en dat buiten het samenwerken zelf ligt",
        "result that parties want to achieve and that lies outside collaborating itself",
    ),
    "rationale": (
        "reden waarom partijen een doel met elkaar willen bereiken en niet ieder apart",
        "reason why parties want to achieve a purpose with each other and not each on its own",
    ),
    "vision": (
        "beeld van wat nodig is voor gezondheid dat meer dan één beleidsterrein in samenhang omvat",
        "picture of what health needs that covers more than one policy domain in connection",
    ),
    "vision_domain": (
        "sector waarover de integrale visie iets zegt",
        "sector about which the integral vision says something",
    ),
    "vision_problem": (
        "beschrijving van wat er aan de hand is waarin alle partijen zich kunnen vinden",
        "description of what is wrong that all parties can agree with",
    ),
    "vision_result": (
        "beschrijving van hoe het eruitziet als het probleem is opgelost, door alle partijen gedeeld",
        "description, shared by all parties, of what things are like once the problem is solved",
    ),
    "added_value": (
        "opbrengst die partijen met elkaar wel kunnen bereiken en ieder voor zich niet",
        "gain that parties can reach with each other and none of them alone",
    ),
    "party_ambition": (
        "verandering die één partij vanuit haar eigen werk wil bereiken",
        "change that one party wants to bring about from its own work",
    ),
    "party_interest": (
        "voordeel of zorg waardoor het voor één partij uitmaakt wat de samenwerking oplevert",
        "advantage or concern that makes it matter to one party what the collaboration yields",
    ),
    "interest_disclosed": (
        "mededeling van een partij aan de andere partijen over wat zij zelf te winnen heeft",
        "statement by a party to the other parties of what it stands to gain itself",
    ),
    "interest_recognised": (
        "onderdeel van de gezamenlijke ambitie waarin een partij terugziet waarvoor zij meedoet",
        "part of the joint ambition in which a party finds what it takes part for",
    ),
    "backing": (
        "reactie van de eigen organisatie op de ambitie die haar afgevaardigde heeft voorgelegd",
        "reaction of a party's organisation to the ambition that its delegate put to it",
    ),
    "single_plenary_reason": (
        "reden om de ambitie vast te stellen zonder de partijen een tweede keer bijeen te roepen",
        "reason to settle the ambition without convening the parties a second time",
    ),
    "goal_individual": (
        "resultaat dat één partij in een publiek-private samenwerking voor zichzelf nastreeft",
        "result that one party in a public-private partnership pursues for itself",
    ),
    "goal_joint": (
        "resultaat dat alle partijen in een publiek-private samenwerking met elkaar nastreven",
        "result that all parties in a public-private partnership pursue with each other",
    ),
    "goal_societal": (
        "resultaat van een publiek-private samenwerking waar de samenleving iets aan heeft",
        "result of a public-private partnership from which society gains",
    ),
    "network_goal": (
        "resultaat dat een netwerk op een afgesproken dag wil hebben bereikt",
        "result that a network wants to have achieved by an agreed day",
    ),
    "joint_success": (
        "resultaat dat partijen met een concrete actie samen hebben behaald",
        "result that parties achieved together by a concrete action",
    ),
    "goal_reached": (
        "vaststelling dat er is bereikt waarvoor partijen gingen samenwerken",
        "finding that what parties began to collaborate for has been achieved",
    ),
    "end_date_reached": (
        "vaststelling dat de afgesproken looptijd van een samenwerking voorbij is",
        "finding that the agreed term of a collaboration is over",
    ),
    "goal_beyond_certificate": (
        "blijvend resultaat dat een school ook zou willen bereiken als er geen vignet bestond",
        "lasting result that a school would want to achieve even if there were no certificate",
    ),
}
"""The definitions of these topics."""
