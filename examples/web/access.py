"""Who may do what: a token for each role, a signature in each form, and what every answer forbids.

Real users, their passwords and their sessions are not here: see the README.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from gezondsamen.exchange.page import stylesheet
from gezondsamen.store import Store

ROLES = ("read", "record", "waive")
"""Each may do what those before it may."""

LARGEST = 256 * 1024
"""Bytes of what is posted."""

COOKIE = "gezondsamen"
STYLE_HASH = base64.b64encode(hashlib.sha256(stylesheet().encode()).digest()).decode()

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; form-action 'self'; base-uri 'none'; "
    f"frame-ancestors 'none'; style-src 'self' 'sha256-{STYLE_HASH}'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""No script, picture or font at all; no style but ours; in nobody's frame, in nobody's cache."""


@dataclass(frozen=True)
class Site:
    """What all requests share: the store, a token for each role, and the secret with which is signed.

    `today` is asked anew each time: the library reads no clock.
    """

    store: Store
    tokens: Mapping[str, str] = field(repr=False)
    secret: bytes = field(repr=False)
    today: Callable[[], date]
    secure: bool = False

    def role(self, token: str) -> str:
        """Return the role of who bears a token, or none; time tells nothing about the tokens."""
        same = [hmac.compare_digest(self.tokens[role].encode(), token.encode()) for role in ROLES]
        return ROLES[same.index(True)] if any(same) else ""

    def sign(self, purpose: str, text: str) -> str:
        return hmac.new(self.secret, f"{purpose}\0{text}".encode(), hashlib.sha256).hexdigest()

    def signed(self, purpose: str, text: str, signature: str) -> bool:
        return hmac.compare_digest(self.sign(purpose, text).encode(), signature.encode())
