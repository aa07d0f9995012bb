"""How fast the web application answers: case page, check and step over HTTP on a loopback port.

Two server processes on one SQLite file, two clients, so many requests of each kind and no more. Beside
them, in the same run, an endpoint that does nothing.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from typing import Any

import attrs

import gezondsamen as gs
from benchmarks.measuring import Figure
from gezondsamen.examples import load
from gezondsamen.store import Store

CLIENTS = 2
REQUESTS, ROUNDS = 100, 5
TOKEN = "measured"
EXAMPLE = load("EX-07").case
VERSION = EXAMPLE.version
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
    """Take a step on a case that nobody took one on yet."""
    body = json.dumps({"version": VERSION, "step": "suspend"})
    return asked(port, "POST", f"/api/cases/step-{client}-{turn}", body)[0]


def copies() -> Iterator[gs.Collaboration]:
    """Yield a case for each step that is taken: the example under an id of its own."""
    first, *others = EXAMPLE.entries_after(0)
    for client in range(CLIENTS):
        for turn in range(REQUESTS):
            fact: Any = first.fact
            fact = attrs.evolve(fact, collaboration=f"step-{client}-{turn}")
            yield gs.Collaboration.replay(gs.PPS, [attrs.evolve(first, fact=fact), *others])


KINDS: dict[str, Callable[[int, int, int], int]] = {"bare": bare, "page": page, "check": check, "step": step}
"""What is asked of the servers."""


def spell(kind: str, port: int, client: int, first: int) -> list[float]:
    """Ask so many times, one after the other; return the milliseconds of each."""
    found = []
    for turn in range(first, first + REQUESTS // ROUNDS):
        begun = perf_counter()
        status = KINDS[kind](port, client, turn)
        found.append((perf_counter() - begun) * 1e3)
        if status != 200:
            raise RuntimeError(f"{kind} was answered with {status}")
    return found


def measured(url: str) -> dict[str, tuple[float, float]]:
    """Return for each kind how many were answered a second, and within which milliseconds 99 of 100."""
    taken = {kind: list[float]() for kind in KINDS}
    spent = dict.fromkeys(KINDS, 0.0)
    with serving(url) as port, ThreadPoolExecutor(CLIENTS) as pool:
        while asked(port, "GET", "/bare")[0] != 200:
            sleep(0.1)
        for turn in range(ROUNDS):
            for kind in KINDS:
                begun = perf_counter()
                first = turn * (REQUESTS // ROUNDS)
                futures = [pool.submit(spell, kind, port, client, first) for client in range(CLIENTS)]
                taken[kind] += [each for future in futures for each in future.result()]
                spent[kind] += perf_counter() - begun
    return {kind: (len(each) / spent[kind], quantiles(each, n=100)[-1]) for kind, each in taken.items()}


def figures() -> list[Figure]:
    """Return how fast each kind is answered, and how that compares with the bare endpoint."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/cases.db"
        with Store(url) as store:
            for case in (EXAMPLE, *copies()):
                store.create(case)
        found = measured(url)
    told = []
    for kind, (rate, slowest) in found.items():
        told.append(Figure(f"web, {kind}: answers a second", rate, "/s"))
        told.append(Figure(f"web, {kind}: 99 of 100 within", slowest, "ms"))
        if kind != "bare":
            told.append(Figure(f"web, {kind}: to the bare endpoint", found["bare"][0] / rate, "x"))
    return told
