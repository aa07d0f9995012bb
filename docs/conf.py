"""How Sphinx builds these pages; the package `generation` first writes those that follow from the values."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

sys.path.insert(0, str(Path(__file__).parent))
sys.path.append(str(Path(__file__).parents[1] / "examples" / "django_site"))  # a page runs it

from generation import generate
from generation.accessible import put_frames_right, put_right
from generation.languages import mark_language
from generation.llms import write_index
from generation.names import name_where_imported, shorten
from generation.search import SearchBoth

project = "gezondsamen"
author = "gezondsamen contributors"
project_copyright = author
release = version = installed_version("gezondsamen")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
]
# A story is no page: it stands at the top of the page of its process.
exclude_patterns = ["_build", "stories"]

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["tables.css", "pages.css"]
html_search_language = SearchBoth.lang
html_copy_source = False

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

# In docstrings a word between backticks is code; their examples run with the tests of the modules.
default_role = "code"
doctest_test_doctest_blocks = ""

autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
python_maximum_signature_line_length = 88

# Every name of our own must resolve. Other people's names cannot: their inventories would need a network.
_others = (
    *sorted(sys.stdlib_module_names),
    "attr",
    "attrs",
    "hypothesis",
    "icalendar",
    "matplotlib",
    "numpy",
    "pytest",
    "sqlalchemy",
    "transitions",
)
# Ours too, but not promised: they stand in signatures and may change.
_unpromised = (
    r"gezondsamen\.prose\.scene\.Scene",
    r"gezondsamen\.exchange\.markup\.Markup",
    r"gezondsamen\.frozen\.FrozenDict",
    r"gezondsamen\.exchange\.documents\.T",
    r"gezondsamen\.simulation\.exact\.(?:solve\._Course|renewal\.Curves)",
    r"gezondsamen\.simulation\.engine\..*",
    r"gezondsamen\.simulation\.results\.(?:counts|sums|summaries)\..*",
    r"gezondsamen\.simulation\.fitting\.(?:chances|clocks|phase|curves)\..*",
    r"gezondsamen\.dossier\.(?:known\.Known|journal\.(?:Journal|F_co))",
)
# Where annotations stay text, Sphinx takes these for classes: imports, and unions.
_names = ("date", "Values", "Anchor", "Condition", "Direction", "FactorKind", "RoleProfile", "Axes")
nitpick_ignore_regex = [
    (r"py:.*", rf"(?:{'|'.join(_others)})\..*"),
    (r"py:class", "|".join((*_unpromised, *_names))),
]


def _generate(app: Sphinx, config: Config) -> None:
    """Write the generated pages before Sphinx looks for its sources.

    `sphinx-build -D sources=FOLDER` quotes whole sentences of the five sources on the audit pages. These
    sentences are others' and no part of this project: such a build is for an audit, not to publish.
    """
    generate(Path(app.srcdir), Path(config.sources) if config.sources else None)


def _add_script(app: Sphinx, pagename: str, *_: object) -> None:
    """Give the audit pages their filter; no other page needs a script of ours."""
    if pagename.startswith(("reference/generated/audit/", "reference/generated/audit-nl/")):
        app.add_js_file("audit.js", loading_method="defer")


def setup(app: Sphinx) -> None:
    app.add_config_value("sources", "", "env")
    app.connect("config-inited", _generate)
    app.add_search_language(SearchBoth)
    app.connect("autodoc-process-signature", shorten)
    app.connect("env-updated", name_where_imported)
    app.connect("html-page-context", _add_script)
    app.connect("html-page-context", mark_language, priority=900)  # after the theme
    app.connect("html-page-context", put_right, priority=900)
    app.connect("build-finished", put_frames_right)
    app.connect("build-finished", write_index)
