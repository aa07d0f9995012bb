"""Stories for people who know the field: a process told in Gherkin, and stories of your own that run.

`gherkin` writes the stories of a process, `story` does what their sentences say, and `steps` is the plugin
that lets pytest-bdd run them. The sentences stand in `prose.stories`.
"""

from gezondsamen.testing.stories.gherkin import to_gherkin
from gezondsamen.testing.stories.story import Story

__all__ = ["Story", "to_gherkin"]
