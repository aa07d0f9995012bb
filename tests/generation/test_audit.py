"""The audit: everything that can be contested has a row, in one language to a page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest
from generation.audit import LANGUAGES, audit, rows
from generation.audit.parts import PARTS
from generation.audit.words import HEADINGS, KINDS
from generation.sources import WORKS, Source

import gezondsamen as gs
from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.language import DUTCH, ENGLISH

DUTCH_ROWS = tuple(rows(DUTCH))
ENGLISH_ROWS = tuple(rows(ENGLISH))
PAGES = audit()


def keys(kind: str) -> set[str]:
    return {row.key for row in DUTCH_ROWS if row.kind == kind}


def pages(name: str) -> dict[str, str]:
    """Return the pages in a language without their index, by their parts."""
    return {part.key: PAGES[f"{name}/{part.key}.md"] for part in PARTS}


def test_both_languages_have_the_same_rows() -> None:
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
    words = {key for kind in ("sector", "side", "topic", "role", "term") for key in keys(kind)}
    assert words == {f"{term.scheme}.{term.key}" for term in TERMS}
    assert keys("success") | keys("obstacle") == {factor.code for factor in FACTORS}


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
    for process in gs.PROCESSES.values():
        page = pages(name)[process.key]
        assert f"| {' | '.join(mine(*heading) for heading in HEADINGS)} |" in page
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
        named = {key: re.findall(rf' name="{what}\.([^"]+)"', page) for key, page in pages(name).items()}
        assert all(len(found) == len(set(found)) for found in named.values())
        assert set(chain(*named.values())) == {f"{row.kind}.{row.key}" for row in DUTCH_ROWS}


@pytest.mark.parametrize("name", list(LANGUAGES))
def test_the_page_of_a_process_is_whole(name: str) -> None:
    """Each rule, phase, limit and point of a process is on its page, with those that others share."""
    for key, process in gs.PROCESSES.items():
        ticked = set(re.findall(r' name="agree\.([^"]+)"', pages(name)[key]))
        assert ticked >= {f"rule.{code}" for code in process.requirements}
        assert ticked >= {f"phase.{key}.{phase.key}" for phase in process.phases}
        assert ticked >= {f"limit.{limit}" for limit in process.limits}
        assert ticked >= {f"point.{key}.{point.key}" for point in process.evaluation_points}


def test_a_page_says_what_a_rule_does_in_its_process() -> None:
    """On the page of a process a shared rule says what it does there, and names the other processes."""
    (row,) = [row for row in ENGLISH_ROWS if row.kind == "rule" and row.key == "AGR-01"]
    assert row.processes > {"pps", "network"}
    *own, others = row.seen_from("pps", ENGLISH).where
    assert own == [line for line in row.where if ".audit-process-pps " in line]
    assert gs.NETWORK.label.en in others
    assert gs.PPS.label.en not in others


@pytest.mark.parametrize("name", list(LANGUAGES))
def test_the_index_leads_to_every_page(name: str) -> None:
    """The index links to each page, and to the rows that block a step in each process."""
    index = PAGES[f"{name}.md"]
    for part in PARTS:
        assert f"](#{name}-{part.key})" in index
        assert f"\n{name}/{part.key}\n" in index
    for key, process in gs.PROCESSES.items():
        blocking = {rule.code for t in process.transitions for rule in t.requires if not rule.is_note}
        assert f'{name}/{key}.html#kind=rule&amp;severity=blocks">{len(blocking)}</a>' in index


def test_a_form_offers_what_its_page_has() -> None:
    """A filter stands there only where rows differ in it, with the values that they have."""
    assert 'name="severity"' in pages("audit")["pps"]
    assert 'name="severity"' not in pages("audit")["terms"]
    assert '<option value="law">' in pages("audit")["policy_cycle"]
    assert '<option value="law">' not in pages("audit")["pps"]


def test_a_source_without_a_year_says_so() -> None:
    """Beside a passage of a source that bears no year stands that it does not; a statute needs none."""
    dutch, english = ("\n".join(pages(name).values()) for name in ("audit-nl", "audit"))
    undated = [work for work in WORKS if work.year is None]
    assert undated
    for work in undated:
        assert f"#bron-{work.key}), [zonder jaar]" in dutch
        assert f"#work-{work.key})]{{.language-nl}}, [no year]" in english
    assert "#work-public_health_act)" in english
    assert "#work-public_health_act)]{.language-nl}, [no year]" not in english


def test_whole_sentences_stand_there_only_where_the_source_is_at_hand() -> None:
    """With its text a passage is its sentence; without, the words that are cited."""
    opening = gs.PPS.requirements["PAR-02"].citation.opening
    work = gs.PPS.requirements["PAR-02"].citation.work
    text = f"Before this.\n\nTeveel private partners\nHere it says {opening} and more. After it.\n"
    source = Source.of(text, ("Teveel private partners",))
    quoted = audit({work.key: source})["audit/pps.md"]
    assert f"[“Here it says {opening} and more.”]{{.language-nl}}" in quoted
    assert f"[“{opening} …”]{{.language-nl}}" in pages("audit")["pps"]
    assert f"“{opening} …”" not in quoted


def test_the_numbers_are_those_of_the_rows() -> None:
    """How many rules stand on each basis is counted, and the counts add up to all rules."""
    (line,) = [line for line in PAGES["audit.md"].splitlines() if line.startswith("| rules | ")]
    *counts, together, ours = map(int, line.strip("| ").split(" | ")[1:])
    rules = [row for row in ENGLISH_ROWS if row.kind == "rule"]
    assert counts == [sum(row.basis is basis for row in rules) for basis in gs.Basis]
    assert sum(counts) == together == len(rules)
    assert ours == sum(bool(row.choice) or row.basis is gs.Basis.CHOICE for row in rules)
