"""Start the application with the examples of the library in it: `python -m examples.web`."""

from __future__ import annotations

import argparse
import os
import secrets
from datetime import date, datetime
from zoneinfo import ZoneInfo

import uvicorn

from examples.web.access import ROLES, Access
from examples.web.site import Site, application
from gezondsamen.examples import ids, load
from gezondsamen.store import Store


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m examples.web", description=__doc__)
    parser.add_argument("--database", default="sqlite:///cases.db", help="an SQLAlchemy URL")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--secure", action="store_true", help="behind https: cookies go nowhere else")
    given = parser.parse_args()
    store = Store(given.database)
    if not next(store.ids(), None):
        for ident in ids():
            store.create(load(ident).case)
    tokens = {role: os.environ.get(f"TOKEN_{role.upper()}") or secrets.token_urlsafe(24) for role in ROLES}
    secret = os.environ.get("SECRET", "").encode() or secrets.token_bytes(32)
    print(
        f"http://{given.host}:{given.port}/",
        *(f"{role:7} {tokens[role]}" for role in ROLES),
        sep="\n",
        flush=True,
    )
    app = application(Site(store, Access(tokens, secret), today, given.secure))
    uvicorn.run(app, host=given.host, port=given.port, log_level="warning", server_header=False)


if __name__ == "__main__":
    main()
