"""Rows of figures: limits, fixed numbers, evaluation points, and the scales of instruments."""

from __future__ import annotations

from collections.abc import Iterator

from generation.audit.row import Row, label_text, listed, scheduled_line, standing_lines
from generation.markdown import plain, rule_link, sentence
from generation.numbers import fixed_numbers, number_text, point_numbers, uses
from generation.standing import COMPUTED, JUDGED, PROCESSES, Place, by_code, leaves
from gezondsamen.catalogue.instruments import INSTRUMENTS, self_assessment
from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.language import Language
from gezondsamen.process import conditions as c
from gezondsamen.prose.asked import condition_text
from gezondsamen.prose.moments import point_text
from gezondsamen.prose.scene import Scene


def limit_rows(say: Language) -> Iterator[Row]:
    """Yield a row for each limit, by key."""
    limits = {key: limit for process in PROCESSES for key, limit in process.limits.items()}
    standing = [place for found in by_code().values() for place in found]
    for key, limit in sorted(limits.items()):
        rules = [place for place in standing if uses(place.rule.conditions, key)]
        points = [(x, point) for x in PROCESSES for point in x.evaluation_points if uses(point, key)]
        links = dict.fromkeys(rule_link(place.rule.code) for place in rules)
        scheduled = (scheduled_line(process, point.label, say) for process, point in points)
        yield Row(
            "limit",
            key,
            label_text(limit.label, say),
            (f"**{number_text(limit.value, say)}**",),
            (listed(say("in", "in"), links), *standing_lines(rules, say), *scheduled),
            limit.basis,
            (*(place.rule.citation for place in rules), *(point.citation for _, point in points)),
            OWN_NUMBER if limit.basis is Basis.CHOICE else None,
            COMPUTED,
        )


OWN_NUMBER = Label(
    nl="Het getal is onze keuze; de passages gaan over de regel.",
    en="The number is our choice; the passages are about the rule.",
)


def number_rows(say: Language) -> Iterator[Row]:
    """Yield a row for each number in a rule that no process can set."""
    for code, found in by_code().items():
        fixed: dict[tuple[str, c.Condition], list[Place]] = {}
        for place in found:
            for x in leaves(place.rule.conditions):
                for text in fixed_numbers(x, say):
                    fixed.setdefault((text, x), []).append(place)
        for n, ((text, x), standing) in enumerate(fixed.items()):
            rule = standing[0].rule
            voice = Scene(standing[0].process).voice(say.code)
            yield Row(
                "number",
                f"{code}.{n}",
                say("getal in {rule}", "number in {rule}", rule=rule_link(code)),
                (f"**{text}**", sentence(plain(condition_text(x, voice)))),
                tuple(standing_lines(standing, say)),
                rule.basis,
                (rule.citation,),
                rule.choice,
                COMPUTED,
            )


def point_rows(say: Language) -> Iterator[Row]:
    """Yield a row for each evaluation point."""
    for process in PROCESSES:
        for point in process.evaluation_points:
            numbers = "; ".join(point_numbers(point, say)) or say("geen", "none")
            yield Row(
                "point",
                f"{process.key}.{point.key}",
                label_text(point.label, say),
                (
                    sentence(plain(point_text(point, Scene(process).voice(say.code)))),
                    f"**{say('Getallen', 'Numbers')}**: {plain(numbers)}",
                ),
                (scheduled_line(process, point.label, say),),
                point.basis,
                (point.citation,),
                point.choice,
                COMPUTED,
            )


def instrument_rows(say: Language) -> Iterator[Row]:
    """Yield a row for each instrument that ships."""
    for x in (self_assessment(), *INSTRUMENTS):
        words = say("vanaf {n}: {text}", "from {n}: {text}", n="{n}", text="{text}")
        bands = "; ".join(words.format(n=f"{b.at_least:g}", text=label_text(b.label, say)) for b in x.bands)
        scale = {"n": len(x.items), "low": x.scale.lowest, "high": x.scale.highest}
        yield Row(
            "instrument",
            x.key,
            label_text(x.label, say),
            (
                say("{n} vragen; scores van {low} tot {high}", "{n} items; scores {low} to {high}", **scale),
                f"{say('Klassen', 'Bands')}: {bands}" if bands else "",
            ),
            (say("elke evaluatie", "any evaluation"),),
            x.basis,
            (x.citation,) if x.citation else (),
            OWN_SCALE if x.basis is Basis.CHOICE else None,
            JUDGED,
        )


OWN_SCALE = Label(
    nl="De vijf punten en hun woorden zijn onze keuze.",
    en="The five points and their words are our choice.",
)
