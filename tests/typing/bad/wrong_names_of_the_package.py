"""Names that the package itself does not have, though it loads some of its names late."""

# ruff: noqa: B018, F401

import gezondsamen as gs
from gezondsamen import Colaboration  # error: [attr-defined]

gs.PSS  # error: [attr-defined]
gs.Statd  # error: [attr-defined]
gs.evaluation_shedule  # error: [attr-defined]
