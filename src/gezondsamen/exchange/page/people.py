"""Who takes part, in which roles, and what is agreed; and where the other processes stand."""

from __future__ import annotations

from datetime import date

from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.roles import Role
from gezondsamen.exchange.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.journal import line_link
from gezondsamen.exchange.page.opening import phase_text, track_text
from gezondsamen.exchange.page.view import View
from gezondsamen.language import Language, capitalised
from gezondsamen.prose import case_page as words
from gezondsamen.prose.several import ALL_OF, ALL_PARTIES


def parties(view: View) -> Markup:
    """Return the parties, and their roles; persons are not named."""
    say, known = view.say, view.dossier.known
    name_of = view.teller.v.name
    gone = [(name_of(m.party.id), m.left[0]) for m in known.members.values() if m.left is not None]
    parts: list[Markup] = []
    if view.dossier.parties:
        parts.append(_party_table(view))
    else:
        parts.append(element("p", say(*words.NOBODY_TAKES_PART_YET)))
    if gone:
        names = say.listing([f"{name} ({say.day(day)})" for name, day in gone])
        text = say(*words.NO_LONGER_TAKE_PART, names=names)
        parts.append(element("p", text))
    if roles := view.case.roles(on=view.on):
        parts.append(_role_table(view, roles))
    return join(parts)


def _role_table(view: View, roles: tuple[Role, ...]) -> Markup:
    """Return who holds which role, since when, and where that stands in the journal."""
    say, t = view.say, view.teller
    heads = (say(*words.ROLE), say(*words.WHO), say(*words.SINCE), say(*words.JOURNAL))
    rows: list[tuple[Child, ...]] = [
        (
            capitalised(t.v.term("role", role.role)) + t.on_track(role.track),
            say(*words.SOMEBODY_OUTSIDE) if role.party is None else t.v.name(role.party),
            say.day(role.since),
            line_link(role.entry, view),
        )
        for role in roles
    ]
    return table(say(*words.WHO_HOLDS_A_ROLE), heads, rows, class_="recorded")


def _party_table(view: View) -> Markup:
    say, v, known = view.say, view.teller.v, view.dossier.known
    roles: dict[str | None, list[str]] = {}
    for role in view.case.roles(on=view.on):
        roles.setdefault(role.party, []).append(v.term("role", role.role))
    rows: list[tuple[Child, ...]] = []
    for party in view.dossier.parties:
        inside = say(*words.OWN_ORGANISATION) if party.internal else ""
        rows.append(
            (
                v.name(party.id),
                v.term("party_kind", party.kind) + inside,
                ", ".join(v.term("sector", sector) for sector in party.sectors),
                ", ".join(dict.fromkeys(roles.get(party.id, ()))) or say(*words.NO_ROLE_ON_RECORD_YET),
                say.day(known.members[party.id].joined[0]),
            )
        )
    count = len(rows)
    caption = say.count(count, *words.PARTIES_TAKE_PART)
    heads = (
        say(*words.PARTY),
        say(*words.KIND),
        say(*words.SECTOR),
        say(*words.ROLE),
        say(*words.JOINED_SINCE),
    )
    return table(caption, heads, rows)


def agreements(view: View) -> Markup:
    """Return the agreements as they stand, each with its phase."""
    say = view.say
    if not view.dossier.agreements:
        return element("p", say(*words.NO_AGREEMENT_YET))
    heads = (
        say(*words.AGREEMENT),
        say(*words.PHASE),
        say(*words.TERM),
        say(*words.PARTIES_AND_SIGNATURES),
        say(*words.CLAUSES_ON),
        say(*words.JOURNAL),
    )
    rows = [_agreement_cells(view, agreement) for agreement in view.case.agreements(on=view.on)]
    return table(say(*words.AGREEMENTS_STAND), heads, rows, class_="agreements")


