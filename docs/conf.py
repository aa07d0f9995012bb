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
    "sphinx.ext.napoleon",
    "sphinxcontrib.mermaid",
]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = project

myst_enable_extensions = ["colon_fence", "deflist"]
myst_fence_as_directive = ["mermaid"]
myst_heading_anchors = 3

# Diagrams stay text until the page is read: the build needs no network and no other program.
mermaid_output_format = "raw"

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"

# Every name of our own must resolve. Other people's names cannot: their inventories would need a network.
_others = (*sorted(sys.stdlib_module_names), "attr", "attrs", "hypothesis", "icalendar", "transitions")
nitpick_ignore_regex = [(r"py:.*", rf"(?:{'|'.join(_others)})\..*")]


def _generate(app: Sphinx, _config: Config) -> None:
    """Write the generated pages before Sphinx looks for its sources."""
    generator = Path(app.confdir) / "generate.py"
    if generator.exists():
        runpy.run_path(str(generator))["generate"](Path(app.srcdir))


def setup(app: Sphinx) -> None:
    app.connect("config-inited", _generate)
