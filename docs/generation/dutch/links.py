"""What pages of the Dutch book say of each other: names with links, and on what something stands."""

from __future__ import annotations

from generation.markdown import cited, plain, sentence
from gezondsamen.citations import Basis, Citation
from gezondsamen.evaluation.factors import Factor
from gezondsamen.language import DUTCH
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.statuses import basis_text, read_text


def rule(x: Requirement) -> str:
    """Return the name of a rule with its code, which leads to it, and on what it stands."""
    basis = basis_text(x.basis, DUTCH)
    return f"{sentence(plain(x.name.nl)).rstrip('.')} ([{x.code}](#regel-{x.code.lower()}); {basis})"


def process_name(x: Process) -> str:
    """Return the name of a process, which leads to it."""
    return f"[{plain(x.label.nl)}](#nl-proces-{x.key})"


def factor(x: Factor) -> str:
    """Return a factor in words; its code leads to where it stands with its source."""
    return f"{sentence(plain(x.label.nl)).rstrip('.')} ([{x.code}](#factor-nl-{x.code.lower()}))"


def sourced(citation: Citation | None, basis: Basis) -> str:
    """Return on what something stands: the kind of source, and the passage with the day of reading."""
    found = cited(citation, DUTCH) if citation else ""
    read = read_text(citation, DUTCH) if citation and found else ""
    return f"{basis_text(basis, DUTCH)}{': ' if found else ''}{found}{read}"
