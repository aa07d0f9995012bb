"""Start the application with the examples of the library in it: `python -m examples.web`."""

from __future__ import annotations

import argparse
import os
import secrets
from datetime import datetime
from zoneinfo import ZoneInfo

import uvicorn

from examples.web.access import ROLES, Site
from examples.web.site import application
from gezondsamen.examples import ids, load
from gezondsamen.store import Store

ZONE = ZoneInfo("Europe/Amsterdam")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m examples.web", description=__doc__)
    parser.add_argument("--database", default="sqlite:///cases.db", help="an SQLAlchemy URL")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--secure", action="store_true", help="behind https: cookies go nowhere else")
    store = Store((given := parser.parse_args()).database)
    for ident in ids() if next(store.ids(), None) is None else ():
        store.create(load(ident).case)
    own = {role: os.environ.get(f"TOKEN_{role.upper()}", "") for role in ROLES}
    made = {role: secrets.token_urlsafe(24) for role, token in own.items() if not token}
    secret = os.environ.get("SECRET", "").encode() or secrets.token_bytes(32)
    print(f"http://127.0.0.1:{given.port}/", *map(" ".join, made.items()), sep="\n", flush=True)
    app = application(Site(store, own | made, secret, lambda: datetime.now(ZONE).date(), given.secure))
    uvicorn.run(app, port=given.port, log_level="warning", server_header=False)


if __name__ == "__main__":
    main()
