"""How Sphinx builds these pages; `generate.py`, where present, first writes those that follow from code."""

import runpy
import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

project = "gezondsamen"
author = "gezondsamen contributors"
project_copyright = author
release = version = installed_version("gezondsamen")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinxcontrib.mermaid",
]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["tables.css"]

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_fence_as_directive = ["mermaid"]
myst_heading_anchors = 3

# Diagrams stay text until the page is read: the build needs no network and no other program.
mermaid_output_format = "raw"

# In docstrings a word between backticks is code; their examples run with the tests of the modules.
default_role = "code"
doctest_test_doctest_blocks = ""

autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
python_maximum_signature_line_length = 88

# Every name of our own must resolve. Other people's names cannot: their inventories would need a network.
_others = (*sorted(sys.stdlib_module_names), "attr", "attrs", "hypothesis", "icalendar", "transitions")
# Ours too, but not promised: they stand in signatures and may change.
_unpromised = (
    r"gezondsamen\.decision\.wording\.Scene",
    r"gezondsamen\.dossier\.(?:fold\.Known|journal\.(?:Journal|F_co))",
)
# Where annotations stay text, Sphinx takes these for classes: an import, and two unions.
_names = ("date", "Anchor", "Condition")
nitpick_ignore_regex = [
    (r"py:.*", rf"(?:{'|'.join(_others)})\..*"),
    (r"py:class", "|".join((*_unpromised, *_names))),
]


def _generate(app: Sphinx, _config: Config) -> None:
    """Write the generated pages before Sphinx looks for its sources."""
    generator = Path(app.confdir) / "generate.py"
    if generator.exists():
        runpy.run_path(str(generator))["generate"](Path(app.srcdir))


def setup(app: Sphinx) -> None:
    app.connect("config-inited", _generate)
