"""Check every citation of the five sources against their texts.

From `docs`, with the folder that holds the texts (`generation.sources` says under which names):

    python -m generation.check_citations FOLDER

It prints each citation that cannot be looked up, and exits with 1 where there is one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generation.citations import citations, problems
from generation.sources import WORKS, read_sources


def main(arguments: list[str]) -> int:
    """Check every citation against the texts in a folder, print what is wrong, and return the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    cited = citations()
    of_a_source = [x for x in cited if x.work in WORKS]
    wrong = problems(read_sources(Path(arguments[0]), cited), cited)
    for citation, found in wrong.items():
        print(f"{citation.text()}: {'; '.join(found)} ({', '.join(cited[citation])})")
    print(f"{len(of_a_source)} citations of the five sources, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
