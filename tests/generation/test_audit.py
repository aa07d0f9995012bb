"""The audit pages: everything that can be contested has a row, in one language to a page."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from generation.audit import LANGUAGES, audit_page, rows
from generation.audit.words import HEADINGS, KINDS
from generation.sources import WORKS, Source

import gezondsamen as gs
from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.language import DUTCH, ENGLISH

DUTCH_ROWS = tuple(rows(DUTCH))
ENGLISH_ROWS = tuple(rows(ENGLISH))
PAGES = {name: audit_page(name) for name in LANGUAGES}


def keys(kind: str) -> set[str]:
    return {row.key for row in DUTCH_ROWS if row.kind == kind}


def test_both_pages_have_the_same_rows() -> None:
    """What can be contested in one language can be contested in the other, once."""
    found = [(row.kind, row.key) for row in DUTCH_ROWS]
    assert found == [(row.kind, row.key) for row in ENGLISH_ROWS]
    assert Counter(found).most_common(1)[0][1] == 1
    assert {kind for kind, _ in found} == set(KINDS)


def test_everything_has_a_row() -> None:
    """Rules, phases, steps, limits, points, terms and factors are all there."""
    processes = gs.PROCESSES.values()
    assert keys("rule") == {code for process in processes for code in process.requirements}
    assert keys("phase") == {f"{x.key}.{phase.key}" for x in processes for phase in x.phases}
    assert keys("limit") == {key for process in processes for key in process.limits}
    assert keys("point") == {f"{x.key}.{point.key}" for x in processes for point in x.evaluation_points}
    words = keys("sector") | keys("side") | keys("term")
    assert words == {f"{term.scheme}.{term.key}" for term in TERMS}
    assert keys("factor") == {factor.code for factor in FACTORS}


@pytest.mark.parametrize("process", gs.PROCESSES.values(), ids=lambda x: x.key)
def test_every_step_is_in_a_row(process: gs.Process) -> None:
    """A row names the step, from where it leads and to where; steps that ask the same share one."""
    told = [row for row in ENGLISH_ROWS if row.kind == "step" and row.key.startswith(f"{process.key}.")]
    for t in process.transitions:
        source, target = (f"“{_plain(process.phase(key).label.en)}”" for key in (t.source, t.target))
        lines = [line for row in told if row.what == _plain(t.label.en) for line in row.says]
        ends = "" if t.is_loop else f"to {target}"
        fits = [line for line in lines if source in line and line.endswith(ends)]
        fits = [line for line in fits if line.startswith("stays in ") == t.is_loop]
        assert len(fits) == 1


def test_a_phase_tells_its_order() -> None:
    """The row of a phase says its place, from where it is reached and where it leads."""
    (row,) = [row for row in ENGLISH_ROWS if row.key == "pps.partner_selection"]
    place, before, after = row.says
    assert re.match(r"phase \d+ of \d+: ", place)
    names = [gs.PPS.phase(key).label.en for key in ("organisation_form", "negotiation")]
    assert names[0] in before
    assert names[1] in after


@pytest.mark.parametrize("name", list(LANGUAGES))
def test_a_page_is_in_its_own_language(name: str) -> None:
    """Headings and texts of rules stand there in the language of the page, and not in the other."""
    mine, other = (ENGLISH, DUTCH) if LANGUAGES[name] is ENGLISH else (DUTCH, ENGLISH)
    page = PAGES[name]
    assert f'<div lang="{mine.code}">' in page
    assert f"| {' | '.join(mine(*heading) for heading in HEADINGS)} |" in page
    for process in gs.PROCESSES.values():
        for rule in process.requirements.values():
            assert _plain(mine.label(rule.text)) in page
            if rule.text.nl != rule.text.en:
                assert _plain(other.label(rule.text)) not in page


def _plain(text: str) -> str:
    return re.sub(r"([|*<\[\]])", r"\\\1", text)


@pytest.mark.parametrize("name", list(LANGUAGES))
def test_every_row_can_be_ticked_and_remarked_on(name: str) -> None:
    """Each row has a box to agree, one to disagree and room for a remark, under a name of its own."""
    for what in ("agree", "disagree", "remark"):
        named = re.findall(rf' name="{what}\.([^"]+)"', PAGES[name])
        assert len(named) == len(set(named)) == len(DUTCH_ROWS)


def test_a_source_without_a_year_says_so() -> None:
    """Beside a passage of a source that bears no year stands that it does not; a statute needs none."""
    undated = [work for work in WORKS if work.year is None]
    assert undated
    for work in undated:
        assert f"#work-{work.key}), [zonder jaar]" in PAGES["audit-nl"]
        assert f"#work-{work.key}), [no year]" in PAGES["audit"]
    assert "#work-public_health_act)" in PAGES["audit"]
    assert "#work-public_health_act), [no year]" not in PAGES["audit"]


def test_whole_sentences_stand_there_only_where_the_source_is_at_hand() -> None:
    """With its text a passage is its sentence; without, the words that are cited."""
    opening = gs.PPS.requirements["PAR-02"].citation.opening
    work = gs.PPS.requirements["PAR-02"].citation.work
    text = f"Before this.\n\nTeveel private partners\nHere it says {opening} and more. After it.\n"
    source = Source.of(text, ("Teveel private partners",))
    quoted = audit_page("audit", {work.key: source})
    assert f"“Here it says {opening} and more.”" in quoted
    assert f"“{opening} …”" in PAGES["audit"]
    assert f"“{opening} …”" not in quoted


def test_the_numbers_are_those_of_the_rows() -> None:
    """How many rules stand on each basis is counted, and the counts add up to all rules."""
    (line,) = [line for line in PAGES["audit"].splitlines() if line.startswith("| rules | ")]
    *counts, together, ours = map(int, line.strip("| ").split(" | ")[1:])
    rules = [row for row in ENGLISH_ROWS if row.kind == "rule"]
    assert counts == [sum(row.basis is basis for row in rules) for basis in gs.Basis]
    assert sum(counts) == together == len(rules)
    assert ours == sum(bool(row.choice) or row.basis is gs.Basis.CHOICE for row in rules)
