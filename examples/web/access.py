"""Who may do what: a token for each role, a signature in each form, and what every answer forbids.

Real users, their passwords and their sessions are not here: see the README.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field

from gezondsamen.exchange.page import stylesheet

ROLES = ("read", "record", "waive")
"""Each may do what those before it may."""

LARGEST = 256 * 1024
"""Bytes of what is posted."""

COOKIE = "gezondsamen"

_STYLE = base64.b64encode(hashlib.sha256(stylesheet().encode()).digest()).decode()

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; form-action 'self'; base-uri 'none'; "
    f"frame-ancestors 'none'; style-src 'self' 'sha256-{_STYLE}'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""No script, picture or font at all; no style but ours; in nobody's frame, in nobody's cache."""


@dataclass(frozen=True)
class User:
    """Somebody with a token: the opaque id that entries bear, and the role."""

    id: str
    role: str
    token: str = field(repr=False)

    def may(self, role: str) -> bool:
        return self.role in ROLES[ROLES.index(role) :]


GUEST = User("", "", "")
"""Whoever bears no token: may do nothing."""


@dataclass(frozen=True)
class Access:
    """The tokens by role, and the secret with which forms and calendar addresses are signed."""

    tokens: Mapping[str, str] = field(repr=False)
    secret: bytes = field(repr=False)

    def user(self, token: str | None) -> User:
        """Return who bears a token; each is compared in full, so that time tells nothing."""
        given = (token or "").encode()
        found = [role for role in ROLES if hmac.compare_digest(self.tokens[role].encode(), given)]
        return User(f"u-{found[0]}", found[0], self.tokens[found[0]]) if found else GUEST

    def sign(self, purpose: str, text: str) -> str:
        return hmac.new(self.secret, f"{purpose}\0{text}".encode(), hashlib.sha256).hexdigest()

    def signed(self, purpose: str, text: str, signature: str) -> bool:
        return hmac.compare_digest(self.sign(purpose, text).encode(), signature.encode())
