"""How fast the web application answers: case page, check and step over HTTP on a loopback port.

Two server processes on one SQLite file, two clients, so many requests of each kind and no more. Beside
them, in the same run, an endpoint that does nothing.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

CLIENTS = 2
REQUESTS = 200
DAY = date(2026, 11, 27)
TOKEN = "measured"
ROOT = Path(__file__).parents[1]

SERVER = """
import socket, sys
from datetime import date
import uvicorn
from examples.web.access import Site
from examples.web.site import application
from gezondsamen.store import Store
url, descriptor = sys.argv[1:]
tokens = dict.fromkeys(("read", "record"), "-") | {"waive": "measured"}
app = application(Site(Store(url), tokens, b"secret", lambda: date(2026, 11, 27)))
@app.get("/bare")
def bare(): return {}
uvicorn.Server(uvicorn.Config(app, log_level="critical")).run([socket.socket(fileno=int(descriptor))])
"""


@contextmanager
def serving(url: str) -> Iterator[int]:
    """Run two servers on one port, as many as there are cores to measure on; yield the port."""
    import socket

    with socket.create_server(("127.0.0.1", 0), backlog=128) as listening:
        descriptor = listening.fileno()
        paths = os.pathsep.join((str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))
        servers = [
            subprocess.Popen(
                [sys.executable, "-c", SERVER, url, str(descriptor)],
                pass_fds=[descriptor],
                env={**os.environ, "PYTHONPATH": paths},
            )
            for _ in range(2)
        ]
        try:
            port: int = listening.getsockname()[1]
            yield port
        finally:
            for server in servers:
                server.terminate()
            for server in servers:
                server.wait()


def asked(port: int, method: str, path: str, body: str | None = None) -> tuple[int, bytes]:
    """Ask once on a connection of its own, so that either server may take it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Bearer {TOKEN}", "Cookie": f"gezondsamen={TOKEN}"}
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def bare(port: int, client: int, turn: int) -> int:
    return asked(port, "GET", "/bare")[0]


def page(port: int, client: int, turn: int) -> int:
    return asked(port, "GET", "/nl/cases/EX-07")[0]


def check(port: int, client: int, turn: int) -> int:
    return asked(port, "GET", "/api/cases/EX-07/steps/add_partner")[0]


def step(port: int, client: int, turn: int) -> int:
    """Take a step on a case of one's own: a suspension, and next time its end."""
    version = 20 + turn
    trigger = "suspend" if turn % 2 == 0 else "resume"
    body = json.dumps({"version": version, "step": trigger})
    return asked(port, "POST", f"/api/cases/step-{client}", body)[0]


KINDS: dict[str, Callable[[int, int, int], int]] = {"bare": bare, "page": page, "check": check, "step": step}
