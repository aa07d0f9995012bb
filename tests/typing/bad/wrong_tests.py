"""Tests of a host that ask what `gezondsamen.testing` does not have."""

# needs: hypothesis

from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen import testing
from gezondsamen.testing import Drop, ProcessWalk, RuleCoverage, canonical, collaborations, edited

collaborations("pps")  # error: [arg-type]
collaborations(gs.PPS, phase=7)  # error: [arg-type]
collaborations(gs.PPS, edits=st.just("drop"))  # error: [arg-type]
testing.nearly_ready(gs.PPS, "conclude_agreement")  # error: [call-arg]
testing.almost_ready(gs.PPS, "conclude_agreement")  # error: [attr-defined]
testing.assert_process_laws("pps")  # error: [arg-type]
edited(canonical(gs.PPS), Drop("2"))  # error: [arg-type]
testing.paths(gs.PPS, "triggers")  # error: [arg-type]
testing.as_test(canonical(gs.PPS))  # error: [call-arg]
RuleCoverage().report("pps")  # error: [arg-type]
RuleCoverage().unseen(gs.PPS, "missed")  # error: [arg-type]


class Walk(ProcessWalk):
    process = "pps"  # error: [assignment]
    aim = 7  # error: [assignment]
    laws = "few"  # error: [assignment]
