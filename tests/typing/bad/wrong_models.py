"""Models and runs with what they do not take."""

# needs: numpy scipy

import gezondsamen as gs
from gezondsamen import simulation
from gezondsamen.simulation import Choice, Effect, Model, simulate
from gezondsamen.simulation.examples import partnership

simulation.Gama(mean=3.0, cv=0.1)  # error: [attr-defined]
Model("pps")  # error: [arg-type]
Model(gs.PPS, start=7)  # error: [arg-type]
Effect("trust", time_ratio=2.0)  # error: [call-arg]
Choice(["continue"])  # error: [arg-type]
simulate(partnership(), cases=10, horizon=10)  # error: [call-arg]
simulate(partnership(), cases="10", horizon=10, seed=1)  # error: [arg-type]
simulate(partnership(), cases=10, horizon=10, seed=1, engine="cython")  # error: [arg-type]
simulate(gs.PPS, cases=10, horizon=10, seed=1)  # error: [arg-type]
