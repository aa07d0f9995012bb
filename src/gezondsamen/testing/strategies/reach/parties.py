"""How the edges of parties and agreements are reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.bounds import inside
from gezondsamen.testing.building.edits import (
    Add,
    Join,
)
from gezondsamen.testing.building.spoilers import situation
from gezondsamen.testing.strategies.arguments import among, built
from gezondsamen.testing.strategies.facts import facts_of
from gezondsamen.testing.strategies.reach.scene import Made, Scene, Turn


def _as_many(scene: Scene) -> Made:
    """Draw that as many parties join as a rule of a step on lets there be."""
    found: list[Turn] = []
    for step in scene.process.exits(scene.case.phase):
        s = situation(scene.case, step, scene.first)
        for x in inside(tuple(rule.conditions for rule in step.requirements), c.PartyCount):
            kinds = [
                kind for kind in s.process.vocabulary["party_kind"] if s.select(x.which, [_party(0, kind)])
            ]
            if x.at_most is None or x.of != "parties" or not kinds:
                continue
            missing = c.number(x.at_most) - len(s.select(x.which, s.active))
            if 0 < missing <= 12:
                found.append(tuple(Join(_party(n, kinds[0]), scene.first) for n in range(missing)))
    return among(list(dict.fromkeys(found)))


def _party(number: int, kind: str) -> Party:
    return Party(f"partij-{number}", f"Partij {number}", kind)


def _succession(scene: Scene) -> Made:
    def succeeded(old: list[Party], new: Party, on: date) -> Turn:
        there = () if scene.parties else tuple(Join(party, scene.first) for party in old)
        return (*there, Join(new, on), Add(f.PartySucceeded(on, new.id, tuple(party.id for party in old))))

    old = st.tuples(scene.newcomer(1)) if not scene.parties else _few(scene.parties)
    return built(succeeded, old, scene.newcomer(), scene.day)


def _few(values: Sequence[Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=2, unique_by=lambda party: party.id)


def _division(scene: Scene) -> Made:
    def divided(old: Party, one: Party, two: Party, on: date) -> Turn:
        there = () if scene.parties else (Join(old, scene.first),)
        return (
            *there,
            Join(one, on),
            Join(two, on),
            Add(f.PartyDivided(on, old.id, (one.id, two.id))),
        )

    old = among(scene.parties) if scene.parties else scene.newcomer(2)
    return built(divided, old, scene.newcomer(0), scene.newcomer(1), scene.day)


def _returned(scene: Scene) -> Made:
    def returned(party: Party, left: date, back: int) -> Turn:
        there = () if scene.parties else (Join(party, scene.first),)
        again = left + timedelta(days=back)
        return (*there, Add(f.PartyLeft(left, party.id)), Join(party, again))

    party = among(scene.parties) if scene.parties else scene.newcomer()
    return built(returned, party, scene.day, st.integers(0, 40))


def _counts_as(scene: Scene) -> Made:
    def otherwise(party: Party, on: date) -> Turn:
        sides = [
            side for side in scene.process.vocabulary["side"] if side != scene.process.sides.get(party.kind)
        ]
        return (Join(attrs.evolve(party, counts_as=sides[0] if sides else None), on),)

    return (
        built(otherwise, scene.newcomer(), scene.day) if "side" in scene.process.vocabulary else st.nothing()
    )


def _second_agreement(scene: Scene) -> Made:
    missing = max(2 - len(scene.cast.agreements), 1)
    ids = scene.cast.drafts[:missing]
    drafts = [facts_of(scene.cast, f.AgreementDrafted, agreement=ident, obliged=()) for ident in ids]
    parties = tuple(party.id for party in scene.parties)

    def drafted(drafts: tuple[f.AgreementDrafted, ...], signed: bool, end: date) -> Turn:
        texts = [attrs.evolve(draft, parties=parties) for draft in drafts]
        done: list[f.Fact] = [*texts]
        if signed and parties:
            on, text = texts[-1].on, texts[-1].agreement
            done += [f.AgreementRevised(on, text, end=end), f.Signed(on, text, parties[0])]
        return tuple(Add(fact) for fact in done)

    return built(drafted, st.tuples(*drafts), st.booleans(), scene.cast.late)


PARTIES: Final[dict[str, Callable[[Scene], Made]]] = {
    "as many parties": _as_many,
    "succession": _succession,
    "division": _division,
    "returned party": _returned,
    "counts as another side": _counts_as,
    "second agreement": _second_agreement,
}
"""How each of these edges is reached; nothing where a case cannot reach it."""
