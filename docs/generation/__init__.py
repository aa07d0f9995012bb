"""The pages that follow from the values: rules, processes, terms and the rest, and the Dutch book.

`conf.py` calls `generate` before Sphinx looks for its sources. What is written here is never edited
by hand: a page is wrong where a value is wrong. Only the stories are told by people, in `docs/stories`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generation.audit import audit
from generation.citations import citations
from generation.dutch import book
from generation.examples import examples_page
from generation.factors import factors_page
from generation.limits import limits_page
from generation.mentions import mentions_page
from generation.pictures import draw
from generation.processes import process_page, processes_page
from generation.quantities import quantities_page
from generation.reading import reading_copy
from generation.refusals import refusals_page
from generation.roles import roles_page
from generation.rules import families, family_page, rules_page
from generation.sources import read_sources
from generation.standing import PROCESSES
from generation.stories import read_stories
from generation.study import study_page
from generation.vocabulary import conditions_page, facts_page
from generation.words import glossary_page, terms_page, topics_page, works_page


def generate(docs_dir: Path, sources: Path | None = None) -> None:
    """Write all pages under `reference/generated` and `nl/boek`, and remove those that no longer follow.

    With `sources`, the folder of the texts of the five sources, the audit quotes whole sentences.
    """
    texts = read_sources(sources, citations()) if sources else None
    root = docs_dir / "reference" / "generated"
    stories = read_stories(docs_dir / "stories", (process.key for process in PROCESSES))
    pages = {
        "rules.md": rules_page(),
        **{f"rules/{family.lower()}.md": family_page(family) for family in families()},
        "limits.md": limits_page(),
        **audit(texts),
        **reading_copy(),
        "processes/index.md": processes_page(),
        **{f"processes/{x.key}.md": process_page(x, stories[x.key]) for x in PROCESSES},
        "factors.md": factors_page(),
        "quantities.md": quantities_page(),
        "roles.md": roles_page(),
        "mentions.md": mentions_page(),
        "examples.md": examples_page(),
        "refusals.md": refusals_page(),
        "terms.md": terms_page(),
        "topics.md": topics_page(),
        "glossary.md": glossary_page(),
        "works.md": works_page(),
        "facts.md": facts_page(),
        "conditions.md": conditions_page(),
    }
    draw(root / "pictures")
    pages["study.md"] = study_page(docs_dir.parent / "examples" / "study.ipynb", root / "pictures")
    _write(root, pages)
    told = read_stories(docs_dir / "stories" / "nl", stories)
    _write(docs_dir / "nl" / "boek", book(told))


def _write(root: Path, pages: Mapping[str, str]) -> None:
    """Write the pages that changed, and remove those that no longer follow."""
    for name, text in pages.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for path in root.rglob("*.md"):
        if path.relative_to(root).as_posix() not in pages:
            path.unlink()
