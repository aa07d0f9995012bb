"""The command line: documents in; text, JSON or files out.

`main` reads the arguments (`parser`) and calls what carries out a command: about a case (`cases`), a process
(`processes`), documents (`conversion`) or a model (`simulation`). What is read and written stands in `files`.

Arguments are read with argparse of the standard library: it adds no dependency to a library that others
embed, and starts in a fifth of the time of the larger ones. Exit codes, for scripts:

- 0: done, and where something was asked the answer is yes;
- 1: the answer is no: the step is not allowed, there is no way, a document is not valid;
- 2: the arguments are wrong;
- 3: something cannot be read, written or computed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from gezondsamen.command.parser import parser_of
from gezondsamen.command.terminal import survive
from gezondsamen.errors import GezondsamenError
from gezondsamen.language import DUTCH, LANGUAGES, language_of

YES, NO, WRONG, FAILED = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command, by default that of the command line, and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    survive(sys.stdout, sys.stderr)
    options = parser_of(_language(given)).parse_args(given)
    run = getattr(import_module(f"gezondsamen.command.{options.module}"), options.command)
    try:
        answer: bool = run(options)
    except GezondsamenError as refused:
        print(refused.text(options.lang), file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # who reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return YES
    except OSError as problem:
        words = ("{name} kan niet worden gelezen of geschreven", "{name} cannot be read or written")
        name = "" if problem.filename is None else problem.filename
        told = language_of(options.lang)(*words, name=name).strip()
        print(told, f"({problem.strerror})", file=sys.stderr)
        return FAILED
    return YES if answer else NO


def _language(given: Sequence[str]) -> str:
    """Return the language that is asked for: help is told in it too."""
    for number, word in enumerate(given):
        following = given[number + 1] if number + 1 < len(given) else ""
        value = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and value in LANGUAGES:
            return value
    return DUTCH.code
