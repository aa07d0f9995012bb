"""Search in two languages: every word is reduced to its stem in English, and that in Dutch.

Pages in both languages share one index, so that a word must be reduced the same way wherever it
stands: "samenwerkingen" finds "samenwerking", and "agreements" finds "agreement".
"""

from __future__ import annotations

from importlib.resources import files

import snowballstemmer
from sphinx.search import SearchLanguage
from sphinx.search.en import SearchEnglish
from sphinx.search.nl import SearchDutch

_SCRIPTS = ("base-stemmer.js", "english-stemmer.js", "dutch-stemmer.js")

_BOTH = """
window.Stemmer = function () {
  const english = new EnglishStemmer();
  const dutch = new DutchStemmer();
  this.stemWord = (word) => dutch.stemWord(english.stemWord(word));
};
"""


class SearchBoth(SearchLanguage):
    """Reduce words to their English and Dutch stems, here and in the browser."""

    lang = "nl-en"
    language_name = "Dutch and English"
    stopwords = frozenset(SearchEnglish.stopwords | SearchDutch.stopwords)

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self._english = snowballstemmer.stemmer("english")
        self._dutch = snowballstemmer.stemmer("dutch")
        folder = files("sphinx.search") / "minified-js"
        scripts = [(folder / name).read_text(encoding="utf-8") for name in _SCRIPTS]
        self.js_stemmer_code = "\n".join([*scripts, _BOTH])

    def stem(self, word: str) -> str:
        """Return the stem under which a word is found."""
        found: str = self._dutch.stemWord(self._english.stemWord(word.lower()))
        return found
