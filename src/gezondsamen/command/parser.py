"""The arguments of each command, as a table, with help in Dutch and in English."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, HelpFormatter
from datetime import date, time
from typing import Any, Final, NoReturn

import attrs

from gezondsamen.language import LANGUAGES

Words = tuple[str, str]
"""A text in Dutch and in English."""

ABOUT: Final = (
    "Samenwerken aan gezondheid: documenten erin, tekst, JSON of bestanden eruit.",
    "Collaboration for public health: documents in, text, JSON or files out.",
)
CODES: Final = (
    "Afsluitcodes: 0 gedaan, of ja; 1 nee; 2 verkeerd gebruik; 3 iets kan niet worden gelezen, geschreven "
    "of berekend. Een bestand dat - heet, is de standaardinvoer.",
    "Exit codes: 0 done, or yes; 1 no; 2 wrong usage; 3 something cannot be read, written or computed. "
    "A file called - is the standard input.",
)
HELP: Final = ("toon deze hulp en stop", "show this help and stop")
TITLES: Final = {
    "commands": ("opdrachten", "commands"),
    "given": ("gegevens", "arguments"),
    "options": ("opties", "options"),
}


@attrs.frozen
class Argument:
    """Hold one argument: its flags or name, what it is called in help, and how argparse reads it."""

    flags: tuple[str, ...]
    help: Words
    how: dict[str, Any] = attrs.field(factory=dict)

    @classmethod
    def of(cls, *flags: str, nl: str, en: str, **how: Any) -> Argument:
        return cls(flags, (nl, en), how)


@attrs.frozen
class Command:
    """Hold one command: where it is carried out, what it does, and its arguments."""

    name: str
    module: str
    help: Words
    arguments: tuple[Argument, ...]


_one = Argument.of


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r}: 2024-01-31") from None


def _hour(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r}: 09:30") from None


CASE: Final = _one(
    "case", nl="document van een samenwerking", en="document of a collaboration", metavar="FILE"
)
LANG: Final = _one("--lang", nl="taal: nl of en", en="language: nl or en", choices=tuple(LANGUAGES))
JSON: Final = _one("--json", nl="geef JSON", en="give JSON", action="store_true")
OUTPUT: Final = _one("-o", "--output", nl="schrijf naar dit bestand", en="write to this file", metavar="FILE")
PROCESS: Final = _one(
    "--process",
    nl="document van een eigen proces; mag vaker",
    en="document of a process of your own; may be repeated",
    action="append",
    metavar="FILE",
)
ON: Final = _one(
    "--on",
    nl="de dag waarover het gaat (JJJJ-MM-DD); anders vandaag",
    en="the day that it is about (YYYY-MM-DD); else today",
    type=_day,
    metavar="DAY",
)
UNTIL: Final = _one("--until", nl="tot en met deze dag", en="through this day", type=_day, metavar="DAY")
TRACK: Final = _one("--track", nl="het spoor; anders het hoofdspoor", en="the track; else the main one")
HOLIDAYS: Final = _one(
    "--holidays", nl="ook feestdagen zijn vrij", en="public holidays are free too", action="store_true"
)
REGION: Final = _one(
    "--region",
    nl="ook schoolvakanties van deze regio zijn vrij; mag vaker",
    en="school holidays of this region are free too; may be repeated",
    choices=("noord", "midden", "zuid"),
    action="append",
)
DOCUMENTS: Final = _one("documents", nl="documenten", en="documents", nargs="+", metavar="FILE")

COMMANDS: Final = (
    Command(
        "check",
        "cases",
        ("mag deze stap, en wat ontbreekt er?", "may this step be taken, and what is missing?"),
        (
            CASE,
            _one("trigger", nl="de stap", en="the step", metavar="STEP"),
            _one("--about", nl="de partij om wie het gaat", en="the party that it is about", metavar="PARTY"),
            ON,
            TRACK,
            JSON,
        ),
    ),
    Command(
        "explain",
        "cases",
        ("hoe staat deze samenwerking ervoor?", "how does this collaboration stand?"),
        (CASE, ON, TRACK, JSON),
    ),
    Command(
        "plan",
        "cases",
        ("de kortste weg naar een fase", "the shortest way to a phase"),
        (CASE, _one("phase", nl="de fase", en="the phase", metavar="PHASE"), ON, TRACK, JSON),
    ),
    Command(
        "schedule",
        "cases",
        ("wanneer er wordt geëvalueerd, ook als agenda", "when to evaluate, also as a calendar"),
        (
            CASE,
            _one("--format", nl="vorm", en="form", choices=("text", "json", "ics"), default="text"),
            _one(
                "--previous", nl="de agenda van vorige keer", en="the calendar of last time", metavar="FILE"
            ),
            _one("--at", nl="tijd (UU:MM)", en="time (HH:MM)", type=_hour, metavar="TIME"),
            _one("--domain", nl="eigen domein, voor de agenda", en="domain of your own, for the calendar"),
            ON,
            UNTIL,
            HOLIDAYS,
            REGION,
            JSON,
        ),
    ),
    Command(
        "page",
        "cases",
        ("een webpagina over een samenwerking", "a web page about a collaboration"),
        (CASE, ON, UNTIL, TRACK, HOLIDAYS, REGION),
    ),
    Command(
        "draw",
        "processes",
        ("teken een proces", "draw a process"),
        (
            _one("name", nl="proces of document", en="process or document", metavar="PROCESS"),
            _one("--format", nl="vorm", en="form", choices=("svg", "dot", "mermaid"), default="svg"),
            _one(
                "--phase",
                nl="de fase van nu; anders die van de samenwerking",
                en="the present phase; else that of the case",
            ),
            _one(
                "--visited",
                nl="een fase die is doorlopen; mag vaker; die van een samenwerking gaan vanzelf mee",
                en="a phase gone through; may be repeated; those of a case are marked anyway",
                action="append",
                metavar="PHASE",
            ),
        ),
    ),
    Command(
        "rules",
        "processes",
        ("de regels van processen, met hun bron", "the rules of processes, with their sources"),
        (
            _one(
                "names", nl="processen; anders alle", en="processes; else all", nargs="*", metavar="PROCESS"
            ),
            _one(
                "--code",
                nl="alleen deze regel; mag vaker",
                en="this rule only; may be repeated",
                action="append",
            ),
            _one("--format", nl="vorm", en="form", choices=("text", "json", "csv", "xlsx"), default="text"),
            JSON,
        ),
    ),
    Command(
        "validate",
        "conversion",
        ("zijn deze documenten geldig?", "are these documents valid?"),
        (DOCUMENTS, JSON),
    ),
    Command(
        "convert",
        "conversion",
        ("schrijf documenten in een andere vorm", "write documents in another form"),
        (
            DOCUMENTS,
            _one(
                "--to",
                nl="document van nu, of overzicht of logboek van samenwerkingen",
                en="document of today, or overview or log of collaborations",
                choices=("json", "csv", "xlsx", "xes", "ocel", "ocel-xml", "ocel-sqlite"),
                default="json",
            ),
            ON,
            UNTIL,
        ),
    ),
    Command(
        "simulate",
        "simulation",
        ("boots een model na", "simulate a model"),
        (
            _one(
                "model",
                nl="module:naam van een model, of met --template een proces",
                en="module:name of a model, or with --template a process",
                metavar="MODEL",
            ),
            _one(
                "--template",
                nl="geef een model om in te vullen",
                en="give a model to fill in",
                action="store_true",
            ),
            _one("--cases", nl="aantal gevallen", en="number of cases", type=int, default=10_000),
            _one("--horizon", nl="aantal jaren", en="number of years", type=float, default=10.0),
            _one("--seed", nl="startgetal", en="seed", type=int, default=1),
            JSON,
        ),
    ),
)
"""Every command, in the order of the help."""

EVERYWHERE: Final = (PROCESS, OUTPUT, LANG)
"""The options of every command."""


class _Formatter(HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)


_DUTCH: Final = (
    ("the following arguments are required: ", "dit ontbreekt: "),
    ("unrecognized arguments: ", "onbekend: "),
    ("argument ", "bij "),
    ("invalid choice: ", "geen keuze is "),
    ("choose from ", "kies uit "),
    ("expected one argument", "hier hoort een waarde achter"),
    ("expected at least one argument", "hier hoort minstens één waarde achter"),
    ("invalid int value: ", "geen heel getal is "),
    ("invalid float value: ", "geen getal is "),
)
"""What argparse says of wrong arguments, part by part."""


class _DutchParser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        for english, dutch in _DUTCH:
            message = message.replace(english, dutch)
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: fout: {message}\n")


class _DutchFormatter(_Formatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


def parser_of(lang: str) -> ArgumentParser:
    """Return what reads the arguments, with its help in a language."""
    which = int(lang != "nl")
    shape: dict[str, Any] = {"formatter_class": _Formatter if which else _DutchFormatter, "add_help": False}
    kind = ArgumentParser if which else _DutchParser
    parser = kind("gezondsamen", description=ABOUT[which], epilog=CODES[which], **shape)
    parser.set_defaults(lang=lang)
    options = parser.add_argument_group(TITLES["options"][which])
    _add(options, _one("-h", "--help", nl=HELP[0], en=HELP[1], action="help"), which)
    _add(options, LANG, which)
    commands = parser.add_subparsers(
        title=TITLES["commands"][which], metavar=TITLES["commands"][which].upper(), required=True
    )
    for command in COMMANDS:
        own = commands.add_parser(
            command.name, help=command.help[which], description=command.help[which], **shape
        )
        own.set_defaults(module=command.module, command=command.name, lang=lang, own=None)
        given = own.add_argument_group(TITLES["given"][which])
        options = own.add_argument_group(TITLES["options"][which])
        for argument in (*command.arguments, *EVERYWHERE):
            _add(options if argument.flags[0].startswith("-") else given, argument, which)
        _add(options, _one("-h", "--help", nl=HELP[0], en=HELP[1], action="help"), which)
    return parser


def _add(group: Any, argument: Argument, which: int) -> None:
    group.add_argument(*argument.flags, help=argument.help[which], **argument.how)
