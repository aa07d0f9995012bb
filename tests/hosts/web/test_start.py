"""Starting the web application: what it is given by the environment, and what it tells."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from examples.web.__main__ import main
from examples.web.access import ROLES


def test_tokens_of_the_environment_are_not_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the tokens that were made anew are told; those that were given count, and stay secret."""
    served: list[Any] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **_: served.append(app))
    monkeypatch.setattr("examples.web.__main__.ids", lambda: ["EX-07"])
    monkeypatch.setattr(sys, "argv", ["web", "--database", f"sqlite:///{tmp_path}/cases.db"])
    for role in ROLES:
        monkeypatch.delenv(f"TOKEN_{role.upper()}", raising=False)
    monkeypatch.setenv("TOKEN_RECORD", "given-to-record")
    main()
    _, *lines = capsys.readouterr().out.splitlines()
    told = dict(line.split() for line in lines)
    [app] = served
    assert told.keys() == {"read", "waive"}
    assert app.state.site.role("given-to-record") == "record"
    assert {app.state.site.role(token) for token in told.values()} == told.keys()
