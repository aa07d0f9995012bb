"""A PostgreSQL server for the tests: started on a loopback port when first asked for, and stopped again."""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa


def _binaries() -> Path | None:
    found = shutil.which("postgres")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((place for place in reversed(places) if (place / "initdb").exists()), None)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@cache
def server() -> str | None:
    """Return the URL of a server of this process, or None where PostgreSQL is not installed."""
    place = _binaries()
    if place is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="gezondsamen-pg-"))
    port = _free_port()
    user = [] if os.geteuid() else ["runuser", "-u", "postgres", "--"]  # it refuses to run as root
    if user:
        shutil.chown(folder, "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [*user, str(place / program), "-D", str(folder / "data"), *arguments]
        # Not through pipes: the server would keep them open.
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)

    def stop() -> None:
        run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)

    run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
    run("pg_ctl", "-o", options, "-l", str(folder / "log"), "-w", "start")
    atexit.register(stop)
    return f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"


_NUMBERS = itertools.count()


def postgres_url() -> Callable[[], str]:
    """Return what makes the URL of an empty schema; skips the test where there is no PostgreSQL."""
    url = server()
    if url is None:
        pytest.skip("PostgreSQL is not installed here; the same tests ran on SQLite")

    def fresh() -> str:
        name = f"store_{next(_NUMBERS)}"
        engine = sa.create_engine(url)
        with engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
        engine.dispose()
        return f"{url}?options=-csearch_path%3D{name}"

    return fresh
