"""The agenda of the first talks with partners."""

from __future__ import annotations

import gezondsamen as gs
from gezondsamen.catalogue.quantities import QUANTITIES
from gezondsamen.phases.agenda import AGENDA

HEADING = "Belangrijke onderwerpen om te bespreken met partners"


def test_the_agenda_has_as_many_topics_as_the_guide() -> None:
    """Eight topics, each of them once, and the quantity that counts them names the same rules."""
    (counted,) = [quantity for quantity in QUANTITIES if quantity.code == "Q-05"]
    assert counted.value == str(len(AGENDA)) == str(len({topic.code for topic in AGENDA}))
    assert counted.rules == tuple(topic.code for topic in AGENDA)


def test_every_topic_stands_on_the_list_of_the_guide() -> None:
    """Each topic cites the passage where the guide lists what to discuss."""
    assert {(topic.citation.work.key, topic.citation.heading) for topic in AGENDA} == {
        ("guide_healthy_school", HEADING)
    }


def test_the_healthy_school_asks_every_topic() -> None:
    """The process for which the guide was written has each topic as a rule, and the same one."""
    for topic in AGENDA:
        assert gs.HEALTHY_SCHOOL.requirements[topic.code] == topic


def test_every_topic_can_be_settled() -> None:
    """No topic is a mere note."""
    assert not any(topic.is_note for topic in AGENDA)
