"""The command about a model: print one to fill in, or simulate it."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib import import_module
from typing import Any

from gezondsamen.command.files import process_of, write_json, write_text
from gezondsamen.errors import InvalidArgument, MissingExtra


def simulate(options: Namespace) -> bool:
    """Simulate a model, tell how its cases end, and write all visits where that is asked for."""
    from gezondsamen import simulation

    if options.template:
        write_text(options, simulation.Model.template(process_of(options.model, options)))
        return True
    model = _model(options.model)
    result = simulation.simulate(model, cases=options.cases, horizon=options.horizon, seed=options.seed)
    if options.output is not None:
        writers = {".parquet": result.to_parquet, ".csv": result.to_csv}
        ending = options.output[options.output.rfind(".") :]
        if ending not in writers:
            message = f"the name ends with .csv or .parquet, not {ending}"
            raise InvalidArgument("unknown-form", message, ending)
        writers[ending](options.output)
        options.output = None
    columns = {name: column.tolist() for name, column in result.outcomes().items()}
    if options.json:
        write_json(options, columns)
    else:
        write_text(options, _table(columns))
    return True


def _model(name: str) -> Any:
    """Return the model that a name of Python stands for: `module:name`, a model or what makes one."""
    module, _, attribute = name.partition(":")
    sys.path.insert(0, "")  # what lies beside where one stands, as with `python -m`
    try:
        found = getattr(import_module(module), attribute)
    except MissingExtra:
        raise
    except (ImportError, AttributeError, ValueError) as problem:
        message = f"{name!r} is no model: give module:name ({problem})"
        raise InvalidArgument("unknown-model", message, name) from None
    finally:
        sys.path.remove("")
    return found() if callable(found) else found


def _table(columns: dict[str, list[Any]]) -> str:
    """Return columns as lines of text, numbers to four places."""
    rows = [list(columns), *zip(*columns.values(), strict=True)]
    texts = [[f"{x:.4f}" if isinstance(x, float) else str(x) for x in row] for row in rows]
    widths = [max(len(row[n]) for row in texts) for n in range(len(columns))]
    lines = (zip(row, widths, strict=True) for row in texts)
    return "\n".join("  ".join(text.ljust(width) for text, width in line).rstrip() for line in lines)
