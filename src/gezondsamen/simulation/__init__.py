"""For researchers: trajectories of a process, from dwell times, chances and effects.

Only this room opens the door to numpy, scipy and Arrow: `pip install "gezondsamen[simulation]"`.

Its own rooms, each on those before it: `model`, `draws`, `engine`; then `plots` and `files`; then `results`,
`exact` and `fitting`. `simulate` stands in `call`, made-up models in `examples`.
"""

from __future__ import annotations

from gezondsamen.errors import MissingExtra

try:
    import numpy  # noqa: F401
    import scipy  # noqa: F401
except ModuleNotFoundError as missing:
    raise MissingExtra("simulation", str(missing.name)) from None

from gezondsamen.simulation.call import simulate
from gezondsamen.simulation.engine.categorical import Categorical
from gezondsamen.simulation.exact.solve import Exact, solve
from gezondsamen.simulation.fitting.call import fit
from gezondsamen.simulation.fitting.fitted import Fit
from gezondsamen.simulation.fitting.observation import observe
from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.assumptions import Arrivals, Choice, Effect, Piecewise
from gezondsamen.simulation.model.composed import Mixture, Scipy, Shifted
from gezondsamen.simulation.model.distributions import (
    Distribution,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    LogNormal,
    Weibull,
)
from gezondsamen.simulation.model.documents import dumps, loads
from gezondsamen.simulation.model.errors import InvalidModel
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.parameters import simulate_each
from gezondsamen.simulation.results.comparison import Comparison
from gezondsamen.simulation.results.measures import (
    Accrued,
    Duration,
    Ended,
    InPhase,
    Reached,
    StepCount,
    TimeIn,
    VisitCount,
)
from gezondsamen.simulation.results.result import Result
from gezondsamen.simulation.results.uncertainty import ParameterUncertainty
from gezondsamen.simulation.scenarios import compare

__all__ = [
    "Accrued",
    "Arrivals",
    "Categorical",
    "Choice",
    "Comparison",
    "Distribution",
    "Duration",
    "Effect",
    "Empirical",
    "Ended",
    "Exact",
    "Exponential",
    "Fit",
    "Fixed",
    "Gamma",
    "InPhase",
    "InvalidModel",
    "LogNormal",
    "Mixture",
    "Model",
    "ParameterUncertainty",
    "Piecewise",
    "Reached",
    "Result",
    "Scipy",
    "Shifted",
    "StepCount",
    "TimeIn",
    "VisitCount",
    "Visits",
    "Weibull",
    "compare",
    "dumps",
    "fit",
    "loads",
    "observe",
    "simulate",
    "simulate_each",
    "solve",
]