def _agreement_cells(view: View, agreement: Agreement) -> tuple[Child, ...]:
    say, t = view.say, view.teller
    kind = t.v.term("agreement_kind", agreement.kind)
    main = say(*words.PRINCIPAL_AGREEMENT) if agreement.principal else ""
    form = t.v.term("agreement_form", agreement.form) if agreement.form else ""
    about = ", ".join(part for part in (kind, form, main) if part)
    lines = join([line_link(number, view) for number in agreement.entries], between=", ")
    return (
        join(
            element("span", _called(view, agreement), class_="rule-name"),
            element("span", about, class_="small"),
        ),
        _phase(view, agreement),
        _term_text(agreement, say),
        join([element("p", line) for line in _who(view, agreement)]),
        capitalised(t.v.terms("clause", agreement.clauses, word="and")) or say(*words.NOTHING_YET),
        lines,
    )


def _called(view: View, agreement: Agreement) -> str:
    """Return the title of an agreement, or its id between quotation marks."""
    return view.teller.v.scene.agreements.get(agreement.id) or f"“{agreement.id}”"


def _phase(view: View, agreement: Agreement) -> Markup:
    """Return where the track of an agreement is, and whether it binds where the phase alone says so."""
    say, track = view.say, view.dossier.known.tracks.get(agreement.id)
    if track is None:
        return join(say(*words.PHASE_NOT_ON_RECORD))
    process = view.process_of(track)
    name = capitalised(phase_text(process, track.phase, say))
    out = process.phase(track.phase).in_force and not agreement.in_force
    return join(
        name, element("span", say(*words.OUTSIDE_TERM), class_="small") if out else None, between=", "
    )


def _who(view: View, agreement: Agreement) -> list[str]:
    """Return who is a party to an agreement, who takes on an obligation, and who signed."""
    say, t = view.say, view.teller
    count, signed = len(agreement.parties), agreement.signed_by
    lines = [say(*words.WITH_PARTIES, who=_people(view, agreement.parties))] if count else []
    if agreement.obliged:
        lines.append(say(*words.OBLIGED_ARE, who=_people(view, agreement.obliged)))
    if not signed:
        return [*lines, say(*words.NO_SIGNATURE)]
    if count > 1 and {*signed} == {*agreement.parties}:
        both_or_all = words.SIGNED_BY_BOTH if count == 2 else words.SIGNED_BY_ALL
        return [*lines, say(*both_or_all, n=say.numeral(count))]
    days: dict[date, list[str]] = {}
    for signature in agreement.signatures:
        days.setdefault(signature.on, []).append(signature.party)
    lines += [say(*words.SIGNED_BY, day=say.day(day), who=t.people(who)) for day, who in days.items()]
    return lines


def _people(view: View, parties: tuple[str, ...]) -> str:
    """Return the names of parties, or how many they are where they are all that take part."""
    everyone = view.dossier.known.active
    if len(everyone) >= ALL_OF and {*parties} == {*everyone}:
        return view.say(*ALL_PARTIES, n=view.say.numeral(len(everyone)))
    return view.teller.people(parties)


def _term_text(agreement: Agreement, say: Language) -> str:
    parts = []
    if agreement.start is not None:
        parts.append(say(*words.FROM) + say.day(agreement.start))
    if agreement.end is not None:
        parts.append(say(*words.THROUGH) + say.day(agreement.end))
    return " ".join(parts) or say(*words.NOT_ON_RECORD)


def tracks(view: View) -> Markup | None:
    """Return where the other processes stand, or nothing where this is the only one."""
    say = view.say
    agreed = view.dossier.known.agreements
    others = [t for t in view.dossier.tracks if t.name != view.track.name and t.name not in agreed]
    if not others:
        return None
    heads = (
        say(*words.PROCESS),
        say(*words.PHASE),
        say(*words.SINCE),
    )
    rows = [
        (
            track_text(view, track),
            capitalised(phase_text(view.process_of(track), track.phase, say)),
            say.day(track.entered[0]),
        )
        for track in others
    ]
    return table(say(*words.OTHER_PROCESSES_HERE), heads, rows)
