"""Results: what the scores of partners say, item by item, and where partners see it differently."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping

import attrs

from gezondsamen import arguments
from gezondsamen.arguments import check, check_number, wrong
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.evaluation.instruments import Band, Instrument, Item
from gezondsamen.labels import Label


def _to_scores(scores: Mapping[str, float] | Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    given = tuple(scores.items()) if isinstance(scores, Mapping) else scores
    found = arguments.items("scores", given, tuple, "a score for each item")
    if not all(len(pair) == 2 for pair in found):
        raise wrong("scores", "a score for each item", scores, InvalidArgument)
    return found


@attrs.frozen
class Form:
    """Hold what one party filled in: a score for each item that it answered."""

    party: str
    scores: tuple[tuple[str, float], ...] = attrs.field(converter=_to_scores)

    @property
    def total(self) -> float:
        """The sum of the scores."""
        return sum(score for _, score in self.scores)

    def complete(self, instrument: Instrument) -> bool:
        """Tell whether every item of the instrument is answered."""
        return len(self.scores) == len(instrument.items)


@attrs.frozen
class Row:
    """Say how partners scored one item, or one group of items.

    `spread` is the standard deviation over the parties, in points of the scale; `disagreement` the
    distance between the highest and the lowest score; `rules` and `obstacles` the codes of what a
    low score touches. `band` is None where the instrument reads no means.
    """

    key: str
    label: Label | None
    scores: tuple[tuple[str, float], ...]
    rules: tuple[str, ...]
    obstacles: tuple[str, ...]
    band: Band | None

    @property
    def mean(self) -> float:
        """The mean over the parties that answered."""
        return statistics.fmean(score for _, score in self.scores)

    @property
    def spread(self) -> float:
        """The standard deviation over the parties that answered; 0 for a single one."""
        return statistics.pstdev(score for _, score in self.scores)

    @property
    def disagreement(self) -> float:
        """How far the highest score is from the lowest."""
        given = [score for _, score in self.scores]
        return max(given) - min(given)

    @property
    def lowest(self) -> tuple[str, ...]:
        """The parties that gave the lowest score."""
        least = min(score for _, score in self.scores)
        return tuple(party for party, score in self.scores if score == least)

    @property
    def highest(self) -> tuple[str, ...]:
        """The parties that gave the highest score."""
        most = max(score for _, score in self.scores)
        return tuple(party for party, score in self.scores if score == most)


def _to_forms(forms: Mapping[str, Mapping[str, float]] | Iterable[Form]) -> tuple[Form, ...]:
    if isinstance(forms, Mapping):
        return tuple(Form(party, scores) for party, scores in forms.items())
    return arguments.items("forms", forms, Form, "a form for each party")


@attrs.frozen
class Results:
    """Hold the forms of an evaluation, and tell what they say.

    `forms` can be given as party → item → score. A party may leave items out: an item counts for
    those who answered it. Raises `InvalidArgument` when there is no score at all, when a party or an item
    stands twice, for an item that the instrument lacks, and for a score that is not a number on its
    scale; the message names the party and the item.

    >>> from gezondsamen.evaluation.instruments import Scale
    >>> items = (
    ...     Item("trust", Label(nl="vertrouwen", en="trust")),
    ...     Item("aims", Label(nl="doelen", en="aims")),
    ... )
    >>> own = Instrument("own", Label(nl="eigen lijst", en="own list"), items, Scale(1, 5))
    >>> results = Results(own, {"municipality": {"trust": 4, "aims": 2}, "ggd": {"trust": 5, "aims": 1}})
    >>> [(row.key, row.mean, row.disagreement) for row in results.weakest(1)]
    [('aims', 1.5, 1)]
    """

    instrument: Instrument
    forms: tuple[Form, ...] = attrs.field(converter=_to_forms)

    def __attrs_post_init__(self) -> None:
        check("instrument", self.instrument, Instrument, "an instrument")
        parties = [form.party for form in self.forms]
        for party in parties:
            if parties.count(party) > 1:
                raise InvalidArgument("two-forms", f"party {party!r} has two forms; give it one.", party)
        for party in parties:
            if not isinstance(party, str) or not party:
                raise InvalidArgument(
                    "no-party", f"a party is named by its id, a text, not {shown(party)}.", shown(party)
                )
        for form in self.forms:
            self._check(form)
        if not any(form.scores for form in self.forms):
            raise InvalidArgument(
                "no-scores", "there is no score: give at least one party a score for an item."
            )

    def _check(self, form: Form) -> None:
        scale = self.instrument.scale
        seen = set()
        for key, score in form.scores:
            self.instrument.item(key)
            if key in seen:
                raise InvalidArgument("two-scores", f"party {form.party!r} scores {key!r} twice.", key)
            seen.add(key)
            number = isinstance(score, int | float) and not isinstance(score, bool) and math.isfinite(score)
            if not number or not scale.takes(score):
                raise InvalidArgument(
                    "off-scale",
                    f"party {form.party!r} scores {key!r} with {shown(score)}: give a number from "
                    f"{scale.lowest} to {scale.highest}.",
                    form.party,
                )

    @property
    def items(self) -> tuple[Row, ...]:
        """A row for each item that somebody answered, in the order of the instrument."""
        rows = []
        for item in self.instrument.items:
            scores = tuple((f.party, score) for f in self.forms for key, score in f.scores if key == item.key)
            if scores:
                rows.append(self._row(item.key, item.label, scores, (item,)))
        return tuple(rows)

    @property
    def groups(self) -> tuple[Row, ...]:
        """A row for each group of items: the score of a party is the mean of its scores in the group."""
        members: dict[str, list[Item]] = {}
        for item in self.instrument.items:
            if item.group is not None:
                members.setdefault(item.group, []).append(item)
        rows = []
        for group, items in members.items():
            keys = {item.key for item in items}
            given = {f.party: [score for key, score in f.scores if key in keys] for f in self.forms}
            scores = tuple((party, statistics.fmean(of_it)) for party, of_it in given.items() if of_it)
            if scores:
                rows.append(self._row(group, None, scores, items))
        return tuple(rows)

    def _row(
        self, key: str, label: Label | None, scores: tuple[tuple[str, float], ...], items: Iterable[Item]
    ) -> Row:
        mean = statistics.fmean(score for _, score in scores)
        return Row(
            key,
            label,
            scores,
            rules=tuple(dict.fromkeys(code for item in items for code in item.rules)),
            obstacles=tuple(dict.fromkeys(code for item in items for code in item.obstacles)),
            band=self.instrument.band(mean) if self.instrument.bands_on == "mean" else None,
        )

    def weakest(self, count: int = 3) -> tuple[Row, ...]:
        """Return the items with the lowest means, weakest first; of equals the most disputed first."""
        check_number("count", count)
        return tuple(sorted(self.items, key=lambda row: (row.mean, -row.disagreement))[:count])

    def disputed(self, count: int = 3) -> tuple[Row, ...]:
        """Return the items on which parties differ most, the largest difference first; none without any."""
        check_number("count", count)
        differing = [row for row in self.items if row.disagreement > 0]
        return tuple(sorted(differing, key=lambda row: (-row.disagreement, row.mean))[:count])

    @property
    def total(self) -> float | None:
        """The mean total of the parties that answered every item; None where nobody did."""
        totals = [form.total for form in self.forms if form.complete(self.instrument)]
        return statistics.fmean(totals) if totals else None

    @property
    def band(self) -> Band | None:
        """The band of the total; None where the instrument has none, or nobody answered every item."""
        total = self.total
        if total is None or self.instrument.bands_on != "total":
            return None
        return self.instrument.band(total)
