"""How the page looks, on a screen, on a phone and on paper.

Colours have names: an ink is read on every paper with a contrast of 4.5 to 1 at least. No rule names
a colour otherwise, and none tells a status by colour alone: a sign and a word always go with it.
"""

from __future__ import annotations

from typing import Final

INKS: Final = {
    "ink": "#1b2733",
    "ink-soft": "#47535f",
    "ink-link": "#0b4a8f",
    "ink-stop": "#8c1d18",
    "ink-heed": "#6b4300",
    "ink-good": "#14532d",
}
"""Colours of texts and lines."""

PAPERS: Final = {
    "paper": "#ffffff",
    "paper-soft": "#f2f5f8",
    "paper-stop": "#fdeeec",
    "paper-heed": "#fdf4dc",
    "paper-good": "#e8f5ec",
}
"""Colours behind texts."""

_LINES: Final = {"line": "#c3ccd5"}

_RULES: Final = """
* { box-sizing: border-box; }
html { color-scheme: light; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 1rem 2rem; max-width: 66rem; color: var(--ink);
  background: var(--paper); line-height: 1.5; overflow-wrap: anywhere;
  font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .35rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.6rem 0 .7rem; padding-top: .7rem;
  border-top: 3px solid var(--ink); }
h3 { font-size: 1.12rem; line-height: 1.3; margin: 1.9rem 0 .3rem; }
p, ul, ol, dl { margin: .35rem 0 .7rem; max-width: 46rem; }
ul, ol { padding-left: 1.3rem; }
li { margin: .15rem 0; }
a { color: var(--ink-link); text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; background: var(--paper-heed); }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem; }
header { padding-top: 1.8rem; }
.kind { color: var(--ink-soft); margin: 0 0 .2rem; }
.facts { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0 0; padding: 0; max-width: none; }
.facts div { flex: 1 1 13rem; background: var(--paper-soft); border-left: 4px solid var(--ink);
  padding: .5rem .8rem; }
.facts dt { color: var(--ink-soft); font-size: .85rem; }
.facts dd { margin: 0; font-weight: 600; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; max-width: none; }
nav p { margin: 1.2rem 0 0; font-weight: 600; }
nav a { display: inline-block; padding: .2rem 0; }
.status { display: inline-block; font-weight: 600; padding: .1rem .5rem .1rem .3rem;
  border: 1.5px solid; border-radius: .3rem; line-height: 1.35; overflow-wrap: normal;
  text-indent: -1.1em; padding-left: 1.4em; }
.sign { display: inline-block; width: 1.1em; text-indent: 0; text-align: center; }
.good { color: var(--ink-good); background: var(--paper-good); }
.stop { color: var(--ink-stop); background: var(--paper-stop); border-width: 2.5px; }
.heed { color: var(--ink-heed); background: var(--paper-heed); border-style: dashed; }
.calm { color: var(--ink-soft); background: var(--paper-soft); }
.step-list { list-style: none; padding: 0; max-width: none; }
.step-list li { display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: baseline;
  padding: .35rem 0; border-bottom: 1px solid var(--line); }
.step-list .name { flex: 1 1 15rem; }
table { width: 100%; border-collapse: collapse; margin: .8rem 0 1.4rem; font-size: .93rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; color: var(--ink-soft); }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); }
thead th { overflow-wrap: break-word; border-bottom: 2px solid var(--ink); background: var(--paper-soft); }
tbody th { font-weight: 600; }
td ul { margin: .1rem 0 .5rem; padding-left: 1.05rem; }
td p { margin: 0 0 .4rem; }
.rules th:nth-child(1) { width: 25%; }
.rules tbody th { font-weight: 400; }
.rules th:nth-child(2) { width: 17%; }
.rules th:nth-child(4) { width: 29%; }
.agreements th:nth-child(1) { width: 19%; }
.agreements th:nth-child(2), .agreements th:nth-child(3) { width: 15%; }
.agreements th:nth-child(5) { width: 18%; }
.agreements th:nth-child(6) { width: 8%; }
.rule-name { display: block; font-weight: 600; }
.code { color: var(--ink-soft); white-space: nowrap; font-size: .9em; }
.small { font-size: .9em; font-weight: 400; color: var(--ink-soft); }
.part { font-weight: 600; margin: 0; }
.agenda th:nth-child(1) { width: 17%; }
.agenda th:nth-child(2) { width: 15%; }
.agenda th:nth-child(3) { width: 30%; }
.journal th:nth-child(1) { width: 8%; }
.journal th:nth-child(2) { width: 18%; }
.recorded th:last-child { width: 8%; }
.gone { text-decoration: line-through; color: var(--ink-soft); }
:target { background: var(--paper-heed); outline: 3px solid var(--ink); outline-offset: 2px; }
.steps th:nth-child(1) { width: 38%; }
tr[aria-current] { outline: 3px solid var(--ink); outline-offset: -3px; }
figure { margin: 1rem 0; }
svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
svg text { font-family: inherit; }
svg text:not(.paper) { fill: var(--ink); }
figcaption { margin-top: .8rem; }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 3px solid var(--ink); }
footer h2 { border: 0; margin: 1.2rem 0 .3rem; padding: 0; font-size: 1.12rem; }
@media screen and (max-width: 44rem) {
  h1 { font-size: 1.5rem; }
  table, tbody, tr, th, td, caption { display: block; width: auto !important; }
  thead { position: absolute; left: -999rem; }
  tr { border: 1px solid var(--line); border-top: 3px solid var(--ink); margin: 0 0 1rem; padding: .3rem 0; }
  th, td { border: 0; padding: .3rem .7rem; }
  td::before { content: attr(data-label); display: block; font-size: .85rem; color: var(--ink-soft); }
  td:has(> div:empty) { display: none; }
}
@media print {
  @page { size: A4; margin: 14mm 13mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
  header { padding-top: 0; }
  nav, .skip { display: none; }
  h1 { font-size: 18pt; }
  h2 { font-size: 13.5pt; margin-top: 1.5rem; }
  h3 { font-size: 11pt; margin-top: 1.1rem; }
  h2, h3, caption, .lead { break-after: avoid; }
  p, li { orphans: 2; widows: 2; }
  table { font-size: 9pt; }
  thead { display: table-header-group; }
  tr, .facts, figure, .step-list li { break-inside: avoid; }
  th, td { padding: .3rem .4rem; }
  a { color: var(--ink); }
  .status, .facts div, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  svg { max-height: 225mm; }
}
"""


def stylesheet() -> str:
    """Return the whole style sheet."""
    colours = {**INKS, **PAPERS, **_LINES}
    named = " ".join(f"--{name}: {value};" for name, value in colours.items())
    return f":root {{ {named} }}{_RULES}"
