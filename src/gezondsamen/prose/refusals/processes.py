"""What is wrong with a process, in words: one sentence for each code of a `Problem`.

Those that build processes read it: laws, softer laws (`verify`) and what the testing kit finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

UNKNOWN_IN_PROCESS: Final = (
    "“{offender}” is hier niet bekend.",
    "“{offender}” is not known here.",
)
"""Said of any name that is none of the choices, whatever its kind."""

PROBLEMS: Final[Mapping[str, tuple[str, str]]] = {
    # --- laws ----------------------------------------------------------------------------------------
    "wrong-type": (
        "hier hoort een waarde van een andere soort.",
        "another kind of value belongs here.",
    ),
    "key": (
        "dit is geen sleutel: gebruik kleine letters, cijfers en liggende streepjes.",
        "this is not a key: use lower-case letters, digits and underscores.",
    ),
    "initial": (
        "een proces heeft precies één beginfase.",
        "a process has exactly one initial phase.",
    ),
    "phase-twice": ("twee fasen hebben deze sleutel.", "two phases have this key."),
    "transition-twice": (
        "dezelfde stap leidt twee keer uit één fase.",
        "the same step leads out of one phase twice.",
    ),
    "point-twice": (
        "twee evaluatiemomenten hebben deze sleutel.",
        "two evaluation points have this key.",
    ),
    "term-twice": (
        "twee woorden van dezelfde soort hebben deze sleutel.",
        "two terms of one scheme have this key.",
    ),
    "rule-twice": (
        "dezelfde regel staat hier twee keer.",
        "the same rule stands here twice.",
    ),
    "two-meanings": (
        "dezelfde regel staat elders met een andere tekst.",
        "the same rule stands elsewhere with another text.",
    ),
    "outcome": (
        "alleen een eindfase heeft een uitkomst, en die moet er dan bij staan.",
        "only a final phase has an outcome, and it must have one.",
    ),
    "final": ("uit een eindfase leidt geen stap.", "no step leads out of a final phase."),
    "count": ("dit aantal is te klein of te groot.", "this number is too low or too high."),
    "bounds": (
        "de ondergrens ligt boven de bovengrens.",
        "the lower bound lies above the upper one.",
    ),
    "depth": (
        "voorwaarden liggen hier te diep in elkaar.",
        "conditions lie too deep inside one another here.",
    ),
    "fraction": ("een deel ligt tussen 0 en 1.", "a fraction lies between 0 and 1."),
    "min-count": (
        "per periode is er ten minste één moment, en hoogstens één per dag.",
        "each period has one moment or more, and at most one a day.",
    ),
    "limit": (
        "deze grens heeft niet overal één waarde van de goede soort.",
        "this limit does not have one value of the right kind everywhere.",
    ),
    # --- adapting ------------------------------------------------------------------------------------
    "same-key": (
        "een aangepast proces heeft een eigen sleutel nodig.",
        "an adapted process needs a key of its own.",
    ),
    "statutory": (
        "deze regel staat in de wet en blijft zoals hij is.",
        "this rule is law and stays as it is.",
    ),
    "other-code": (
        "een regel die een andere vervangt, draagt dezelfde code.",
        "a rule that replaces another bears the same code.",
    ),
    "no-newer-reading": (
        "een regel uit de wet kan alleen worden vervangen door een nieuwere lezing van de wet, met artikel "
        "en "
        "dag van lezen.",
        "a rule that is law can only be replaced by a newer reading of the law, with its article and the day "
        "of reading.",
    ),
    # --- softer laws ---------------------------------------------------------------------------------
    "unreachable": ("geen weg leidt naar deze fase.", "no route leads to this phase."),
    "dead-end": ("uit deze fase leidt geen stap.", "no step leads out of this phase."),
    "no-outcome": (
        "vanuit deze fase is geen einde te bereiken.",
        "no final phase can be reached from here.",
    ),
    "unused": (
        "deze regel staat alleen waar niemand komt.",
        "this rule stands only where nothing comes.",
    ),
    "uncited": (
        "bij deze regel ontbreekt een vindplaats die iemand kan nakijken.",
        "this rule lacks a passage that somebody can look up.",
    ),
    "label": ("een tekst is leeg.", "a text is empty."),
    "label-twice": (
        "twee fasen, of twee stappen uit een fase, heten hetzelfde.",
        "two phases, or two steps out of one phase, have the same name.",
    ),
    "no-moment": (
        "dit evaluatiepunt geeft hier nooit een moment.",
        "this evaluation point never gives a moment here.",
    ),
    "too-late": (
        "het moment van dit evaluatiepunt is voorbij zodra het bekend is.",
        "the moment of this evaluation point is over once it is known.",
    ),
    "unwatched": (
        "geen fase let op de regel waarvoor dit evaluatiepunt plant.",
        "no phase watches the rule for which this evaluation point plans.",
    ),
    "unread": (
        "een veld van dit evaluatiepunt wordt niet gelezen naast een ander.",
        "a field of this evaluation point is not read beside another.",
    ),
    "since-unvisited": (
        "deze stap kijkt terug naar een fase die er nooit aan voorafgaat.",
        "this step looks back to a phase that never lies before it.",
    ),
    "impossible": (
        "aan een regel kan hier nooit worden voldaan.",
        "a rule can never be met here.",
    ),
    "contradiction": (
        "twee regels sluiten elkaar hier uit.",
        "two rules exclude each other here.",
    ),
    # --- what the testing kit finds ------------------------------------------------------------------
    "no-route": ("geen zaak komt in deze fase.", "no case comes into this phase."),
    "never-refused": (
        "een regel houdt deze stap nooit tegen.",
        "a rule never holds this step up.",
    ),
    "never-warns": (
        "een regel waarschuwt hier nooit.",
        "a rule never warns here.",
    ),
    "never-silent": (
        "een regel waarschuwt hier altijd.",
        "a rule always warns here.",
    ),
    "off-schedule": (
        "wie het schema volgt, wordt hier toch gewaarschuwd.",
        "who follows the schedule is warned here all the same.",
    ),
    "adaptation": ("een aanpassing wordt geweigerd.", "an adaptation is refused."),
    "law-changed": (
        "een aanpassing raakt een regel die een wet vraagt.",
        "an adaptation touches a rule that a statute asks.",
    ),
    "dropped-stands": ("een weggelaten regel staat er nog.", "a rule that was dropped still stands."),
    "softened-otherwise": (
        "een verzachte regel waarschuwt niet zoals bedoeld.",
        "a softened rule does not warn as meant.",
    ),
    "limit-stays": ("een grens die is gezet, is niet veranderd.", "a limit that was set did not change."),
    "second-reading": (
        "wie de gegevens apart nog eens leest, komt hier tot iets anders.",
        "who reads the entries once more, apart, comes to something else here.",
    ),
    "waiting": (
        "op de dag waarop gewacht moet worden, klopt het nog niet.",
        "on the day to wait for, it does not hold yet.",
    ),
    "review": (
        "wie terugkijkt op een genomen stap, krijgt niet te horen wat er achteraf ontbrak.",
        "who reviews a step that was taken is not told what was missing after all.",
    ),
    "entailed": (
        "wat uit een andere regel zou volgen, volgt er in een zaak niet uit.",
        "what is said to follow from another rule does not follow in a case.",
    ),
    "moment": ("een moment is anders dan de feiten zeggen.", "a moment is otherwise than the facts say."),
    "order": ("de momenten staan niet op volgorde.", "the moments are not in order."),
    "elsewhere": (
        "wat een ander moment beantwoordde, is anders dan de feiten zeggen.",
        "what answered another moment is otherwise than the facts say.",
    ),
    "overdue": (
        "wat te laat is, is anders dan de feiten zeggen.",
        "what is overdue is otherwise than the facts say.",
    ),
    "due": (
        "welke stap aan de beurt is, is anders dan de feiten zeggen.",
        "a due step is otherwise than the facts say.",
    ),
    "document": (
        "het document komt anders terug dan het werd bewaard.",
        "the document comes back otherwise than it was kept.",
    ),
    "diagram": ("een stap ontbreekt in het diagram.", "a step is missing in the diagram."),
    "unsaid": ("een regel of fase ontbreekt in de tekst.", "a rule or phase is missing in the text."),
    "unreadable": ("de tekst kan niet worden gemaakt.", "the text cannot be made."),
}
