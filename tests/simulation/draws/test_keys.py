"""Laws of the names of draws: none is spelt twice, and none ever changes."""

from __future__ import annotations

import pytest

from gezondsamen.phases import PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.simulation.draws import keys
from gezondsamen.simulation.draws.keys import digest


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("phase/negotiation", 0x616C8637),
        ("phase/management", 0xC0956AB7),
        ("clock/negotiation/reach_accord", 0x27D15223),
        ("", 0x46D2E936),
    ],
)
def test_the_words_of_names_stay(name: str, word: int) -> None:
    """What a name is drawn under never changes: the draws of released versions stay."""
    assert digest(name) == word


@pytest.mark.parametrize(
    ("word", "name"),
    [
        (keys.phase("negotiation"), "phase/negotiation"),
        (keys.clock("negotiation", "reach_accord"), "clock/negotiation/reach_accord"),
        (keys.mark("management", "add_partner", 0), "mark/management/add_partner"),
        (keys.mark("management", "add_partner", 2), "mark/management/add_partner/2"),
        (keys.point("progress_talk"), "point/progress_talk"),
    ],
)
def test_each_draw_has_its_own_kind_of_name(word: int, name: str) -> None:
    """What is drawn for a visit, a competing step, a mark or a moment is spelt in one way."""
    assert word == digest(name)


@pytest.mark.parametrize("process", PROCESSES.values(), ids=PROCESSES)
def test_no_two_draws_of_a_process_share_a_word(process: Process) -> None:
    """Phases, competing steps, marks and points of each process have words of their own."""
    words = [keys.phase(phase.key) for phase in process.phases]
    words += [keys.point(point.key) for point in process.evaluation_points]
    for step in process.transitions:
        if step.is_loop:
            words += [keys.mark(step.source, step.trigger, block) for block in range(3)]
        else:
            words.append(keys.clock(step.source, step.trigger))
    assert len(set(words)) == len(words)
